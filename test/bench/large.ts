import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createNodePlatform } from '../../electron/node/node-platform'
import { nodeTask } from '../../electron/node/node-task'
import { openNodeStore } from '../../electron/shelf/node-store'
import type { Result } from '../../shared/base/result'
import { importPlan, planFile, readFile } from '../../shared/engine/import/import-file'
import { createProject, openProject } from '../../shared/engine/project/open-project'

// A project of more than 256 MB: opened, edited and saved, in a process of its own. `make` makes it once; `edit` prints one JSON
// line of figures.
const [what = '', kept = '', survey = ''] = process.argv.slice(2)

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

async function make(): Promise<void> {
  if (existsSync(kept)) return
  const platform = await createNodePlatform('bench')
  const part = `${kept}.part`
  const project = must(await createProject(platform, must(openNodeStore(part, 'write')), 'Large'))
  const read = must(await readFile(platform, { name: 'large.csv', bytes: readFileSync(survey) }, {}, nodeTask))
  must(await importPlan(project, read, must(await planFile(read, {}, project)), nodeTask))
  must(await project.save())
  await project.close()
  renameSync(part, kept)
}

async function edit(): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-large-'))
  try {
    const file = join(folder, 'p.earshot')
    copyFileSync(kept, file)
    const platform = await createNodePlatform('bench')
    const start = performance.now()
    const project = must(await openProject(platform, must(openNodeStore(file, 'write')), file, nodeTask))
    const opened = performance.now()
    const before = project.registers.setting.get('name') ?? null
    must(await project.change('rename', [{ register: 'setting', id: 'name', before, after: { value: 'Edited' } }]))
    const edited = performance.now()
    must(await project.save(nodeTask))
    const saved = performance.now()
    const megabytes = statSync(file).size / 1e6
    await project.close()
    return {
      opened: opened - start,
      'edited, durably': edited - opened,
      'saved, verified': saved - edited,
      'file MB': megabytes,
      'peak memory MB': process.resourceUsage().maxRSS / 1024,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (what === 'make') await make()
console.log(JSON.stringify(what === 'make' ? {} : await edit()))
