import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import type { Clause, Dimension } from '../../../shared/query/types'
import { must } from '../../helpers/project'
import { addTo, ofWave, openSurvey, valuesOf, type Employee } from './survey'

const K = 5
const TEAMS = ['A', 'B', 'C']
const SITES = ['X', 'Y']
const PLACES = ['w1', 'w2'].flatMap((wave) => TEAMS.flatMap((team) => SITES.map((site) => [wave, team, site] as const)))

const employee: fc.Arbitrary<Employee> = fc.record({
  team: fc.constantFrom('A', 'A', 'A', 'B', 'B', 'C'),
  site: fc.constantFrom('X', 'X', 'Y'),
  score: fc.constantFrom(2, 3, 8, 10),
})
const wave = fc.array(employee, { minLength: 8, maxLength: 40 })

/** Sums over people: a row for each figure that was given, by place. */
class Knowledge {
  private readonly rows: number[][] = []

  learn(of: readonly number[]): void {
    const row = this.reduced(of)
    const lead = row.findIndex((one) => Math.abs(one) > 1e-9)
    if (lead >= 0) this.rows.push(row.map((one) => one / row[lead]!))
  }

  /** Whether the sum follows from those that are known by adding and subtracting. */
  tells(of: readonly number[]): boolean {
    return this.reduced(of).every((one) => Math.abs(one) < 1e-9)
  }

  private reduced(of: readonly number[]): number[] {
    let row = [...of]
    for (const known of this.rows) {
      const lead = known.findIndex((one) => Math.abs(one) > 1e-9)
      const factor = row[lead]!
      if (Math.abs(factor) > 1e-9) row = row.map((one, at) => one - factor * known[at]!)
    }
    return row
  }
}

const subsets = (values: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: 2 ** values.length - 1 }, (_, at) => values.filter((__, place) => (((at + 1) >> place) & 1) === 1))

it('lets nobody find out about fewer than five by asking all there is to ask, and subtracting', async () => {
  let given = 0
  await fc.assert(
    fc.asyncProperty(wave, wave, fc.constantFrom('none', 'team', 'site'), async (first, second, cross) => {
      const { desk, team, site } = await openSurvey([first])
      const crossed = cross === 'none' ? null : cross === 'team' ? team : site
      must(await desk.makeAnonymous({ people: K, comments: 10, crossed: crossed?.kind === 'field' ? crossed.field : null }, quietTask))
      const knowledge = new Knowledge()
      const employees = [...first.map((one) => ({ ...one, wave: 'w1' })), ...second.map((one) => ({ ...one, wave: 'w2' }))]

      const ask = async (waves: readonly string[]): Promise<void> => {
        const parts: readonly (readonly Clause[])[] = [
          [],
          ...subsets(TEAMS).flatMap((values) => [[valuesOf(team, ...values)], [{ kind: 'except' as const, where: [valuesOf(team, ...values)] }]]),
          ...subsets(SITES).map((values) => [valuesOf(site, ...values)]),
          ...TEAMS.flatMap((one) => SITES.map((other) => [valuesOf(team, one), valuesOf(site, other)])),
          [{ kind: 'days', from: '2026-01-01', to: null }],
          [{ kind: 'rule', rule: 'score<=6' }],
          [valuesOf({ kind: 'group' }, 'detractors')],
        ]
        const inWaves = [[], ...subsets(waves).map((values) => [ofWave(...values)])]
        const bys: readonly (readonly Dimension[])[] = [[], [{ kind: 'wave' }], [team], [site], [team, site], [{ kind: 'wave' }, team], [{ kind: 'period', unit: 'month' }], [{ kind: 'score' }]]
        // What of the whole was counted follows from n: a figure without its people could not be right.
        const learn = (of: (place: readonly string[]) => boolean, n: number): void => {
          const counted = employees.filter(({ wave: own, team: ownTeam, site: ownSite }) => waves.includes(own) && of([own, ownTeam, ownSite]))
          if (counted.length !== n) throw new Error(`${n} people counted, not ${counted.length}`)
          given += 1
          knowledge.learn(PLACES.map((place) => (waves.includes(place[0]) && of(place) ? 1 : 0)))
        }
        // Waves too small to be shown are in no sum.
        const shownWaves = must(await desk.values({ of: { kind: 'wave' }, where: [] }, quietTask).then((answer) => (answer.ok ? answer : { ok: true as const, value: [] }))).map(({ value }) => value)
        const passes = (where: readonly Clause[], [own, ownTeam, ownSite]: readonly string[]): boolean =>
          shownWaves.includes(own!) &&
          where.every((clause): boolean => {
            if (clause.kind === 'except') return !passes(clause.where, [own!, ownTeam!, ownSite!])
            if (clause.kind !== 'values') return true
            const value = clause.dimension.kind === 'wave' ? own! : clause.dimension === team ? ownTeam! : ownSite!
            return clause.values.includes(value)
          })
        const valueOf = (dimension: Dimension, [own, ownTeam, ownSite]: readonly string[]): string => (dimension.kind === 'wave' ? own! : dimension === team ? ownTeam! : ownSite!)
        for (const part of parts) {
          for (const inWave of inWaves) {
            const where = [...part, ...inWave]
            for (const by of bys) {
              const slice = await desk.slice({ by, where }, quietTask)
              if (!slice.ok) continue
              learn((place) => passes(where, place), slice.value.total.n)
              for (const { key, figure } of slice.value.rows) learn((place) => passes(where, place) && by.every((dimension, at) => valueOf(dimension, place) === key[at]), figure.n)
              slice.value.margins?.forEach((own, at) => {
                for (const { key, figure } of own) learn((place) => passes(where, place) && valueOf(by[at]!, place) === key[0], figure.n)
              })
            }
            const count = await desk.count({ where }, quietTask)
            if (count.ok) learn((place) => passes(where, place), count.value)
          }
          const compared = await desk.compare({ from: [], to: part, by: team, where: [] }, quietTask)
          if (!compared.ok) continue
          learn((place) => passes(part, place), compared.value.shared)
          for (const { value, from, to } of compared.value.segments) {
            if (from.n > 0) learn((place) => passes([], place) && place[1] === value, from.n)
            if (to.n > 0) learn((place) => passes(part, place) && place[1] === value, to.n)
          }
        }
      }

      await ask(['w1'])
      // What was seen before stays known when another wave comes.
      await addTo(desk, 'w2', second)
      await ask(['w1', 'w2'])

      for (let union = 1; union < 2 ** PLACES.length; union++) {
        const has = (at: number): boolean => ((union >> at) & 1) === 1
        const members = employees.filter((one) => has(PLACES.findIndex(([own, ownTeam, ownSite]) => own === one.wave && ownTeam === one.team && ownSite === one.site)))
        if (members.length === 0) continue
        const opinions = new Set(members.map(({ score }) => (score < 7 ? 0 : score < 9 ? 1 : 2)))
        if (members.length >= K && opinions.size > 1) continue
        const isTold = knowledge.tells(PLACES.map((_, at) => (has(at) ? 1 : 0)))
        if (isTold) expect(PLACES.filter((_, at) => has(at)), `${members.length} people`).toEqual([])
      }
    }),
    { numRuns: process.env['EARSHOT_SOAK'] ? 400 : 8 },
  )
  expect(given).toBeGreaterThan(500)
}, 600_000)
