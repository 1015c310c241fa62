import fc from 'fast-check'
import { expect, it } from 'vitest'
import { guardWave, type Cut, type WaveGuard } from '../../../../shared/query/anonymous/guard-wave'
import { madeAnswers, scored, type MadeAnswer } from './tables'

const RUNS = process.env['EARSHOT_SOAK'] ? 5000 : 300

const cutsOf = (made: readonly MadeAnswer[], widths: readonly number[]): readonly Cut[] =>
  widths.map((values, at) => ({ values, codes: made.map((one) => one.values[at]!) }))

/** Each group that is shown, as a test of what an answer has in each field. */
function shownGroups({ total, values, cells }: WaveGuard, crossed: number | null): readonly ((of: readonly number[]) => boolean)[] {
  return [
    ...(total ? [() => true] : []),
    ...values.flatMap((own, field) => own.flatMap((is, value) => (is ? [(of: readonly number[]) => of[field] === value] : []))),
    ...cells.flatMap((table, field) =>
      (table ?? []).flatMap((line, i) => line.flatMap((is, j) => (is ? [(of: readonly number[]) => of[crossed!] === i && of[field] === j] : []))),
    ),
  ]
}

/** All ways in which people may be spread over the places so that every group that is shown has as many as it has. */
function everySpread(places: readonly (readonly number[])[], shown: readonly ((of: readonly number[]) => boolean)[], counts: readonly number[]): readonly (readonly number[])[] {
  const lacks = [...counts]
  const groupsOf = places.map((place) => shown.flatMap((group, at) => (group(place) ? [at] : [])))
  // The last place that can fill a group has to.
  const lastOf = shown.map((group) => places.findLastIndex(group))
  const found: number[][] = []
  const now: number[] = []
  const fill = (at: number): void => {
    if (at === places.length) {
      found.push([...now])
      return
    }
    const groups = groupsOf[at]!
    const most = Math.min(...groups.map((group) => lacks[group]!))
    const due = groups.filter((group) => lastOf[group] === at)
    const wanted = due.length > 0 ? lacks[due[0]!]! : null
    if (due.some((group) => lacks[group] !== wanted)) return
    for (let count = wanted ?? 0; count <= (wanted ?? most) && count <= most; count++) {
      now[at] = count
      for (const group of groups) lacks[group]! -= count
      fill(at + 1)
      for (const group of groups) lacks[group]! += count
    }
  }
  fill(0)
  return found
}

/** Looks for a group of 1 to k - 1 people, or one whose answers are all alike, of which all that is shown leaves no doubt. */
function attack(made: readonly MadeAnswer[], widths: readonly number[], places: readonly (readonly number[])[], crossed: number | null, k: number): number {
  const guard = guardWave(scored(made), cutsOf(made, widths), crossed, k)
  const shown = shownGroups(guard, crossed)
  if (shown.length === 0) return 0
  const spreadsOf = (answers: readonly MadeAnswer[]): readonly (readonly number[])[] =>
    everySpread(places, shown, shown.map((group) => answers.filter(({ values }) => group(values)).length))
  const all = spreadsOf(made)
  const others = [0, 1, 2].map((group) => spreadsOf(made.filter((one) => one.group !== group)))
  for (let union = 1; union < 2 ** places.length; union++) {
    const has = (at: number): boolean => ((union >> at) & 1) === 1
    const members = made.filter(({ values }) => has(places.findIndex((place) => place.every((value, at) => value === values[at]))))
    if (members.length === 0) continue
    const sumIn = (spread: readonly number[]): number => spread.reduce((sum, count, at) => sum + (has(at) ? count : 0), 0)
    const groups = new Set(members.map(({ group }) => group))
    const isPinned = all.every((spread) => sumIn(spread) === members.length)
    if (members.length < k) expect(isPinned, `${union}: ${members.length} of fewer than ${k}`).toBe(false)
    if (groups.size === 1) expect(others[[...groups][0]!]!.every((spread) => sumIn(spread) === 0), `${union}: all alike`).toBe(false)
  }
  return shown.length
}

const product = (widths: readonly number[]): readonly (readonly number[])[] =>
  widths.reduce<readonly (readonly number[])[]>((places, width) => places.flatMap((place) => Array.from({ length: width }, (_, value) => [...place, value])), [[]])

it('lets nobody find out about a few by adding and subtracting across unrelated fields', () => {
  let shown = 0
  fc.assert(
    fc.property(madeAnswers([2, 2, 2], 22), fc.constantFrom(null, 0, 2), fc.integer({ min: 2, max: 3 }), (made, crossed, k) => {
      shown += attack(made, [2, 2, 2], product([2, 2, 2]), crossed, k)
    }),
    { numRuns: RUNS },
  )
  expect(shown).toBeGreaterThan(RUNS)
})

it('nor by taking teams from their departments and divisions', () => {
  // Eight teams in four departments in two divisions; who attacks knows which belongs where.
  const places = Array.from({ length: 7 }, (_, team) => [team, Math.floor(team / 2), Math.floor(team / 4)])
  const nested = fc.array(fc.record({ group: fc.constantFrom(0, 1, 1, 2), team: fc.nat(6) }), { maxLength: 26 })
  let shown = 0
  fc.assert(
    fc.property(nested, fc.constantFrom(null, 1, 2), fc.integer({ min: 2, max: 3 }), (answers, crossed, k) => {
      const made = answers.map(({ group, team }): MadeAnswer => ({ group, values: places[team]! }))
      shown += attack(made, [7, 4, 2], places, crossed, k)
    }),
    { numRuns: RUNS },
  )
  expect(shown).toBeGreaterThan(RUNS)
})

it('hides a wave of too few, and whatever is in it', () => {
  const made = [0, 1, 2, 2].map((group) => ({ group, values: [0] }))
  expect(guardWave(scored(made), cutsOf(made, [1]), null, 5)).toEqual({ total: false, values: [[false]], cells: [null] })
})

it('hides a team that would give away the rest of its department', () => {
  // Department 0 has 14 people, 12 of them in team 0; department 1 has 12.
  const made = Array.from({ length: 26 }, (_, at): MadeAnswer => ({ group: at % 3, values: at < 12 ? [0, 0] : at < 14 ? [1, 0] : at < 20 ? [2, 1] : [3, 1] }))
  // Team 1 is too small and takes team 2 along; team 0 would then still leave 2 of its department.
  const { values } = guardWave(scored(made), cutsOf(made, [4, 2]), null, 5)
  expect(values).toEqual([
    [false, false, false, true],
    [true, true],
  ])
})
