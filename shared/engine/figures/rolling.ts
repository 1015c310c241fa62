import { figureOf } from '../../nps/figure'
import type { GroupCounts } from '../../nps/types'
import type { DimensionColumn } from '../../query/columns'
import { fillPeriods } from '../../query/period'
import type { Dimension, PeriodUnit, SliceRow } from '../../query/types'
import { methodOf } from '../settings/method'
import { peopleOf } from '../people/people'
import type { Project } from '../project/project'

const GROUPS = ['detractors', 'passives', 'promoters'] as const
/** Beyond so many windows of values, those by value are left out: nobody looks at each of them. */
const MOST = 1 << 20

/**
 * The figures of the pooled answers of each period and those before it, `width` in all; by a second dimension as well where there is one. Never
 * a mean of scores. Periods without answers count as periods. Where the latest answer of each person counts, it is the latest within
 * the whole window. Periods before there are so many are left out, and windows without answers.
 */
export function rollingRows(project: Project, selected: Uint8Array, unit: PeriodUnit, split: Dimension | null, width: number): readonly SliceRow[] {
  const { columns } = project
  const { interval, perPerson } = methodOf(project)
  const time = columns.dimension({ kind: 'period', unit })
  const parts = split ? columns.dimension(split) : null
  const { periods, placeOf } = placesOf(time, selected)
  const values = parts?.labels.length ?? 1
  if (periods.length * values > MOST) return []
  // What changes from one window to the next: an answer comes in with its period, and goes `width` later or with a later answer.
  const steps = new Int32Array((periods.length + 1) * values * GROUPS.length)
  const add = (row: number, from: number, to: number): void => {
    const group = columns.groups[row]!
    if (group < 0 || from >= to) return
    const at = (parts ? parts.codes[row]! : 0) * GROUPS.length + group
    steps[from * values * GROUPS.length + at]! += 1
    steps[Math.min(to, periods.length) * values * GROUPS.length + at]! -= 1
  }
  const people = perPerson ? peopleOf(columns) : null
  let person = 0
  let later = 0
  for (const row of people?.rows ?? []) {
    const place = placeOf[time.codes[row]!]!
    if (selected[row] === 0 || place < 0) continue
    const end = people!.of[row] === person ? Math.min(later, place + width) : place + width
    add(row, place, end)
    person = people!.of[row]!
    later = place
  }
  for (let row = 0; row < columns.rows; row++) {
    const place = placeOf[time.codes[row]!]!
    if (selected[row] === 0 || place < 0 || (people && people.of[row] !== 0)) continue
    add(row, place, place + width)
  }
  return rowsOf(steps, periods, parts, width).map(({ key, counts }) => ({ key, figure: figureOf(counts, interval) }))
}

/** Periods from the first to the last in which somebody answered, and the place of each label among them; -1 for no date. */
function placesOf({ codes, labels }: DimensionColumn, selected: Uint8Array): { readonly periods: readonly string[]; readonly placeOf: Int32Array } {
  const occurs = new Uint8Array(labels.length)
  for (let row = 0; row < selected.length; row++) if (selected[row] === 1) occurs[codes[row]!] = 1
  const periods = fillPeriods(labels.flatMap((label, code) => (label !== null && occurs[code] === 1 ? [label] : [])))
  const places = new Map(periods.map((period, place) => [period, place]))
  return { periods, placeOf: Int32Array.from(labels, (label) => (label === null ? -1 : (places.get(label) ?? -1))) }
}

function rowsOf(steps: Int32Array, periods: readonly string[], parts: DimensionColumn | null, width: number) {
  const labels = parts?.labels ?? [null]
  const span = labels.length * GROUPS.length
  const now = new Int32Array(span)
  return periods.flatMap((period, place) => {
    for (let at = 0; at < span; at++) now[at]! += steps[place * span + at]!
    if (place + 1 < width) return []
    const counted = new Map<string | null, GroupCounts>()
    labels.forEach((label, code) => {
      const at = code * GROUPS.length
      const [detractors, passives, promoters] = [now[at]!, now[at + 1]!, now[at + 2]!]
      if (detractors + passives + promoters === 0) return
      const values = label !== null && parts?.options ? parts.options.of[code]!.map((option) => parts.options!.names[option]!) : [label]
      for (const value of values) {
        const known = counted.get(value) ?? { promoters: 0, passives: 0, detractors: 0 }
        counted.set(value, { promoters: known.promoters + promoters, passives: known.passives + passives, detractors: known.detractors + detractors })
      }
    })
    return [...counted].map(([value, counts]) => ({ key: parts ? [period, value] : [period], counts }))
  })
}
