import type { Locale } from '../locale/translate'
import { buildSheets } from './build-sheets'
import type { Outline, Slide } from './outline'
import { hasScore, phrases } from './phrases'
import { xmlSafe } from './sanitize'
import { compositionSlide } from './slides/composition'
import type { Context } from './slides/context'
import { groupsSlide } from './slides/groups'
import { headlineSlide } from './slides/headline'
import { methodSlide } from './slides/method'
import { quotesSlides } from './slides/quotes'
import { SEGMENTS_SHOWN, segmentSlide } from './slides/segment'
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
    ...data.segments
      .filter(({ rows }) => rows.length > 0)
      .slice(0, SEGMENTS_SHOWN)
      .map((table) => segmentSlide(context, table)),
    ...(themes === null || themes.codes.length === 0 ? [] : [themesSlide(context, themes)]),
    ...quotesSlides(context),
    methodSlide(context),
  ]
}

function footer({ data, words }: Context): string {
  const params = {
    project: words.label(data.project, 50),
    day: words.day(data.at),
    fingerprint: words.label(data.method.fingerprint, 16),
  }
  return data.nonStandard === null
    ? words.say('report.footer', params)
    : words.say('report.footer.nonStandard', { ...params, scale: words.label(data.nonStandard, 12) })
}
