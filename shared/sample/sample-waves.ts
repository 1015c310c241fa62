import type { Locale } from '../locale/translate'
import { QUARTERS, tenureOf, type Quarter } from './facts'
import { makeResponses, type Answer } from './responses'
import { WORDS, type Words } from './words'

/** One quarter's export. */
export interface SampleWave {
  readonly quarter: Quarter
  readonly name: string
  readonly file: string
  /** CSV as the survey tool writes it: byte order mark, every cell in quotes. */
  readonly text: string
}

/**
 * Six exports of an invented company's survey, in which there is something to find; the same text on every machine. In
 * English or Korean but for the comments, which are in the language of whoever answered.
 */
export function sampleWaves(locale: Locale): readonly SampleWave[] {
  const words = WORDS[locale]
  const responses = makeResponses()
  const header = line(headersOf(words))
  return QUARTERS.map((quarter, at) => {
    const answers = responses.get(quarter) ?? []
    const before = responses.get(QUARTERS[at - 1] ?? quarter) ?? []
    const late = before.slice(before.length - EXPORTED_AGAIN[quarter])
    const lines = answers.map((answer) => line(cellsOf(answer, words)))
    const again = late.map((answer) => line(cellsOf(answer, words)))
    // Two exports that somebody put into one file.
    const seam = quarter === '2025-Q4' ? [header] : []
    const middle = Math.floor(lines.length / 2)
    const all = [header, ...again, ...lines.slice(0, middle), ...seam, ...lines.slice(middle)]
    return { quarter, name: words.wave(quarter), file: `harbor-nps-${quarter.toLowerCase()}.csv`, text: `\ufeff${all.join('')}` }
  })
}

/** Header of the column that tells responses apart. */
export const RESPONSE_ID = 'Response ID'

/** Responses of the quarter before that the export holds once more. */
const EXPORTED_AGAIN: Readonly<Record<Quarter, number>> = { '2025-Q1': 0, '2025-Q2': 3, '2025-Q3': 2, '2025-Q4': 1, '2026-Q1': 4, '2026-Q2': 2 }

const headersOf = ({ headers }: Words): readonly string[] => [
  RESPONSE_ID,
  'Date submitted',
  'Last page',
  headers.score,
  headers.reason,
  headers.improve,
  headers.industry,
  headers.product,
  headers.country,
  headers.plan,
  headers.tenure,
  headers.months,
  headers.account,
  headers.contact,
  headers.revenue,
  headers.language,
]

function cellsOf({ id, submitted, score, reason, improve, contact, product, months }: Answer, words: Words): readonly string[] {
  return [
    String(id),
    submitted,
    '2',
    score,
    reason,
    improve,
    words.industries[contact.industry],
    words.products[product],
    words.countries[contact.country],
    words.plans[contact.plan],
    words.tenures[tenureOf(months)],
    String(months),
    contact.account,
    contact.id,
    // The newest customers have not been billed yet.
    months < 1 ? '' : words.revenues[contact.revenue],
    words.languages[contact.language],
  ]
}

const line = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
