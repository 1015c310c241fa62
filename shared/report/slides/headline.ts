import { roundHalfAway } from '../../nps/round'
import type { Figure } from '../../nps/types'
import { SHARE_AXIS } from '../axis'
import { detectable } from '../detectable'
import type { Chart, HeadlineSlide } from '../outline'
import { hasScore } from '../phrases'
import type { ReportData } from '../types'
import type { Context } from './context'
import { scoreName, scoreNotes } from './context'
import { GROUPS, groupShare } from './groups'

/** The one page for whoever reads only one: score, groups, and whether it moved. */
export function headlineSlide(context: Context): HeadlineSlide {
  const { data, words } = context
  const { headline: figure, change } = data
  const shown = hasScore(figure)
  return {
    kind: 'headline',
    title: title(context),
    score: {
      label: scoreName(context),
      value: shown ? words.score(figure) : null,
      muted: figure.base !== 'ok',
      lines: scoreLines(context),
    },
    groups: GROUPS.map(({ group, name }) => ({
      tone: group,
      name: words.say(name),
      share: shown ? words.percent(groupShare(figure, group)) : words.count(figure[group]),
      count: figure.n === 0 ? words.say('report.none') : words.say('report.of', { part: figure[group], n: figure.n }),
    })),
    chart: shown ? sharesChart(context, figure) : null,
    change: change === null ? null : changeBlock(context, change),
    notes: scoreNotes(context, change === null ? [] : [words.say('report.note.change')]),
  }
}

function title({ data, words }: Context): string {
  if (data.headline.n === 0) return words.say('report.headline.title.empty')
  if (data.change === null) return words.say('report.headline.title')
  return words.say(`report.headline.title.${data.change.change.verdict}`, {
    from: words.period(data.change.from.period),
  })
}

function scoreLines({ data, words }: Context): string[] {
  const { headline: figure, responses } = data
  const dates = words.days(responses.first, responses.last)
  const scope = dates === null ? words.say('report.headline.all.undated') : words.say('report.headline.all', { dates })
  if (figure.n === 0) return [words.say('report.answers', { n: 0 })]
  if (!hasScore(figure)) return [words.say('report.headline.tiny', { counts: words.counts(figure) }), scope]
  const answers = words.say('report.answers', { n: figure.n })
  const caution = figure.base === 'low' ? [words.say('report.headline.low')] : []
  return [words.fullInterval(figure), answers, ...caution, scope]
}

function sharesChart({ words }: Context, figure: Figure): Chart {
  const shares = Object.fromEntries(GROUPS.map(({ group }) => [group, words.percent(groupShare(figure, group))]))
  return {
    kind: 'stacked',
    alt: words.say('report.headline.chart', shares),
    unit: 'share',
    axis: SHARE_AXIS,
    categories: [words.say('report.sheet.score.all')],
    series: GROUPS.map(({ group, name }) => ({
      name: words.say(name),
      values: [groupShare(figure, group)],
      tones: [group],
      interval: null,
    })),
  }
}

function changeBlock(
  { words }: Context,
  change: NonNullable<ReportData['change']>,
): NonNullable<HeadlineSlide['change']> {
  const { say } = words
  const sides = [change.to, change.from].map(({ period, figure }) =>
    say('report.change.from', { period: words.period(period), figure: words.figure(figure) }),
  )
  const least = change.change.verdict === 'within-noise' ? detectable(change.from.figure, change.to.figure) : null
  return {
    title: say('report.change.title', { from: words.period(change.from.period), to: words.period(change.to.period) }),
    lines: [
      words.change(change.change),
      ...sides,
      ...(least === null ? [] : [say('report.note.detectable', { points: roundHalfAway(least) })]),
    ],
  }
}
