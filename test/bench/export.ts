import { readFileSync } from 'node:fs'
import { createNodePlatform } from '../../electron/node/node-platform'
import type { Result } from '../../shared/base/result'
import { quietTask } from '../../shared/base/task'
import { codeProject } from '../../shared/engine/codebook/code-project'
import { exportResponses } from '../../shared/engine/export/export-responses'
import { importPlan, planFile, readFile } from '../../shared/engine/import/import-file'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import { createProject } from '../../shared/engine/project/open-project'
import { tagsOf } from '../../shared/engine/tags/tagging'
import { EXPORT_FORMATS } from '../../shared/protocol/engine-api'
import { codebookCsv } from './codebook.mjs'

// 50,000 responses of 30 columns with the tags of 40 rules as files. Prints one JSON line of figures.
const RESPONSES = 50_000
const [path = ''] = process.argv.slice(2)

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

const bytes = Buffer.from(`${readFileSync(path, 'utf8').split('\n').slice(0, RESPONSES + 1).join('\n')}\n`)
const project = must(await createProject(await createNodePlatform('bench'), createMemoryStore(), 'Export'))
const read = must(await readFile(project.platform, { name: 'answers.csv', bytes }, {}, quietTask))
const planned = must(await planFile(read, {}, project))
must(await importPlan(project, read, planned, quietTask))
must(await codeProject(project, { name: 'codebook.csv', bytes: Buffer.from(codebookCsv()) }))
await tagsOf(project)

const figures: Record<string, number> = { 'rows exported': project.columns.rows }
for (const format of EXPORT_FORMATS) {
  if (format === 'codebook') continue
  const started = performance.now()
  const { parts, rows } = must(await exportResponses(project, format, 'answers', quietTask))
  figures[`export as ${format}`] = performance.now() - started
  figures[`${format}, MB`] = (parts[0]?.bytes.length ?? 0) / 1e6
  if (rows !== project.columns.rows) throw new Error(`${rows} rows`)
}
await project.close()
console.log(JSON.stringify(figures))
