import type { Locale } from '../locale/translate'
import { baseOf } from '../nps/figure'
import { buildSheets } from './build-sheets'
import type { Missing, Outline, Slide } from './outline'
import { findingsOf } from './findings'
import { hasScore, phrases } from './phrases'
import { createQueries } from './queries'
import { xmlSafe } from './sanitize'
import { findingSentence } from './statements'
import { changeSlide } from './slides/change'
import { compositionSlide } from './slides/composition'
import { filterOf, type Context } from './slides/context'
import { groupsSlide } from './slides/groups'
import { growthSlide } from './slides/growth'
import { heatSlide } from './slides/heat'
import { headlineSlide } from './slides/headline'
import { leagueSlide } from './slides/league'
import { methodSlide } from './slides/method'
import { quotesSlides } from './slides/quotes'
import { segmentPages, segmentSlide } from './slides/segment'
import { themesSlide } from './slides/themes'
import { titleSlide } from './slides/title'
import { trendSlide } from './slides/trend'
import type { ReportData } from './types'

/** Quotes of fewer answers would give away who said them. */
const FEWEST_QUOTED = 10

/**
 * The summary of `data` in one language. What the data lack (dates, segments, codes, comments) is left out; title,
 * headline, composition and method always stand. `masked` takes out what is personal in values; addresses and numbers by itself. At most six fields become slides; the workbook holds them all.
 */
export function buildOutline(data: ReportData, locale: Locale, masked?: (text: string) => string): Outline {
  const words = phrases(locale, masked)
  const queries = createQueries(data, words)
  const findings = findingsOf(data)
  const context: Context = { data, words, queries, findings }
  const pages = slides(context)
  const sheets = buildSheets(context)
  const statements = findings.map((finding) => ({ text: findingSentence(finding, words), ref: queries.ref(finding.counted) }))
  return {
    locale,
    project: xmlSafe(data.project),
    at: data.at,
    footer: footer(context),
    about: filterOf(context, 600),
    slides: pages,
    findings: statements,
    queries: queries.all(),
    periods: periodsOf(data),
    missing: missing(data),
    sheets,
  }
}

function slides(context: Context): readonly Slide[] {
  const { data } = context
  const { themes } = data
  const trend = data.trend !== null && data.trend.points.length > 0 ? data.trend : null
  const scores = trend?.points.some(({ figure }) => hasScore(figure)) ?? false
  return [
    titleSlide(context),
    headlineSlide(context),
    ...(trend === null
      ? [groupsSlide(context)]
      : [...(scores ? [trendSlide(context, trend)] : []), compositionSlide(context, trend)]),
    ...leagueSlide(context),
    ...heatSlide(context),
    ...changeSlide(context),
    ...(themes === null || themes.codes.every(({ n }) => baseOf(n) === 'tiny') ? [] : [themesSlide(context, themes)]),
    ...growthSlide(context),
    ...quotesSlides(context),
    ...segmentPages(data.segments).map((table) => segmentSlide(context, table)),
    methodSlide(context),
  ]
}

function periodsOf({ trend, change }: ReportData): Outline['periods'] {
  if (trend === null) return null
  const choices = trend.points.map(({ period, figure, isOver }) => ({ period, n: figure.n, isOver }))
  return { choices, from: change?.from.period ?? null, to: change?.to.period ?? null }
}

/** What the data do not give, and why. */
function missing({ anonymous, responses, trend, segments, method, themes, quotes }: ReportData): readonly Missing[] {
  if (anonymous !== null) return segmentPages(segments).length === 0 ? ['anonymous', 'no-fields'] : ['anonymous']
  const why: (Missing | false)[] = [
    responses.scored === 0 && 'no-answers',
    responses.first === null ? 'no-dates' : trend === null && 'one-period',
    segmentPages(segments).length === 0 && 'no-fields',
    responses.commented === 0 ? 'no-comments' : method.codes === 0 ? 'no-codes' : themes !== null && themes.codes.every(({ n }) => baseOf(n) === 'tiny') && 'no-mentions',
    responses.commented > 0 && (quotes.length === 0 || responses.scored < FEWEST_QUOTED) && 'no-quotes',
  ]
  return why.filter((reason) => reason !== false)
}

function footer(context: Context): string {
  const { data, words } = context
  const filter = filterOf(context, 70)
  const parts = [
    words.label(data.project, 50),
    ...(filter === null ? [] : [words.say('report.filter', { filter })]),
    ...(data.nonStandard === null
      ? []
      : [words.say('report.footer.nonStandard', { scale: words.label(data.nonStandard, 12) })]),
    words.say('report.footer.made', { day: words.day(data.at) }),
    ...(data.method.codes === 0 ? [] : [words.say('report.footer.codebook', { version: data.method.codebook })]),
    words.say('report.footer.data', { fingerprint: words.fingerprint(data.method.fingerprint) }),
  ]
  return parts.join(' · ')
}
