import { signed } from '../../nps/round'
import type { Figure } from '../../nps/types'
import type { Series, TableRow } from '../outline'
import { hasScore } from '../phrases'
import type { Reference } from '../types'
import type { Context } from './context'

/** More lines than these hide the score. */
const SHOWN = 3

const shownOf = ({ data }: Context): readonly Reference[] => data.references.filter(({ values }) => values.some((value) => value !== null)).slice(0, SHOWN)

function nameOf({ words }: Context, { kind, name, end }: Reference): string {
  const label = words.label(name, 14)
  return words.say('report.reference.name', { kind: words.say(`report.reference.${kind}`), name: end === null ? label : words.say(`report.reference.${end}`, { name: label }) })
}

/** A level line for each, through the last so many points of the trend. */
export const referenceSeries = (context: Context, points: number): readonly Series[] =>
  shownOf(context).map((reference) => ({
    name: nameOf(context, reference),
    values: reference.values.slice(-points),
    tones: reference.values.slice(-points).map(() => toneOf(reference)),
    interval: null,
    isReference: true,
  }))

const toneOf = ({ kind }: Reference): 'promoters' | 'passives' => (kind === 'target' ? 'promoters' : 'passives')

/** The same as rows of the table under it. */
export const referenceRows = (context: Context, points: number): readonly TableRow[] =>
  shownOf(context).map((reference) => ({
    cells: [
      nameOf(context, reference),
      ...reference.values.slice(-points).map((value) => (value === null ? context.words.say('report.none') : signed(value))),
    ],
    muted: false,
    key: toneOf(reference),
    mark: null,
  }))

/** What the title says, and how the score of that point stands to the first target in force, as far as its interval tells. */
export function referenceTitle(context: Context, trend: string, figure: Figure, at: number): string {
  const { words } = context
  const value = shownOf(context).find(({ kind }) => kind === 'target')?.values[at] ?? null
  if (value === null || !hasScore(figure) || figure.low === null || figure.high === null) return trend
  const way = figure.low > value ? 'above' : figure.high < value ? 'below' : 'near'
  return words.say(`report.trend.is.${way}`, { trend })
}
