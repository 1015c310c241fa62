import { beforeAll, describe, expect, it } from 'vitest'
import { quietTask, type Task } from '../../../shared/base/task'
import { saveBrand } from '../../../shared/engine/settings/brand'
import type { Project } from '../../../shared/engine/project/project'
import { gatherReport } from '../../../shared/engine/summary/report-data'
import { saveCode } from '../../../shared/engine/codebook/save-code'
import { firstPages, outlineOf, writeSummary } from '../../../shared/engine/summary/summary'
import { saveEdits } from '../../../shared/engine/settings/summary-edits'
import { renameWave } from '../../../shared/engine/project/waves'
import { leaveOut } from '../../../shared/report/edits/change-edits'
import { NO_EDITS } from '../../../shared/report/edits/edits'
import { EARSHOT_BRAND } from '../../../shared/report/layout/brand'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import type { ProjectStore } from '../../../shared/protocol/store'
import { addWave, must, newProject, reopen } from '../../helpers/project'

const input = { where: [], locale: 'en' } as const
const AT = '2026-07-02T09:30:00.000Z'
const DAY = 20_000

/** Counts pauses, and is cancelled from the given one on. */
function pausing(most = Infinity): Task & { readonly pauses: () => number; readonly told: readonly number[] } {
  let pauses = 0
  const told: number[] = []
  return {
    report: (done) => told.push(done),
    cancelled: () => pauses >= most,
    breathe: () => {
      pauses += 1
      return Promise.resolve()
    },
    pauses: () => pauses,
    told,
  }
}

describe('the summary on its way', () => {
  const store: ProjectStore = createMemoryStore()
  let project: Project
  beforeAll(async () => {
    project = await newProject(store)
    const rows = Array.from({ length: 400 }, (_, at) => ({
      score: (at * 7) % 11,
      day: DAY + (at % 360),
      cells: [`the ${at % 2 === 0 ? 'price' : 'support'} is what comment number ${at} is about`, ['Bank', 'Shop', 'Farm'][at % 3]!, ['A', 'B'][at % 2]!, `Person ${'abcdefgh'[at % 8]}`],
    }))
    await addWave(project, 'w', ['Why', 'Industry', 'Plan', 'Who'], rows, quietTask, ['comment', 'segment', 'segment', 'person'])
    for (const name of ['Price', 'Support']) must(await saveCode(project, { id: null, name, parent: null, rule: name.toLowerCase(), description: '', color: '' }))
    must(await project.save())
    await project.close()
  })

  it('has the first pages at once, which say the same as they do in the whole', async () => {
    project = await reopen(store)
    const task = pausing()
    const first = must(await firstPages(project, input, task))
    expect(task.pauses()).toBe(0)
    const whole = must(await outlineOf(project, input, quietTask))
    expect(first.outline.slides.map(({ id }) => id)).toEqual(['title', 'headline', 'trend', 'composition'])
    for (const slide of first.outline.slides) {
      const same = whole.slides.find(({ id }) => id === slide.id)
      expect(slide).toMatchObject(slide.kind === 'headline' ? { explained: null, todo: null } : { ...same, notes: [...slide.notes] })
      if (slide.kind === 'headline' && same?.kind === 'headline') expect([slide.title, slide.score, slide.groups, slide.chart, slide.change]).toEqual([same.title, same.score, same.groups, same.chart, same.change])
    }
    expect(first.outline.footer).toBe(whole.footer)
    await project.close()
  })

  it('can be stopped at any pause, which leaves no file; the next one is whole', async () => {
    project = await reopen(store)
    const wanted = must(await outlineOf(project, input, quietTask, AT))
    await project.close()
    let most = 0
    for (; ; most++) {
      project = await reopen(store)
      const task = pausing(most)
      const file = await writeSummary(project, { ...input, format: 'html' }, task, { at: AT })
      if (file.ok) break
      expect(file.fault.code).toBe('cancelled')
      expect(task.pauses() - most).toBeLessThan(3)
      expect(must(await outlineOf(project, input, quietTask, AT))).toEqual(wanted)
      await project.close()
    }
    expect(most).toBeGreaterThan(10)
  })

  it('says how far it is, and never goes back', async () => {
    project = await reopen(store)
    const task = pausing()
    must(await writeSummary(project, { ...input, format: 'pptx' }, task))
    expect(task.told.length).toBeGreaterThan(10)
    expect(task.told).toEqual(task.told.toSorted((a, b) => a - b))
    expect([task.told[0], task.told.at(-1)]).toEqual([0, 1])
    await project.close()
  })

  it('is worked out once, until something changes that figures depend on', async () => {
    project = await reopen(store)
    const gather = async (at = AT) => must(await gatherReport(project, [], at))
    const first = await gather()
    expect((await gather()).segments).toBe(first.segments)
    expect(await gather('2026-07-02T18:00:00.000Z')).toEqual({ ...first, at: '2026-07-02T18:00:00.000Z' })
    expect((await gather('2026-07-03T00:00:00.000Z')).segments).not.toBe(first.segments)
    must(await saveEdits(project, 'en', leaveOut(NO_EDITS, 'heat')))
    must(await saveBrand(project, { ...EARSHOT_BRAND, name: 'Hanbit' }))
    expect((await gather()).segments).toBe(first.segments)
    must(await renameWave(project, 'w-w', 'Other'))
    const renamed = await gather()
    expect(renamed.segments).not.toBe(first.segments)
    expect(renamed.quotes[0]?.wave).toBe('Other')
    must(await project.undo())
    expect(await gather()).toEqual(first)
    await project.close()
  })
})
