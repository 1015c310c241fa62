import type { TitleSlide } from '../outline'
import type { Context } from './context'
import { filterOf, nonStandardLine, sourceNote } from './context'

export function titleSlide(context: Context): TitleSlide {
  const { data, words, queries } = context
  const { scored, first, last } = data.responses
  const dates = words.days(first, last)
  const filter = filterOf(context, 180)
  return {
    id: 'title',
    kind: 'title',
    title: words.label(data.project, 80),
    subtitle: words.say('report.title.subtitle'),
    lines: [
      dates === null
        ? words.say('report.title.answers', { n: scored })
        : words.say('report.title.dated', { n: scored, dates }),
      ...(filter === null ? [] : [words.say('report.filter', { filter })]),
      // The cover has no foot.
      [words.say('report.title.made', { day: words.day(data.at) }), words.say('report.footer.data', { fingerprint: words.fingerprint(data.method.fingerprint) })].join(' · '),
      ...(data.nonStandard === null ? [] : [nonStandardLine(context)]),
    ],
    sources: [queries.ref([])],
    notes: [sourceNote(context)],
  }
}
