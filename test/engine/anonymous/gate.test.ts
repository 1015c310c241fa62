import { beforeEach, describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import type { EngineMethod } from '../../../shared/protocol/engine-api'
import { STANCES } from '../../../shared/engine/anonymous/stances'
import { must } from '../../helpers/project'
import { addTo, ofWave, openSurvey, people, valuesOf, type Opened } from './survey'

const FIRST = [
  ...people(8, 'Sales', 'EU', 'here says'),
  ...people(6, 'Sales', 'US', 'there says'),
  ...people(5, 'Dev', 'EU', 'here says'),
  ...people(4, 'Dev', 'US', 'there says'),
  ...people(2, 'Ops', 'EU', 'here says'),
  ...people(1, 'Ops', 'US', 'there says'),
]
const SECOND = [...people(12, 'Sales', 'US', 'Later'), ...people(11, 'Dev', 'EU', 'Later'), ...people(8, 'Ops', 'US', 'Later')]
const PROMISE = { people: 5, comments: 10, crossed: null }

let opened: Opened
beforeEach(async () => {
  opened = await openSurvey([FIRST, SECOND])
})

const anonymous = async (crossed: 'team' | null = null) => {
  const { desk, team } = opened
  return must(await desk.makeAnonymous({ ...PROMISE, crossed: crossed && team.kind === 'field' ? team.field : null }, quietTask))
}
const refusal = async (answer: Promise<{ readonly ok: boolean; readonly fault?: { readonly code: string } }>): Promise<string | undefined> => (await answer).fault?.code

describe('figures of an anonymous project', () => {
  it('show groups of five and more, hide what gives smaller ones away, and name it', async () => {
    const { desk, team } = opened
    await anonymous()
    const slice = must(await desk.slice({ by: [team], where: [ofWave('w1')] }, quietTask))
    expect(slice.total.n).toBe(26)
    expect(slice.responses).toBe(26)
    expect(slice.rows.map(({ key }) => key)).toEqual([['Sales']])
    expect(slice.withheld).toEqual([['Dev'], ['Ops']])
    // All of the second wave can be shown; over both, only what is shown in each.
    expect(must(await desk.slice({ by: [team], where: [ofWave('w2')] }, quietTask)).rows).toHaveLength(3)
    expect(must(await desk.slice({ by: [team], where: [] }, quietTask)).rows.map(({ key }) => key)).toEqual([['Sales']])
    expect(must(await desk.values({ of: team, where: [ofWave('w1')] }, quietTask))).toEqual([{ value: 'Sales', responses: 14 }])
  })

  it('refuse filters that let fewer through, and whatever parts people otherwise', async () => {
    const { desk, team, site } = opened
    await anonymous()
    expect(await refusal(desk.slice({ by: [], where: [valuesOf(team, 'Ops'), ofWave('w1')] }, quietTask))).toBe('anonymous-few')
    expect(await refusal(desk.count({ where: [valuesOf(team, 'Dev', 'Ops'), ofWave('w1')] }, quietTask))).toBe('anonymous-few')
    expect(must(await desk.count({ where: [valuesOf(team, 'Dev', 'Ops'), ofWave('w2')] }, quietTask))).toBe(19)
    expect(must(await desk.count({ where: [{ kind: 'except', where: [valuesOf(team, 'Sales')] }] }, quietTask))).toBe(31)
    for (const where of [
      [valuesOf(team, 'Sales'), valuesOf(site, 'EU')],
      [{ kind: 'text', text: 'says' } as const],
      [{ kind: 'rule', rule: 'score<=6' } as const],
      [{ kind: 'days', from: '2026-01-01', to: null } as const],
      [valuesOf({ kind: 'group' }, 'detractors')],
      [valuesOf({ kind: 'score' }, '3')],
      [{ kind: 'codes', codes: 'any', has: true } as const],
    ]) {
      expect(await refusal(desk.slice({ by: [], where }, quietTask)), JSON.stringify(where)).toBe('anonymous-cut')
    }
    expect(await refusal(desk.slice({ by: [team, site], where: [] }, quietTask))).toBe('anonymous-cut')
    expect(await refusal(desk.slice({ by: [{ kind: 'period', unit: 'month' }], where: [] }, quietTask))).toBe('anonymous-cut')
  })

  it('cross the one field that was chosen with others', async () => {
    const { desk, team, site } = opened
    await anonymous('team')
    const crossed = must(await desk.slice({ by: [team, site], where: [ofWave('w2')] }, quietTask))
    expect(crossed.rows.map(({ key, figure }) => [...key, figure.n])).toEqual([
      ['Sales', 'US', 12],
      ['Dev', 'EU', 11],
      ['Ops', 'US', 8],
    ])
    // That nobody is in the other three is not told.
    expect(crossed.withheld).toHaveLength(3)
    expect(await refusal(desk.slice({ by: [], where: [ofWave('w2'), valuesOf(team, 'Sales'), valuesOf(site, 'EU')] }, quietTask))).toBe('anonymous-few')
  })

  it('compare waves in what both show, without codes and people', async () => {
    const { desk, team } = opened
    await anonymous()
    const compared = must(await desk.compare({ from: [ofWave('w1')], to: [ofWave('w2')], by: team, where: [] }, quietTask))
    expect(compared).toMatchObject({ from: { n: 26 }, to: { n: 31 }, shared: 0, people: null, codes: [], parts: null })
    expect(compared.segments.map(({ value }) => value)).toEqual(['Sales'])
    expect(compared.withheld).toEqual([['Dev'], ['Ops']])
    expect(must(await desk.compare({ from: 'w1', to: 'w2', where: [] }, quietTask)).to.n).toBe(31)
    expect(await refusal(desk.compare({ from: '2026-01', to: '2026-02', where: [] }, quietTask))).toBe('anonymous-cut')
  })

  it('leave a wave of too few out of everything', async () => {
    const { desk, shelf, team } = opened
    await anonymous()
    const before = must(await desk.slice({ by: [team], where: [] }, quietTask))
    await addTo(desk, 'w3', people(4, 'Sales', 'EU', 'Few'))
    const after = must(await desk.slice({ by: [team], where: [] }, quietTask))
    expect(after.total).toEqual(before.total)
    expect(after.rows).toEqual(before.rows)
    expect(must(await desk.slice({ by: [{ kind: 'wave' }], where: [] }, quietTask)).withheld).toEqual([['w3']])
    expect(await refusal(desk.count({ where: [ofWave('w3')] }, quietTask))).toBe('anonymous-few')
    must(await desk.closeProject(null, quietTask))
    expect(must(await desk.projects(null, quietTask))[0]?.figure?.n).toBe(57)
    expect(shelf.ids()).toHaveLength(1)
  })

  it('show no score in the list of projects where there are too few', async () => {
    const { desk } = await openSurvey([people(4, 'Sales', 'EU')])
    must(await desk.makeAnonymous(PROMISE, quietTask))
    must(await desk.closeProject(null, quietTask))
    expect(must(await desk.projects(null, quietTask))[0]?.figure).toBeNull()
  })
})

describe('comments of an anonymous project', () => {
  const page = { order: 'lowest', first: 0, count: 100 } as const

  it('come without who wrote them, in an order of their own', async () => {
    const { desk } = opened
    await anonymous()
    const listed = must(await desk.verbatims({ ...page, where: [] }, quietTask)).verbatims
    expect(listed).toHaveLength(FIRST.length + SECOND.length)
    for (const one of listed) expect(one).toMatchObject({ score: null, group: null, day: null, segments: [] })
    const texts = listed.map(({ text }) => text)
    expect(texts).not.toEqual([...FIRST, ...SECOND].map(({ comment }) => comment))
    expect(texts.toSorted()).toEqual([...FIRST, ...SECOND].map(({ comment }) => comment!).toSorted())
    const other = must(await desk.verbatims({ ...page, order: 'file', where: [] }, quietTask)).verbatims
    expect(other).toEqual(listed)
  })

  it('are not filtered by who wrote them, nor tagged by it, nor found by rules that ask', async () => {
    const { desk, team } = opened
    await anonymous()
    const where = [valuesOf(team, 'Sales')]
    expect(await refusal(desk.verbatims({ ...page, where }, quietTask))).toBe('anonymous-comments')
    expect(await refusal(desk.countVerbatims({ lists: [[], where] }, quietTask))).toBe('anonymous-comments')
    expect(await refusal(desk.codebook({ where }, quietTask))).toBe('anonymous-comments')
    expect(await refusal(desk.themes({ where }, quietTask))).toBe('anonymous-comments')
    const { id } = must(await desk.saveCode({ id: null, name: 'Sales people', parent: null, rule: 'Team="Sales" says', description: '', color: '#336699' }, quietTask))
    expect(await refusal(desk.tag({ verbatims: { where }, code: id, verdict: 'add' }, quietTask))).toBe('anonymous-comments')
    expect(must(await desk.codebook({ where: [] }, quietTask)).codes[0]).toMatchObject({ n: 0, figure: null })
    expect(must(await desk.verbatims({ ...page, where: [{ kind: 'rule', rule: 'score<=6' }] }, quietTask)).total).toBe(0)
    expect(must(await desk.verbatims({ ...page, where: [{ kind: 'rule', rule: 'says -score<=6' }] }, quietTask)).total).toBe(FIRST.length)
    expect(await refusal(desk.words({ list: 'detractors', where: [] }, quietTask))).toBe('anonymous')
  })

  it('of a wave in which too few wrote are not there', async () => {
    const { desk } = opened
    await addTo(desk, 'w3', [...people(9, 'Sales', 'EU', 'Few wrote'), ...people(10, 'Dev', 'EU')])
    const before = must(await desk.verbatims({ ...page, where: [] }, quietTask)).total
    await anonymous()
    expect(must(await desk.verbatims({ ...page, where: [] }, quietTask)).total).toBe(before - 9)
    expect(must(await desk.previewRule({ code: null, rule: 'wrote' }, quietTask)).n).toBe(0)
  })
})

describe('the promise', () => {
  it('is taken back by undo as the next step alone', async () => {
    const { desk } = opened
    expect((await anonymous()).anonymity).toMatchObject(PROMISE)
    expect(must(await desk.undo(null, quietTask)).anonymity).toBeNull()
    must(await desk.redo(null, quietTask))
    await desk.renameProject({ name: 'Other' }, quietTask)
    must(await desk.undo(null, quietTask))
    expect(await refusal(desk.undo(null, quietTask))).toBe('anonymous-kept')
    const history = must(await desk.history({ first: 0, count: 10 }, quietTask))
    expect(await refusal(desk.stepTo({ entry: history.entries.at(-1)!.id }, quietTask))).toBe('anonymous-kept')
    expect(must(await desk.project(null, quietTask)).anonymity).toMatchObject(PROMISE)
  })

  it('holds after opening again', async () => {
    const { desk, project } = opened
    await anonymous()
    must(await desk.closeProject(null, quietTask))
    expect(must(await desk.openProject({ id: project.id }, quietTask)).anonymity).toMatchObject(PROMISE)
    expect(await refusal(desk.drivers(null, quietTask))).toBe('anonymous')
  })

  it('cannot be made again, nor for fewer people', async () => {
    const { desk } = opened
    expect(await refusal(desk.makeAnonymous({ people: 4, comments: 10, crossed: null }, quietTask))).toBe('anonymous')
    expect(await refusal(desk.makeAnonymous({ people: 5, comments: 10, crossed: 'nothing' }, quietTask))).toBe('anonymous')
    await anonymous()
    expect(await refusal(desk.makeAnonymous({ people: 6, comments: 10, crossed: null }, quietTask))).toBe('anonymous')
  })

  it('refuses every call that has been refused, and other ways to count', async () => {
    const { desk, project } = opened
    await anonymous()
    const refused = (Object.keys(STANCES) as EngineMethod[]).filter((method) => STANCES[method] === 'refused')
    expect(refused.length).toBeGreaterThan(5)
    for (const method of refused) {
      const call = desk[method] as (input: unknown, task: typeof quietTask) => Promise<{ readonly ok: boolean; readonly fault?: { readonly code: string } }>
      expect(await refusal(call({}, quietTask)), method).toBe('anonymous')
    }
    expect(await refusal(desk.exportResponses({ format: 'csv' }, quietTask))).toBe('anonymous')
    expect((await desk.exportResponses({ format: 'codebook' }, quietTask)).ok).toBe(true)
    expect(await refusal(desk.saveMethod({ ...project.method, perPerson: true }, quietTask))).toBe('anonymous')
    expect(await refusal(desk.saveMethod({ ...project.method, fiscalStart: 4 }, quietTask))).toBe('anonymous')
    expect((await desk.saveMethod({ ...project.method, interval: 'score' }, quietTask)).ok).toBe(true)
  })
})
