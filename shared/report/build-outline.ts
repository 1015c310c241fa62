import type { Locale } from '../locale/translate'
import { buildSheets } from './build-sheets'
import type { Missing, Outline, Slide } from './outline'
import { hasScore, phrases } from './phrases'
import { xmlSafe } from './sanitize'
import { compositionSlide } from './slides/composition'
import { filterOf, type Context } from './slides/context'
import { groupsSlide } from './slides/groups'
import { headlineSlide } from './slides/headline'
import { methodSlide } from './slides/method'
import { quotesSlides } from './slides/quotes'
import { segmentPages, segmentSlide } from './slides/segment'
import { themesSlide } from './slides/themes'
import { titleSlide } from './slides/title'
import { trendSlide } from './slides/trend'
import type { ReportData } from './types'

/**
 * The summary of `data` in one language. What the data lack (dates, segments, codes, comments) is left out; title,
 * headline, composition and method always stand. At most six fields become slides; the workbook holds them all.
 */
export function buildOutline(data: ReportData, locale: Locale): Outline {
  const context: Context = { data, words: phrases(locale) }
  return {
    locale,
    project: xmlSafe(data.project),
    at: data.at,
    footer: footer(context),
    slides: slides(context),
    findings: [],
    queries: [],
    missing: missing(data),
    sheets: buildSheets(context),
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
    ...segmentPages(data.segments).map((table) => segmentSlide(context, table)),
    ...(themes === null || themes.codes.length === 0 ? [] : [themesSlide(context, themes)]),
    ...quotesSlides(context),
    methodSlide(context),
  ]
}

/** What the data do not give, and why. */
function missing({ responses, trend, segments, method, themes, quotes }: ReportData): readonly Missing[] {
  const why: (Missing | false)[] = [
    responses.scored === 0 && 'no-answers',
    responses.first === null ? 'no-dates' : trend === null && 'one-period',
    segmentPages(segments).length === 0 && 'no-fields',
    responses.commented === 0 ? 'no-comments' : method.codes === 0 ? 'no-codes' : themes?.codes.length === 0 && 'no-mentions',
    responses.commented > 0 && quotes.length === 0 && 'no-quotes',
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
    words.say('report.footer.data', { fingerprint: words.label(data.method.fingerprint, 16) }),
  ]
  return parts.join(' · ')
}
