import type { CodeEffect, Difference } from '../../../shared/nps/types'
import type { Comparison, SamePeople } from '../../../shared/query/types'
import { baseOf } from '../../../shared/nps/figure'
import type { SegmentRow, ThemeRow } from './compare-rows'
import type { SideNames } from './compare-sides'
import type { Step, Steps } from './compare-steps'
import { callOf } from './compare-words'
import { differenceCells, differenceHeads, effectCells, figureCells, figureHeads, type CopiedTable } from '../figures/copied-table'
import type { Words } from '../words/words'

const GROUPS = ['promoters', 'passives', 'detractors'] as const
const SIDES = ['from', 'to'] as const

const sided = (heads: readonly string[], names: SideNames, { t }: Words): readonly string[] =>
  SIDES.flatMap((side) => heads.map((column) => t('copy.side', { side: names[side], column })))

/** Both sides, and the difference between them. */
export function sidesTable({ from, to, change }: Comparison, names: SideNames, words: Words): CopiedTable {
  const { t } = words
  return [
    [t('compare.column.period', { kind: names.kind }), ...figureHeads(words), ...differenceHeads(words)],
    [names.from, ...figureCells(from)],
    [names.to, ...figureCells(to), ...differenceCells(change, from.base !== 'tiny' && to.base !== 'tiny')],
  ]
}

/** Every segment with the figures of both sides, and what it adds to the change. */
export function segmentsTable(rows: readonly SegmentRow[], field: string, names: SideNames, words: Words): CopiedTable {
  const { t } = words
  const head = [
    field,
    ...sided([...figureHeads(words), t('copy.share')], names, words),
    ...differenceHeads(words),
    t('copy.q'),
    t('compare.column.verdict'),
    t('copy.mix'),
    t('copy.rate'),
  ]
  const lines = rows.map((row) => {
    const isShown = row.state === 'ok' || row.state === 'low'
    return [
      row.label,
      ...figureCells(row.from),
      row.shareFrom,
      ...figureCells(row.to),
      row.shareTo,
      ...differenceCells(row.change, isShown),
      isShown ? row.q : null,
      verdictOf(row.state, row.change, names, words),
      row.parts?.mix ?? null,
      row.parts?.rate ?? null,
    ]
  })
  return [head, ...lines]
}

function verdictOf(state: SegmentRow['state'], change: Difference, names: SideNames, words: Words): string {
  const { t } = words
  if (state === 'new' || state === 'gone') return t(`compare.state.${state}`, { kind: names.kind, period: state === 'new' ? names.to : names.from })
  if (state === 'tiny') return t('compare.state.tiny')
  const { text } = callOf(change, words)
  return state === 'low' ? `${text} (${t('compare.state.low')})` : text
}

/** The way from one score to the other, step by step. */
export function stepsTable({ from, to, mix, rate, steps }: Steps, field: string, labelOf: (step: Step) => string, names: SideNames, words: Words): CopiedTable {
  const { t } = words
  return [
    [field, t('copy.rate'), t('copy.mix'), t('copy.both'), t('copy.before'), t('copy.after')],
    [names.from, null, null, null, null, from],
    ...steps.map((step) => [labelOf(step), step.rate, step.mix, step.rate + step.mix, step.before, step.after]),
    [names.to, rate, mix, rate + mix, from, to],
  ]
}

/** Every theme with what it does on both sides, and how both its share and its contribution moved. */
export function themesTable(rows: readonly ThemeRow[], names: SideNames, words: Words): CopiedTable {
  const { t } = words
  const effect = [
    t('copy.mentions'),
    t('copy.share'),
    t('copy.nps-with'),
    t('copy.nps-without'),
    t('copy.contribution'),
    t('copy.contribution.low'),
    t('copy.contribution.high'),
  ]
  const head = [
    t('compare.themes.name'),
    ...sided(effect, names, words),
    ...(['share-change', 'shift'] as const).flatMap((of) => [t(`copy.${of}`), t(`copy.${of}.low`), t(`copy.${of}.high`), t(`copy.${of}.p`)]),
    t('copy.volume'),
    t('copy.severity'),
    t('compare.column.verdict'),
  ]
  const shown = (side: CodeEffect): boolean => baseOf(side.n) !== 'tiny'
  const lines = rows.map((row) => {
    const isShown = row.state !== 'tiny'
    const moved = isShown && row.contribution.low !== null
    return [
      row.code,
      ...effectCells(row.from, shown(row.from)),
      ...effectCells(row.to, shown(row.to)),
      ...differenceCells(row.change, isShown),
      ...differenceCells(row.contribution, moved),
      moved ? row.contribution.volume : null,
      moved ? row.contribution.severity : null,
      verdictOf(row.state, row.change, names, words),
    ]
  })
  return [head, ...lines]
}

/** Who went where, as counts, and how the score of these customers changed. */
export function peopleTable({ table, change }: SamePeople, names: SideNames, words: Words): CopiedTable {
  const { t } = words
  const group = (id: (typeof GROUPS)[number], period: string): string => t('why.people.before', { group: t(`slice.column.${id}`), period })
  const total = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0)
  const counts = table.map((row) => [...row, total(row)])
  const all = [0, 1, 2, 3].map((at) => total(counts.map((row) => row[at] ?? 0)))
  const migration = [
    [t('why.people.group'), ...GROUPS.map((id) => group(id, names.to)), t('why.people.all')],
    ...GROUPS.map((id, at) => [group(id, names.from), ...(counts[at] ?? [])]),
    [t('why.people.all'), ...all],
  ]
  if (!change) return migration
  return [
    ...migration,
    [],
    [t('copy.customers'), t('copy.side', { side: names.from, column: 'NPS' }), t('copy.side', { side: names.to, column: 'NPS' }), ...differenceHeads(words)],
    [change.n, change.before, change.after, change.change, change.low, change.high, change.p],
  ]
}
