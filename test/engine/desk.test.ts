import { beforeEach, describe, expect, it } from 'vitest'
import { fault } from '../../shared/base/fault'
import { refuse } from '../../shared/base/result'
import { quietTask } from '../../shared/base/task'
import { createDesk } from '../../shared/engine/desk'
import type { EngineApi, ProjectView } from '../../shared/protocol/engine-api'
import type { Dimension } from '../../shared/query/types'
import { createMemoryShelf } from '../helpers/memory-shelf'
import { readPdf } from '../helpers/read-pdf'
import { must, testPlatform } from '../helpers/project'

const SURVEY = `Response ID,Submitted,How likely are you to recommend us?,Why?,Industry
r1,2026-01-05,10,Delivery was quick and the staff were friendly,Finance
r2,2026-02-11,3,The delivery came late and nobody told me about it,Travel
r3,2026-04-20,9,배송이 빨라서 정말 좋았습니다,Finance
r4,2026-05-02,,No opinion on any of it really,
r5,2026-05-03,7,가격이 조금 비싸지만 만족합니다,Travel
r2,2026-05-04,1,the same response again,Travel
`
const CODEBOOK = 'code,rule\nDelivery,delivery OR 배송\nPrice,price OR 가격\n'

const fileOf = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

let shelf: ReturnType<typeof createMemoryShelf>
let desk: EngineApi
beforeEach(async () => {
  shelf = createMemoryShelf()
  desk = createDesk(await testPlatform(), shelf)
})

/** Imports SURVEY into a new project. */
async function imported(): Promise<ProjectView> {
  must(await desk.plan({ file: fileOf('survey.csv', SURVEY), options: {} }, quietTask))
  must(await desk.createProject({ name: 'Acme' }, quietTask))
  return must(await desk.importPlan(null, quietTask))
}

const fieldOf = (project: ProjectView, name: string): Dimension => ({
  kind: 'field',
  field: project.fields.find((field) => field.name === name)!.id,
})

describe('the desk', () => {
  it('imports exactly what the plan showed', async () => {
    const plan = must(await desk.plan({ file: fileOf('survey.csv', SURVEY), options: {} }, quietTask))
    expect(plan.counts).toMatchObject({ accepted: 5, duplicates: 1, rejected: 0, scored: 4, commented: 5 })
    expect(shelf.ids()).toEqual([])
    must(await desk.createProject({ name: 'Acme' }, quietTask))
    const project = must(await desk.importPlan(null, quietTask))
    expect(project.waves[0]).toMatchObject(plan.counts)
    expect(project.undo).toBe('import')
    const slice = must(await desk.slice({ by: [fieldOf(project, 'Industry')], where: [] }, quietTask))
    expect(slice.total).toMatchObject({ n: 4, promoters: 2, passives: 1, detractors: 1, nps: 25 })
    expect(slice.rows.map(({ key, figure }) => [key[0], figure.n])).toEqual([['Finance', 2], ['Travel', 2], [null, 0]])
    expect(await desk.importPlan(null, quietTask)).toEqual(refuse(fault('nothing-planned')))
  })

  it('keeps nothing of a glimpse: only a plan can be imported', async () => {
    const head = fileOf('survey.csv', SURVEY.split('\n').slice(0, 3).join('\n'))
    expect(must(await desk.glimpse({ file: head, options: {} }, quietTask)).rows).toBe(2)
    must(await desk.createProject({ name: 'Acme' }, quietTask))
    expect(await desk.importPlan(null, quietTask)).toEqual(refuse(fault('nothing-planned')))
    const plan = must(await desk.plan({ file: fileOf('survey.csv', SURVEY), options: {} }, quietTask))
    must(await desk.glimpse({ file: head, options: {} }, quietTask))
    expect(must(await desk.importPlan(null, quietTask)).waves[0]).toMatchObject(plan.counts)
  })

  it('takes every row of a file that comes again as a duplicate', async () => {
    await imported()
    const again = must(await desk.plan({ file: fileOf('copy.csv', SURVEY), options: {} }, quietTask))
    expect(again.counts).toMatchObject({ accepted: 0, duplicates: 6 })
    expect(again.warnings[0]).toEqual({ code: 'file-imported-before', params: { wave: 'survey' } })
    const project = must(await desk.importPlan(null, quietTask))
    expect(project.waves).toHaveLength(1)
    must(await desk.undo(null, quietTask))
    expect(must(await desk.plan({ file: fileOf('copy.csv', SURVEY), options: {} }, quietTask)).counts.accepted).toBe(5)
    expect(must(await desk.importPlan(null, quietTask)).waves).toHaveLength(1)
    expect(must(await desk.slice({ by: [], where: [] }, quietTask)).total.n).toBe(4)
  })

  it('codes, compares, and says what each code does to the score', async () => {
    await imported()
    const coding = must(await desk.code({ csv: fileOf('codes.csv', CODEBOOK) }, quietTask))
    expect(coding).toMatchObject({ verbatims: 5, coded: 4, coverage: 0.8 })
    expect(coding.codes.map(({ code, n }) => [code, n])).toEqual([['Delivery', 3], ['Price', 1]])
    const drivers = must(await desk.drivers(null, quietTask))
    const delivery = drivers.codes.find(({ code }) => code === 'Delivery')!
    expect(drivers.nps! - delivery.npsRest!).toBeCloseTo(delivery.contribution!, 9)
    const compared = must(await desk.compare({ from: '2026-Q1', to: '2026-Q2', where: [] }, quietTask))
    expect([compared.from.n, compared.to.n, compared.change.difference]).toEqual([2, 2, 50])
    expect(await desk.compare({ from: 'spring', to: '2026-Q2', where: [] }, quietTask)).toEqual(
      refuse(fault('period', { period: 'spring' })),
    )
    must(await desk.undo(null, quietTask))
    expect(must(await desk.drivers(null, quietTask)).codes).toEqual([])
    must(await desk.redo(null, quietTask))
    expect(must(await desk.drivers(null, quietTask)).codes).toHaveLength(2)
  })

  it('keeps projects apart and opens them again as they were', async () => {
    const first = await imported()
    must(await desk.createProject({ name: 'Other' }, quietTask))
    expect(must(await desk.project(null, quietTask)).waves).toEqual([])
    expect(must(await desk.projects(null, quietTask)).map(({ name, responses }) => [name, responses])).toEqual([['Other', 0], ['Acme', 5]])
    const again = must(await desk.openProject({ id: first.id }, quietTask))
    expect({ ...again, revision: 0, figures: 0 }).toEqual({ ...first, revision: 0, figures: 0 })
    const file = must(await desk.exportProject(null, quietTask))
    const given = file.bytes.slice()
    const taken = must(await desk.openFile(file, quietTask))
    expect(taken.id).not.toBe(first.id)
    expect({ ...taken, id: '', revision: 0, figures: 0 }).toEqual({ ...first, id: '', revision: 0, figures: 0 })
    must(await desk.renameProject({ name: 'Changed in its copy' }, quietTask))
    expect(file.bytes).toEqual(given)
    must(await desk.removeProject({ id: taken.id }, quietTask))
    expect(await desk.project(null, quietTask)).toEqual(refuse(fault('no-project', { path: '' })))
    expect(shelf.ids()).not.toContain(taken.id)
  })

  it('writes the line in the list when it says something else, and for its date at the end', async () => {
    const cards: string[] = []
    const watched = { ...shelf, describe: (id: string, card: string) => shelf.describe(id, card).then(() => void cards.push(card)) }
    desk = createDesk(await testPlatform(), watched)
    const project = await imported()
    const before = cards.length
    must(await desk.saveCode({ id: null, name: 'Late', parent: null, rule: 'late', description: '', color: '' }, quietTask))
    must(await desk.undo(null, quietTask))
    expect(cards.length).toBe(before)
    must(await desk.renameProject({ name: 'Other' }, quietTask))
    must(await desk.removeWave({ id: project.waves[0]!.id }, quietTask))
    expect(cards.slice(before).map((card) => JSON.parse(card) as unknown)).toMatchObject([
      { name: 'Other', responses: 5, figure: { n: 4 } },
      { name: 'Other', responses: 0, figure: { n: 0 } },
    ])
    must(await desk.saveCode({ id: null, name: 'New', parent: null, rule: '', description: '', color: '' }, quietTask))
    must(await desk.closeProject(null, quietTask))
    expect(cards.length).toBe(before + 3)
  })

  it('counts another scale as NPS only when told to, and says so', async () => {
    const rows = Array.from({ length: 120 }, (_, row) => `${1 + (row % 10)},comment ${row}`)
    must(await desk.plan({ file: fileOf('ten.csv', `rating,review\n${rows.join('\n')}\n`), options: {} }, quietTask))
    must(await desk.createProject({ name: 'Ten' }, quietTask))
    const project = must(await desk.importPlan(null, quietTask))
    const total = () => desk.slice({ by: [], where: [] }, quietTask)
    expect(await total()).toEqual(refuse(fault('scale', { waves: '“ten”', scale: '1-10' })))
    expect(must(await desk.values({ of: { kind: 'wave' }, where: [] }, quietTask))).toEqual([{ value: 'ten', responses: 120 }])
    expect(must(await desk.values({ of: { kind: 'score' }, where: [] }, quietTask))).toHaveLength(10)
    must(await desk.treatAsNps({ waves: project.waves.map(({ id }) => id), treat: true }, quietTask))
    expect(must(await total())).toMatchObject({ nonStandard: '1-10', total: { n: 120, promoters: 24, detractors: 72 } })
    must(await desk.undo(null, quietTask))
    expect((await total()).ok).toBe(false)
  })

  it('writes summaries and responses', async () => {
    await imported()
    must(await desk.code({ csv: fileOf('codes.csv', CODEBOOK) }, quietTask))
    for (const [format, start] of [['pptx', 'PK'], ['xlsx', 'PK'], ['pdf', '%PDF-1.7'], ['html', '<!DOCTYPE html>']] as const) {
      const { name, bytes } = must(await desk.summary({ format, where: [], locale: 'ko' }, quietTask))
      expect(name).toBe(`Acme.${format}`)
      expect(String.fromCharCode(...bytes.subarray(0, start.length))).toBe(start)
    }
    const sheets = must(await desk.summary({ format: 'pdf', paper: 'a4', where: [], locale: 'en' }, quietTask))
    expect(sheets.name).toBe('Acme A4.pdf')
    expect(readPdf(sheets.bytes).sizes[0]).toEqual([595.28, 841.89])
    const series = [{ name: 'NPS', values: [12], tones: ['score'], interval: null }] as const
    const chart = { kind: 'bars', alt: 'Finance +12', unit: 'points', axis: { min: 0, max: 20, step: 10 }, categories: ['Finance'], series } as const
    const svg = must(await desk.summaryChart({ chart, title: 'Who answered', lines: [], foot: 'Acme', locale: 'en' }, quietTask))
    expect(svg.name).toBe('Who answered.svg')
    expect(new TextDecoder().decode(svg.bytes)).toContain('<title id="title">Who answered</title>')
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(must(await desk.exportResponses({ format: 'csv' }, quietTask)).bytes)
    const [header, first] = csv.split('\r\n')
    expect(header).toBe(
      '\ufeffwave,line,date,nps_score,nps_group,codes,Response ID,Submitted,How likely are you to recommend us?,Why?,Industry,earshot_tag: Delivery,earshot_tag: Price,earshot_hand,earshot_marks,earshot_about',
    )
    expect(first).toMatch(/^survey,2,2026-01-05,10,promoter,Delivery,r1,2026-01-05,10,Delivery was quick and the staff were friendly,Finance,1,,,,"\{/)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(6)
  })
})
