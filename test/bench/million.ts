import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createNodePlatform } from '../../electron/node/node-platform'
import { openNodeStore } from '../../electron/shelf/node-store'
import { nodeTask } from '../../electron/node/node-task'
import type { Result } from '../../shared/base/result'
import { answerSlice, findDimension } from '../../shared/engine/figures/answers'
import { importPlan, planFile, readFile } from '../../shared/engine/import/import-file'
import { createProject, openProject } from '../../shared/engine/project/open-project'
import type { Project } from '../../shared/engine/project/project'
import type { SliceQuery } from '../../shared/query/types'

// One million rows from file to slice to saved project and back. Prints one JSON line of figures.
const [path = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'earshot-million-'))
const figures = new Map<string, number>()

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

async function timed<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const start = performance.now()
  const value = await work()
  figures.set(name, performance.now() - start)
  return value
}

const by = (project: Project, ...names: string[]): SliceQuery => ({
  by: names.map((name) => must(findDimension(project, name))),
  where: [],
})

/** Median of a few runs, the first (which builds the columns) apart. */
async function repeated(name: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let run = 0; run < 12; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  figures.set(`${name} first`, times[0]!)
  figures.set(name, times.slice(1).sort((a, b) => a - b)[5]!)
}

try {
  const platform = await createNodePlatform('bench')
  const file = join(folder, 'million.earshot')
  const project = must(await createProject(platform, must(openNodeStore(file, 'write')), 'Million'))
  must(await project.save())

  const start = performance.now()
  const source = { name: 'million.csv', bytes: readFileSync(path) }
  const read = must(await timed('read and describe', () => readFile(platform, source, {}, nodeTask)))
  const plan = must(await timed('plan', () => planFile(read, {}, project)))
  let firstSlice = 0
  let answering = 0
  const total = await timed('import', async () => {
    const task = {
      ...nodeTask,
      // The first breath of storing: what a window would ask for while rows are still being stored.
      breathe: async () => {
        await nodeTask.breathe()
        if (firstSlice > 0 || !project.isImporting) return
        const asked = performance.now()
        must(await answerSlice(project, by(project, 'wave')))
        firstSlice = performance.now() - start
        answering = performance.now() - asked
      },
    }
    must(await importPlan(project, read, plan, task))
    // What was asked meanwhile is no part of storing.
    figures.set('file to stored', performance.now() - start - answering)
    return must(await answerSlice(project, { by: [], where: [] })).total
  })
  figures.set('file to first slice', firstSlice)
  if (total.n !== plan.scores.filter((score) => score >= 0).length) throw new Error('the slice misses rows')
  await repeated('slice 12 x 6', async () => must(await answerSlice(project, by(project, 'Industry', 'Product'))))
  await repeated('filtered slice', async () =>
    must(
      await answerSlice(project, {
        ...by(project, 'Industry'),
        where: [{ kind: 'values', dimension: must(findDimension(project, 'Country')), values: ['KR'] }],
      }),
    ),
  )
  must(await timed('save', () => project.save()))
  await project.close()
  const again = await timed('reopen', async () => must(await openProject(platform, must(openNodeStore(file, 'read')), file, nodeTask)))
  const reopened = await timed('first slice after reopening', async () => must(await answerSlice(again, by(again, 'Industry', 'Product'))))
  if (reopened.total.n !== total.n) throw new Error('reopening lost rows')
  figures.set('file MB', statSync(file).size / 1e6)
  figures.set('peak memory MB', process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ rows: again.columns.rows, ...Object.fromEntries(figures) }))
} finally {
  rmSync(folder, { recursive: true })
}
