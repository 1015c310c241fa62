import type { MethodSlide } from '../outline'
import type { Context } from './context'
import { filterOf, nonStandardLine, scoreDefinition, scoreNotes, intervalNote } from './context'
import { segmentPages } from './segment'

const WAVES_SHOWN = 8
/** Below this no interval is shown that the title could speak of. */
const FEWEST = 10

/** How the numbers were made: fact by fact, and what became of every file. */
export function methodSlide(context: Context): MethodSlide {
  const { data, words, queries } = context
  const { say } = words
  const { waves } = data.method
  const shown = waves.slice(0, WAVES_SHOWN)
  const left = waves.length - shown.length
  return {
    id: 'method',
    kind: 'method',
    title: data.responses.scored < FEWEST ? say('report.sheet.method.about') : say('report.method.is', { n: data.responses.scored, interval: say('report.method.is.interval') }),
    facts: methodFacts(context),
    table: {
      columns: [
        { label: say('report.column.wave'), numeric: false },
        { label: say('report.column.file'), numeric: false },
        { label: say('report.column.accepted'), numeric: true },
        { label: say('report.column.setAside'), numeric: true },
        { label: say('report.column.duplicates'), numeric: true },
        { label: say('report.column.rejected'), numeric: true },
      ],
      rows: shown.map((wave) => ({
        cells: [
          words.label(wave.name, 22),
          words.label(wave.file, 26),
          words.count(wave.accepted),
          words.count(wave.setAside),
          words.count(wave.duplicates),
          words.count(wave.rejected),
        ],
        muted: false,
        key: null,
        mark: null,
      })),
    },
    foot: left > 0 ? [say('report.method.waves.more', { n: left })] : [],
    sources: [queries.ref([])],
    notes: scoreNotes(context, [say('report.note.change'), say('report.note.contribution')]),
  }
}

/** The facts of the method, also for the workbook. */
export function methodFacts(context: Context): MethodSlide['facts'] {
  const { data, words } = context
  const { say } = words
  const { all, accepted, scored, commented } = data.responses
  const filter = filterOf(context, 240)
  const isUntold = accepted === 0 || data.anonymous !== null
  const { codes, codebook: version } = data.method
  const codebook =
    commented === 0
      ? say('report.method.uncommented')
      : codes === 0
        ? say('report.method.codes.none')
        : say('report.method.codes.text', { n: codes, version })
  const shown = new Set(segmentPages(data.segments))
  const hidden = data.segments.filter((table) => !shown.has(table)).map(({ field }) => words.label(field, 30))
  const fields = say('report.method.fields.text', { n: hidden.length, fields: words.label(hidden.join(', '), 160) })
  const scale = { label: say('report.method.scale'), text: nonStandardLine(context) }
  return [
    ...(data.nonStandard === null ? [] : [scale]),
    ...(filter === null
      ? []
      : [{ label: say('report.method.filter'), text: say('report.method.filter.text', { filter, n: accepted, all }) }]),
    ...(data.anonymous === null
      ? [{ label: say('report.method.answers'), text: say('report.method.answers.text', { accepted, scored, commented }) }]
      : [{ label: say('report.method.anonymous'), text: say('report.method.anonymous.text', { people: data.anonymous, n: scored }) }]),
    // Of none it cannot be said whether they have dates or comments; of an anonymous survey it is not.
    ...(isUntold ? [] : [{ label: say('report.method.dates'), text: datesText(context) }]),
    { label: say('report.method.score'), text: scoreDefinition(context) },
    { label: say('report.method.interval'), text: intervalNote(context) },
    { label: say('report.method.base'), text: say('report.note.base') },
    ...(data.change === null ? [] : [{ label: say('report.method.change'), text: say('report.note.change') }]),
    ...(isUntold ? [] : [{ label: say('report.method.codes'), text: codebook }]),
    ...(data.quotes.length === 0 || scored < 10 ? [] : [{ label: say('report.method.quotes'), text: say('report.method.quotes.text') }]),
    ...(hidden.length === 0 ? [] : [{ label: say('report.method.fields'), text: fields }]),
    {
      label: say('report.method.fingerprint'),
      text: say('report.method.fingerprint.text', { fingerprint: words.fingerprint(data.method.fingerprint) }),
    },
  ]
}

/** From when to when, and the fiscal year where it is not that of the calendar. */
function datesText({ data: { responses, method }, words }: Context): string {
  const days = words.days(responses.first, responses.last)
  if (days === null) return words.say('report.method.undated')
  return method.fiscalStart === 1 ? days : `${days}. ${words.say('report.note.fiscal', { start: method.fiscalStart })}`
}
