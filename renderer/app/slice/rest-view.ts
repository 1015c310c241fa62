import { REST_Q, restTests, untested, type RestTest } from '../../../shared/nps/against-rest'
import type { Figure } from '../../../shared/nps/types'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension } from '../../../shared/query/types'
import type { Words } from '../words/words'

/** The figures of a view, each against everybody else in it. */
export interface RestView {
  readonly of: (figure: Figure) => RestTest | null
  /** The same for what may be compared; null at once for a low base, of which there may be very many. */
  readonly tested: (figure: Figure) => RestTest | null
  readonly comparisons: number
  /** Why nothing is compared although there are answers: the figures share people. */
  readonly shares: boolean
}

/** All figures that a view compares are one family. Where the latest answer of each person counts in each period, people are in several. */
export function restView(total: Figure, figures: readonly Figure[], by: readonly Dimension[], project: ProjectView): RestView {
  const shares = project.method.perPerson && by.some(({ kind }) => kind === 'period')
  if (shares) return { of: () => null, tested: () => null, comparisons: 0, shares }
  const full = figures.filter(({ base }) => base === 'ok')
  const { tests, comparisons } = restTests(total, full)
  const known = new Map(full.map((figure, at) => [figure, tests[at]!]))
  const tested = (figure: Figure): RestTest | null => known.get(figure) ?? null
  return { of: (figure) => tested(figure) ?? (figure.base === 'ok' ? null : untested(total, figure)), tested, comparisons, shares }
}

/** What the signs of a view mean, and how many comparisons stand behind them. */
export function restLegend({ comparisons, shares }: RestView, { t, locale }: Words): string {
  if (shares) return t('rest.people')
  return comparisons === 0 ? t('rest.legend.none') : t('rest.legend', { q: threshold(locale), n: comparisons })
}

const threshold = (locale: string): string => REST_Q.toLocaleString(locale, { minimumFractionDigits: 2 })

/** What the columns of a comparison mean. */
export const restHints = ({ comparisons }: RestView, { t, locale, percent }: Words) => ({
  verdict: t('rest.define.verdict', { q: threshold(locale) }),
  difference: t('rest.define.difference'),
  p: t('rest.define.p'),
  q: t('rest.define.q', { n: comparisons, q: threshold(locale), share: percent(REST_Q) }),
})
export type RestHints = ReturnType<typeof restHints>

/** Whether a response may count for several values of the dimension. */
export const overlaps = (dimension: Dimension, project: ProjectView): boolean =>
  dimension.kind === 'field' && project.fields.find(({ id }) => id === dimension.field)?.kind === 'multi'
