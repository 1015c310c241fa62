import { beforeAll, describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { brandOf, brandSchema, saveBrand } from '../../../shared/engine/settings/brand'
import { fingerprintOf } from '../../../shared/engine/summary/fingerprint'
import { answerHistory } from '../../../shared/engine/history/history'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import { markVerbatims } from '../../../shared/engine/tags/mark'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import type { Project } from '../../../shared/engine/project/project'
import { pickedQuotes, quoteCandidates } from '../../../shared/engine/summary/quote-candidates'
import { editedOutline, outlineOf } from '../../../shared/engine/summary/summary'
import { editsOf, editsSchema, saveEdits } from '../../../shared/engine/settings/summary-edits'
import { renameProject } from '../../../shared/engine/project/waves'
import type { PlanOptions } from '../../../shared/ingest/types'
import { addPage, leaveOut, saySentence, setQuote } from '../../../shared/report/edits/change-edits'
import { NO_EDITS, type Edits } from '../../../shared/report/edits/edits'
import { EARSHOT_BRAND } from '../../../shared/report/layout/brand'
import type { Outline } from '../../../shared/report/outline'
import { must, newProject, reopen } from '../../helpers/project'

const options: PlanOptions = { roles: { 1: 'score', 2: 'segment', 3: 'comment' } }

async function addAnswers(project: Project, name: string, from: number): Promise<void> {
  const lines = Array.from({ length: 90 }, (_, at) => {
    const score = (at * 7 + from) % 11
    return `${score},${['Bank', 'Shop'][at % 2]},${at % 3 === 0 ? `Comment number ${from + at} says what it thinks` : ''}`
  })
  const bytes = new TextEncoder().encode(`${['Score,Industry,Why', ...lines].join('\n')}\n`)
  const read = must(await readFile(project.platform, { name, bytes }, options, quietTask))
  must(await importPlan(project, read, must(await planFile(read, options, project)), quietTask))
}

const WHOLE = { where: [], from: null, to: null }
const generated = async (project: Project): Promise<Outline> => must(await outlineOf(project, { where: [], locale: 'en' }, quietTask))
const edited = async (project: Project, locale: 'en' | 'ko' = 'en'): Promise<Outline> => must(await editedOutline(project, { where: [], locale }, quietTask))
const titles = ({ slides }: Outline): string[] => slides.map(({ title }) => title)

describe('edits of the summary in a project', () => {
  const store = createMemoryStore()
  let project: Project
  let edits: Edits
  beforeAll(async () => {
    project = await newProject(store)
    await addAnswers(project, 'a.csv', 0)
    const outline = await generated(project)
    const said = saySentence(NO_EDITS, 'headline', { key: 'title', of: 1, text: outline.slides[1]?.title ?? '' }, null, 'We are fine')
    edits = leaveOut(addPage(said, { id: 'own:1', title: 'Next steps', text: 'Call.' }, outline.slides.map(({ id }) => id), 'title'), 'groups')
    must(await saveEdits(project, 'en', edits))
  })

  it('are kept as one operation, which undo and redo know', async () => {
    expect(editsOf(project, 'en')).toEqual(edits)
    expect(titles(await edited(project))).toEqual(expect.arrayContaining(['Next steps', 'We are fine']))
    expect(must(await answerHistory(project, { first: 0, count: 1 })).entries).toMatchObject([{ intent: 'setting', about: { about: 'summary' } }])
    must(await project.undo())
    expect(editsOf(project, 'en')).toEqual(NO_EDITS)
    expect((await edited(project)).slides).toEqual((await generated(project)).slides)
    must(await project.redo())
    expect(editsOf(project, 'en')).toEqual(edits)
  })

  it('change no figure, so the fingerprint stays; new data change it', async () => {
    const before = await fingerprintOf(project, WHOLE)
    must(await saveBrand(project, { ...EARSHOT_BRAND, name: 'Hanbit' }))
    expect(await fingerprintOf(project, WHOLE)).toBe(before)
    expect((await edited(project)).footer).toContain(before)
    must(await project.undo())
    must(await renameProject(project, 'Other'))
    expect(await fingerprintOf(project, WHOLE)).not.toBe(before)
    must(await project.undo())
  })

  it('hold for every language as far as they are no words', async () => {
    expect(editsOf(project, 'ko')).toEqual({ ...NO_EDITS, order: edits.order, out: edits.out })
    const korean = await edited(project, 'ko')
    expect(korean.slides.map(({ id }) => id)).not.toContain('groups')
    expect(titles(korean)).not.toContain('Next steps')
  })

  it('stay after new data and after closing', async () => {
    must(await project.save())
    await project.close()
    project = await reopen(store)
    await addAnswers(project, 'b.csv', 5)
    expect(titles(await edited(project)).slice(1, 3)).toEqual(['Next steps', 'We are fine'])
  })

  it('leave no trace once everything is as generated', async () => {
    must(await saveEdits(project, 'en', NO_EDITS))
    expect([...project.registers.setting.keys()].filter((key) => key.startsWith('summary'))).toEqual([])
    const before = project.revision
    must(await saveEdits(project, 'en', NO_EDITS))
    expect(project.revision).toBe(before)
  })

  it('find comments for a quote, marked ones first, and show the one picked in its place', async () => {
    const outline = await generated(project)
    const slide = outline.slides.find((each) => each.kind === 'quotes')
    const key = slide?.kind === 'quotes' ? slide.quotes[0]?.key : undefined
    if (key === undefined) throw new Error('no quote')
    const ask = async (find: string) => must(await quoteCandidates(project, { where: [], locale: 'en', key, find, most: 5 }, quietTask))
    const all = await ask('')
    expect(all.candidates).toHaveLength(5)
    const last = must(await quoteCandidates(project, { where: [], locale: 'en', key, find: '', most: 999 }, quietTask)).candidates.at(-1)
    if (!last) throw new Error('no candidate')
    must(await markVerbatims(project, { verbatims: [last.place], kind: 'quote', set: true }, quietTask))
    expect((await ask('')).candidates[0]).toEqual({ ...last, marked: true })
    const found = await ask(last.quote.text.toUpperCase())
    expect(found.candidates.map(({ quote }) => quote.text)).toContain(last.quote.text)
    const picked = setQuote(NO_EDITS, key, last.place)
    must(await saveEdits(project, 'en', picked))
    const shown = (await edited(project)).slides.find((each) => each.kind === 'quotes')
    expect(shown?.kind === 'quotes' ? shown.quotes[0] : null).toEqual(last.quote)
    // A filter that leaves the comment out, and a wave that is not there, leave the quote that is picked by rule.
    const elsewhere = setQuote(NO_EDITS, key, { ...last.place, wave: 'gone' })
    expect(must(await pickedQuotes(project, elsewhere, [], 'en', quietTask))).toEqual([])
    expect(must(await pickedQuotes(project, picked, [{ kind: 'text', text: 'nowhere to be found' }], 'en', quietTask))).toEqual([])
  })

  it.each([
    [{ order: 'title' }],
    [{ sentences: [{ slide: 'a', key: 'title', of: 0, was: '', text: '' }] }],
    [{ pages: [{ id: 'title', title: '', text: '' }] }],
    [{ more: [] }],
    [null],
  ])('are not read from %j', (value) => expect(editsSchema.safeParse(value).success).toBe(false))

  it('may leave out of a file what stays as it is', () => expect(editsSchema.parse({ out: ['method'] })).toEqual({ ...NO_EDITS, out: ['method'] }))
})

describe('the brand of a project', () => {
  it('is kept as one operation; our own is none', async () => {
    const project = await newProject()
    expect(brandOf(project)).toEqual(EARSHOT_BRAND)
    const brand = { ...EARSHOT_BRAND, name: 'Hanbit', accent: '3B0A45', logo: { type: 'image/png', data: 'iVBORw0KGgo=', width: 3, height: 2 } } as const
    must(await saveBrand(project, brand))
    expect(brandOf(project)).toEqual(brand)
    expect(must(await answerHistory(project, { first: 0, count: 1 })).entries).toMatchObject([{ about: { about: 'brand' } }])
    must(await project.undo())
    expect(brandOf(project)).toEqual(EARSHOT_BRAND)
    must(await project.redo())
    must(await saveBrand(project, EARSHOT_BRAND))
    expect(project.registers.setting.has('brand')).toBe(false)
  })

  it.each([
    ['accent', 'red'],
    ['font', 'Comic Sans MS'],
    ['name', 'x'.repeat(81)],
    ['logo', { type: 'image/svg+xml', data: '', width: 1, height: 1 }],
    ['logo', { type: 'image/png', data: 'A'.repeat(400_000), width: 1, height: 1 }],
  ])('has no such %s', (key, value) => expect(brandSchema.safeParse({ ...EARSHOT_BRAND, [key]: value }).success).toBe(false))
})
