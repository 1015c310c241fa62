import { describe, expect, test } from 'vitest'
import { createCommands } from '../../../../renderer/app/commands'
import { createSession } from '../../../../renderer/app/session'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse } from '../../../../shared/base/result'
import type { EngineApi, EngineInput } from '../../../../shared/protocol/engine-api'
import type { Outline } from '../../../../shared/report/outline'
import { leaveOut, moveSlide, setQuote } from '../../../../shared/report/edits/change-edits'
import { NO_EDITS, type Edits } from '../../../../shared/report/edits/edits'
import { EARSHOT_BRAND } from '../../../../shared/report/layout/brand'
import { createFakeEngine, IMPORTED } from '../../../helpers/fake-engine'
import { memoryHost } from '../../../helpers/memory-host'

const page = { id: 'title', kind: 'title', title: 'A', subtitle: '', lines: [], notes: [] } as const
const outlineOf = (pages: number, locale: Outline['locale']): Outline => ({
  locale,
  project: 'answers',
  at: '2026-07-02T09:30:00.000Z',
  about: null,
  footer: '',
  slides: Array.from({ length: pages }, (_, at) => ({ ...page, id: `p${at}` })),
  missing: [],
  periods: null,
  findings: [],
  queries: [],
  sheets: [],
})

/** A project with a summary of three pages. `asked` keeps what outlines were asked for. */
async function setUp(outline?: EngineApi['outline'], more: Partial<EngineApi> = {}) {
  const asked: EngineInput<'outline'>[] = []
  const { client } = createFakeEngine({
    outline: (input, task) => {
      asked.push(input)
      return outline ? outline(input, task) : Promise.resolve(ok(outlineOf(3, input.locale)))
    },
    ...more,
  })
  const session = createSession('en', 'light')
  const commands = createCommands(session, client, memoryHost(), () => Promise.resolve(refuse(fault('empty-file'))))
  await commands.openProject('p1', 'answers')
  return { session, commands, asked, summary: () => session.get().summary }
}

describe('the summary screen', () => {
  test('works the outline out once, and again when filter, project or language have changed', async () => {
    const { session, commands, asked, summary } = await setUp()
    await commands.show('summary')
    await commands.show('slice')
    await commands.show('summary')
    expect(asked).toEqual([{ where: [], locale: 'en' }])
    await commands.setFilter([{ kind: 'text', text: 'late' }])
    expect(asked.at(-1)).toEqual({ where: [{ kind: 'text', text: 'late' }], locale: 'en' })
    commands.setLocale('ko')
    await commands.loadSummary()
    expect(summary().outline?.locale).toBe('ko')
    await commands.setSummaryLocale('en')
    expect(summary().outline?.locale).toBe('en')
    const { project } = session.get()
    if (project) session.set({ project: { ...project, revision: project.revision + 1, figures: project.figures + 1 } })
    await commands.loadSummary()
    expect(asked).toHaveLength(5)
  })

  test('shows the first pages until all are there, with what was changed in them', async () => {
    let finish = (): void => undefined
    const first = { outline: outlineOf(2, 'en'), edits: leaveOut(NO_EDITS, 'p0'), brand: { ...EARSHOT_BRAND, name: 'Hanbit' } }
    const { commands, summary } = await setUp(({ locale }) => new Promise((resolve) => (finish = () => resolve(ok(outlineOf(5, locale))))), {
      firstPages: () => Promise.resolve(ok(first)),
      summaryEdits: () => Promise.resolve(ok({ ...first, picked: [] })),
    })
    const shown = commands.show('summary')
    await expect.poll(() => summary().outline?.slides.map(({ id }) => id)).toEqual(['p1'])
    expect(summary()).toMatchObject({ isPart: true, brand: { name: 'Hanbit' }, progress: { done: 0 } })
    commands.stopSummary()
    expect(summary()).toMatchObject({ isPart: true, isStopped: true, progress: null })
    finish()
    await shown
    expect(summary().isPart).toBe(true)
    const again = commands.updateSummary()
    await expect.poll(() => summary().progress).not.toBeNull()
    await new Promise((resolve) => setTimeout(resolve, 200))
    finish()
    await again
    expect(summary()).toMatchObject({ isPart: false, isStopped: false, progress: null })
    expect(summary().outline?.slides).toHaveLength(4)
  })

  test('asks for its edits alone where something was changed that no figure depends on', async () => {
    let edits: Edits = NO_EDITS
    const { session, commands, asked, summary } = await setUp(undefined, { summaryEdits: () => Promise.resolve(ok({ edits, picked: [], brand: EARSHOT_BRAND })) })
    await commands.show('summary')
    edits = leaveOut(NO_EDITS, 'p1')
    const { project } = session.get()
    if (project) session.set({ project: { ...project, revision: project.revision + 1 } })
    await commands.loadSummary()
    expect(asked).toHaveLength(1)
    expect(summary().outline?.slides.map(({ id }) => id)).toEqual(['p0', 'p2'])
  })

  test('compares the periods chosen, until they have no answers any more', async () => {
    const { commands, asked, summary } = await setUp(({ locale, period }) =>
      Promise.resolve(period === '2026-Q9' ? refuse(fault('no-period', { period })) : ok(outlineOf(3, locale))),
    )
    await commands.show('summary')
    await commands.setSummaryPeriods({ period: '2026-Q2', against: '2025-Q2' })
    expect(asked.at(-1)).toMatchObject({ period: '2026-Q2', against: '2025-Q2' })
    await commands.setSummaryPeriods({ period: '2026-Q9', against: '2025-Q2' })
    expect(asked).toHaveLength(4)
    expect(asked.at(-1)).not.toHaveProperty('period')
    expect(summary()).toMatchObject({ pair: null, fault: null })
    expect(summary().outline).not.toBeNull()
  })

  test('opens the responses of a number, and comes back without them', async () => {
    const where = [{ kind: 'text', text: 'late' }] as const
    const own = { kind: 'text', text: 'slow' } as const
    const { session, commands } = await setUp(({ locale }) =>
      Promise.resolve(ok({ ...outlineOf(3, locale), queries: [{ id: 'q', label: 'Q', by: null, period: null, where: [...where, own] }] })),
    )
    await commands.setFilter(where)
    await commands.show('summary')
    await commands.openCounted('gone')
    expect(session.get().screen).toBe('summary')
    await commands.openCounted('q')
    expect(session.get().screen).toBe('code')
    expect(session.get().filter).toEqual([...where, { ...own, source: 'summary:responses' }])
    await commands.show('summary')
    expect(session.get().filter).toEqual(where)
  })

  test('makes one outline of changes that follow one another fast', async () => {
    const { commands, asked, summary } = await setUp()
    await commands.show('summary')
    const first = commands.setFilter([{ kind: 'text', text: 'a' }])
    const second = commands.setFilter([{ kind: 'text', text: 'ab' }])
    expect(summary()).toMatchObject({ progress: { done: 0 } })
    await Promise.all([first, second])
    expect(asked.map(({ where }) => where)).toEqual([[], [{ kind: 'text', text: 'ab' }]])
    expect(summary().progress).toBeNull()
  })

  test('can be stopped, keeps the pages of before, and goes on when asked', async () => {
    let stopped = false
    let calls = 0
    const { commands, summary } = await setUp(async ({ locale }, task) => {
      calls += 1
      if (calls === 2) {
        task.report(0.4, 'coding')
        // For as long as it takes the test to see the progress and stop it.
        while (!task.cancelled()) await new Promise((resolve) => setTimeout(resolve))
        stopped = true
      }
      return stopped && calls === 2 ? refuse(fault('cancelled')) : ok(outlineOf(calls, locale))
    })
    await commands.show('summary')
    const next = commands.setFilter([{ kind: 'text', text: 'a' }])
    await expect.poll(() => summary().progress).toEqual({ done: 0.4, stage: 'coding' })
    commands.stopSummary()
    await next
    expect(stopped).toBe(true)
    expect(summary()).toMatchObject({ isStopped: true, progress: null })
    expect(summary().outline?.slides).toHaveLength(1)
    await commands.updateSummary()
    expect(summary()).toMatchObject({ isStopped: false })
    expect(summary().outline?.slides).toHaveLength(3)
  })

  test('turns pages within the ends, and keeps its place as far as there are pages', async () => {
    let pages = 3
    const { commands, summary } = await setUp(({ locale }) => Promise.resolve(ok(outlineOf(pages, locale))))
    await commands.show('summary')
    commands.showPage(7)
    expect(summary().page).toBe(2)
    commands.showPage(-1)
    expect(summary().page).toBe(0)
    commands.showPage(2)
    pages = 2
    await commands.setSummaryLocale('ko')
    expect(summary().page).toBe(1)
  })

  test('shows a refusal in the place of pages', async () => {
    const { commands, summary } = await setUp(() => Promise.resolve(refuse(fault('scale', { waves: '"a"', scale: '1-5' }))))
    await commands.show('summary')
    expect(summary()).toMatchObject({ outline: null, fault: { code: 'scale' }, progress: null })
  })
})

describe('edits of the summary', () => {
  const ids = (summary: { readonly outline: Outline | null }) => summary.outline?.slides.map(({ id }) => id)
  const move = (edits: Edits): Edits => moveSlide(edits, ['p0', 'p1', 'p2'], 'p2', 0)

  /** An engine that keeps edits, and says `busy` while `fails` is true. */
  async function withStore(fails = false) {
    let kept = NO_EDITS
    let revision = 10
    const saved: Edits[] = []
    const up = await setUp(undefined, {
      summaryEdits: () => Promise.resolve(ok({ edits: kept, picked: [], brand: EARSHOT_BRAND })),
      saveSummaryEdits: async ({ edits }) => {
        await new Promise((resolve) => setTimeout(resolve))
        if (fails) return refuse(fault('busy'))
        saved.push(edits)
        kept = edits
        revision += 1
        return ok({ ...IMPORTED, revision })
      },
    })
    await up.commands.show('summary')
    return { ...up, saved }
  }

  test('are shown while they are typed, and gone when they are taken back', async () => {
    const { commands, summary, saved } = await withStore()
    commands.draftEdits(leaveOut(NO_EDITS, 'p1'))
    expect(ids(summary())).toEqual(['p0', 'p2'])
    commands.draftEdits(null)
    expect(ids(summary())).toEqual(['p0', 'p1', 'p2'])
    expect(saved).toEqual([])
  })

  test('are shown at once and kept one after the other; the page that is shown goes along', async () => {
    const { session, commands, summary, saved } = await withStore()
    commands.showPage(1)
    const first = commands.keepEdits(move(NO_EDITS))
    expect(ids(summary())).toEqual(['p2', 'p0', 'p1'])
    expect(summary().page).toBe(2)
    const second = commands.keepEdits(leaveOut(summary().edits, 'p0'), 'p2')
    await Promise.all([first, second])
    expect(saved).toEqual([move(NO_EDITS), leaveOut(move(NO_EDITS), 'p0')])
    expect(ids(summary())).toEqual(['p2', 'p1'])
    expect(summary()).toMatchObject({ page: 0, draft: null })
    expect(session.get().project?.revision).toBe(12)
  })

  test('are as they were when they cannot be kept', async () => {
    const { session, commands, summary } = await withStore(true)
    await commands.keepEdits(move(NO_EDITS))
    expect(ids(summary())).toEqual(['p0', 'p1', 'p2'])
    expect(session.get().notice).toMatchObject({ kind: 'fault', fault: { code: 'busy' } })
  })

  test('show a comment that was picked before the engine says it again', async () => {
    const quote = { key: 'code:a', tone: 'passives', code: null, head: 'Passive', text: 'Another', source: '' } as const
    const place = { wave: 'w', line: 2, field: 'f' }
    const { commands, summary } = await setUp(({ locale }) =>
      Promise.resolve(ok({ ...outlineOf(1, locale), slides: [{ id: 'quotes:1', kind: 'quotes', title: 'Q', plainTitle: 'Q', quotes: [{ ...quote, text: 'First' }], foot: [], maskNote: 'Masked', notes: [] }] })),
    )
    await commands.show('summary')
    const done = commands.keepEdits(setQuote(NO_EDITS, 'code:a', place), 'quotes:1', { place, quote })
    expect(summary().outline?.slides[0]).toMatchObject({ quotes: [{ text: 'Another' }] })
    await done
  })
})
