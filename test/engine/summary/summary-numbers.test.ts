import { beforeAll, describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { answerSlice } from '../../../shared/engine/figures/answers'
import { evidenceOf } from '../../../shared/engine/summary/evidence'
import { saveMethod } from '../../../shared/engine/settings/method'
import type { Project } from '../../../shared/engine/project/project'
import { outlineOf } from '../../../shared/engine/summary/summary'
import type { Figure } from '../../../shared/nps/types'
import type { Clause } from '../../../shared/query/types'
import type { Evidence } from '../../../shared/report/evidence'
import type { Outline, Slide } from '../../../shared/report/outline'
import { phrases } from '../../../shared/report/phrases'
import { shownRefs } from '../../../shared/report/shown-refs'
import { must } from '../../helpers/project'
import { surveyProject } from '../../helpers/survey-project'

const words = phrases('en')
const said = async (project: Project, where: readonly Clause[] = []): Promise<Outline> => must(await outlineOf(project, { where, locale: 'en' }, quietTask))
type SlideOf<K, S = Slide> = S extends Slide ? (K extends S['kind'] ? S : never) : never
const slide = <K extends Slide['kind']>({ slides }: Outline, kind: K): SlideOf<K>[] => slides.filter((each): each is SlideOf<K> => each.kind === kind)
const isFigure = (text: string): boolean => /\d/.test(text)

/** Each number of a table with its query. Targets and what became of files were counted from no responses. */
function tableFigures(each: Slide): readonly { readonly text: string; readonly ref: string | null; readonly column: number; readonly row: number }[] {
  if (!('table' in each) || each.kind === 'method') return []
  const { columns, rows } = each.table
  return rows.flatMap((row, at) =>
    row.cells.flatMap((text, column) =>
      columns[column]!.numeric && isFigure(text) && !row.cells[0]!.startsWith('Target') ? [{ text, ref: row.refs?.[column] ?? null, column, row: at }] : [],
    ),
  )
}

describe('numbers of a summary', () => {
  let project: Project
  beforeAll(async () => {
    project = await surveyProject()
  })

  it('each have a query that is among those of the outline', async () => {
    const outline = await said(project)
    const known = new Set(outline.queries.map(({ id }) => id))
    expect(known.size).toBe(outline.queries.length)
    const kinds = outline.slides.map(({ kind }) => kind)
    for (const kind of ['headline', 'trend', 'composition', 'league', 'heat', 'change', 'themes', 'growth', 'segment'] as const) expect(kinds).toContain(kind)
    for (const each of outline.slides) {
      for (const { text, ref, column, row } of tableFigures(each)) {
        // Nobody is behind a zero.
        if (text !== '0') expect(known, `${each.id} ${row} ${column}: ${text}`).toContain(ref)
      }
      const sentences = 'body' in each ? each.body : each.kind === 'title' ? each.lines : []
      if (sentences.some(isFigure) && each.kind !== 'own') expect(each.sources?.length, each.id).toBeGreaterThan(0)
      if (each.kind === 'heat') for (const cell of each.rows.flatMap(({ cells }) => cells)) expect(isFigure(cell.answers) ? known.has(cell.ref ?? '') : true).toBe(true)
    }
    const [headline] = slide(outline, 'headline')
    for (const ref of [headline!.score.ref, ...headline!.groups.map(({ ref: own }) => own), ...(headline!.change?.refs ?? []), ...(headline!.explained?.statements.map(({ ref: own }) => own) ?? []), headline!.todo?.statement.ref])
      expect(known).toContain(ref)
    for (const { ref } of outline.findings) expect(known).toContain(ref)
    for (const ref of shownRefs(outline)) expect(known).toContain(ref)
    for (const sheet of outline.sheets) {
      const at = sheet.columns.flatMap(({ label, type }, place) => (type === 'id' && label.startsWith('Query') ? [place] : []))
      for (const row of sheet.rows) for (const place of at) if (row[place] !== null) expect(known).toContain(row[place])
      if (sheet.columns.some(({ type }) => type === 'points')) expect(at.length, sheet.name).toBeGreaterThan(0)
    }
  })

  it.each([
    ['of all responses', [] as const, false],
    ['of a filter', [{ kind: 'values', dimension: { kind: 'group' }, values: ['promoters', 'detractors'], source: 'x' }] as const, false],
    ['of the latest answer of each person', [] as const, true],
  ])('come out again when their queries are run: %s', async (_, where, perPerson) => {
    if (perPerson) must(await saveMethod(project, { interval: 'adjusted-wald', perPerson: true, fiscalStart: 1 }))
    const outline = await said(project, where)
    const evidence = must(await evidenceOf(project, outline, where, quietTask))
    await expectSame(outline, evidence)
    for (const { id, where: clauses } of outline.queries) {
      const rerun = must(await answerSlice(project, { by: [], where: clauses }, quietTask)).total
      const counted = evidence.counted.get(id)
      if (!perPerson && counted) expect(counted.figure).toEqual(rerun)
    }
    if (perPerson) must(await project.undo())
  })

  it('list the newest of their responses, with nothing that names anybody', async () => {
    const outline = await said(project)
    const { fields, counted } = must(await evidenceOf(project, outline, [], quietTask))
    expect(fields).toEqual(expect.arrayContaining(['Industry', 'Plan']))
    expect(fields).not.toEqual(expect.arrayContaining(['Customer']))
    let all = 0
    for (const { figure, rows } of counted.values()) {
      all += rows.length
      expect(rows.length).toBe(Math.min(figure.n, rows.length === 100 ? 100 : Math.max(10, rows.length)))
      const days = rows.map(({ day }) => day ?? '')
      expect(days).toEqual(days.toSorted().reverse())
      expect(rows.every(({ values }) => values.length === fields.length)).toBe(true)
    }
    expect(all).toBeLessThanOrEqual(5000)
    expect(JSON.stringify([...counted])).not.toMatch(/김민준|Anna|price|p\d/)
  })
})

/** The figures that slides show are those of their queries. */
async function expectSame(outline: Outline, { counted }: Evidence): Promise<void> {
  const figureOf = (ref: string | null | undefined): Figure => counted.get(ref ?? '')!.figure
  const [headline] = slide(outline, 'headline')
  const score = figureOf(headline!.score.ref)
  expect(headline!.score.value).toBe(words.score(score))
  expect(headline!.score.lines.slice(0, 2)).toEqual([words.fullInterval(score), words.say('report.answers', { n: score.n })])
  for (const { tone, ref, count } of headline!.groups) expect(count).toBe(words.say('report.of', { part: figureOf(ref)[tone as 'promoters'], n: score.n }))
  const columnOf = (label: string) => ({ table }: { readonly table: { readonly columns: readonly { readonly label: string }[] } }): number => table.columns.findIndex((each) => each.label === label)
  for (const each of [...slide(outline, 'league'), ...slide(outline, 'segment')]) {
    const [n, nps, interval] = ['Answers', 'NPS', '95% interval'].map((label) => columnOf(label)(each)) as [number, number, number]
    for (const { cells, refs } of each.table.rows) {
      const figure = figureOf(refs?.[n])
      expect([cells[n], cells[nps], cells[interval]]).toEqual([words.count(figure.n), words.score(figure), words.interval(figure)])
    }
  }
  for (const { table } of slide(outline, 'trend')) {
    const [scores, intervals, answers] = ['NPS', '95% interval', 'Answers'].map((name) => table.rows.find(({ cells }) => cells[0] === name)!)
    table.columns.forEach((_, at) => {
      if (at === 0) return
      const figure = figureOf(scores!.refs?.[at])
      expect([scores!.cells[at], intervals!.cells[at], answers!.cells[at]]).toEqual([words.score(figure), words.interval(figure), words.count(figure.n)])
    })
  }
  for (const { table } of slide(outline, 'composition')) {
    const answers = table.rows.at(-1)!
    for (const { cells, refs, key } of table.rows.slice(0, 3)) {
      cells.forEach((text, at) => {
        if (at === 0) return
        const [part, all] = [figureOf(refs?.[at]), figureOf(answers.refs?.[at])]
        if (all.base !== 'tiny') expect(text).toBe(words.percent(part[key as 'promoters'] / all.n))
      })
    }
  }
  for (const { rows } of slide(outline, 'heat'))
    for (const { score: text, answers, ref } of rows.flatMap(({ cells }) => cells)) {
      if (ref === null) continue
      const figure = figureOf(ref)
      expect(answers).toBe(words.say('report.heat.n', { n: figure.n }))
      if (figure.base !== 'tiny') expect(text).toBe(words.score(figure))
    }
  for (const { table } of slide(outline, 'change'))
    for (const { cells, refs } of table.rows) for (const at of [1, 2]) if (refs?.[at]) expect(cells[at]).toBe(words.count(figureOf(refs[at]).n))
  for (const { table } of slide(outline, 'themes'))
    for (const { cells, refs } of table.rows) {
      const figure = figureOf(refs?.[1])
      expect([cells[1], cells[3]]).toEqual([words.count(figure.n), words.score(figure)])
    }
}
