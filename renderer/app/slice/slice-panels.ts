import { ok, type Result } from '../../../shared/base/result'
import type { Clause, Dimension, Slice, SliceRow } from '../../../shared/query/types'
import type { CommandContext } from '../command-context'
import { ask } from '../engine-call'

export const MOST_PANELS = 9

/** Two fields crossed, for one value of a third. */
export interface Panel {
  readonly value: string | null
  readonly slice: Slice
}

export interface Panels {
  /** Every value of the third field with its figure. */
  readonly values: readonly SliceRow[]
  readonly shown: readonly Panel[]
}

/** What a chart draws: two fields at most, and the same for the values of a third. */
export interface Drawing {
  readonly value: Slice
  readonly panels: Panels | null
}

/** The values that get a panel: those with the most answers, of time the latest. */
export function panelValues(rows: readonly SliceRow[], { kind }: Dimension): readonly (string | null)[] {
  const some = rows.filter(({ figure }) => figure.n > 0)
  const time = some.filter(({ key: [period] }) => typeof period === 'string').toSorted((a, b) => ((a.key[0] ?? '') < (b.key[0] ?? '') ? 1 : -1))
  const ranked = kind === 'period' ? time : some.toSorted((a, b) => b.figure.n - a.figure.n)
  return ranked.slice(0, MOST_PANELS).map(({ key }) => key[0] ?? null)
}

/**
 * Asks for what a chart draws. Each panel is a slice of its own, by a condition on the third field: totals are right where
 * responses have several answers, and where only the latest answer of a person counts.
 */
export async function askDrawing(
  { session, client }: Pick<CommandContext, 'session' | 'client'>,
  by: readonly Dimension[],
  where: readonly Clause[],
): Promise<Result<Drawing> | null> {
  const [down, across, each] = by
  const two = [down, across].filter((dimension) => dimension !== undefined)
  const [whole, values] = await Promise.all([
    ask(session, client, 'slice', { by: two, where }),
    each ? ask(session, client, 'slice', { by: [each], where }) : null,
  ])
  if (!whole || (each && !values)) return null
  if (!whole.ok) return whole
  if (!each || !values) return ok({ value: whole.value, panels: null })
  if (!values.ok) return values
  const chosen = panelValues(values.value.rows, each)
  const slices = await Promise.all(
    chosen.map((value) => ask(session, client, 'slice', { by: two, where: [...where, { kind: 'values', dimension: each, values: [value] }] })),
  )
  const shown: Panel[] = []
  for (const [at, slice] of slices.entries()) {
    if (!slice) return null
    if (!slice.ok) return slice
    shown.push({ value: chosen[at] ?? null, slice: slice.value })
  }
  return ok({ value: whole.value, panels: { values: values.value.rows, shown } })
}
