import { ok, type Result } from '../../shared/base/result'
import type { PlanOptions } from '../../shared/ingest/types'

/** Of a host that keeps no earlier states. */
export const nothingKept = (): Promise<Result<null>> => Promise.resolve(ok(null))

/** Roles of the columns of the survey. */
export const ERASE_OPTIONS: PlanOptions = { roles: { 1: 'id', 2: 'date', 3: 'score', 4: 'comment', 5: 'respondent', 6: 'person', 7: 'person', 8: 'segment' } }
const HEADERS = 'Response id,Date,Score,Why,Customer,E-mail,Name,Site'
/** What is of one person alone. */
export const CANARY = {
  respondent: 'CUST-99817',
  email: 'wilhelmina@canary.example',
  name: 'Wilhelmina Quax',
  comment: 'the courier left my "blue" parcel behind the greenhouse twice',
  site: 'Depot Zanzibar',
  note: 'phoned the customer, very cross about the greenhouse',
}
export const said = (text: string): string => `"${text.replaceAll('"', '""')}"`
export const line = (...cells: readonly string[]): string => cells.join(',')

/** Ten answers, two of which are the person's, with response ids from `first` on. */
export function survey(first: number, extra: readonly string[] = []): string {
  const rows = Array.from({ length: 10 }, (_, at) => {
    const id = `R-${first + at}`
    const date = `2026-0${1 + (at % 6)}-10`
    if (at % 5 === 3) return line(id, date, '2', said(`${CANARY.comment} (${at})`), CANARY.respondent, at === 3 ? CANARY.email : '', CANARY.name, CANARY.site)
    return line(id, date, String(at), said(`it went well, case ${at}`), `C-${at}`, `c${at}@example.com`, ['Kim Minsu', 'Ana Roy'][at % 2]!, 'Depot North')
  })
  return [HEADERS, ...rows, ...extra, ''].join('\n')
}

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1)
const FORMS = Object.values(CANARY).flatMap((text) => [...new Set([text, escaped(text), escaped(escaped(text)), text.toLowerCase()])])

/** What is left of the person in bytes, in any of the forms in which texts are written. */
export function erasedTracesIn(files: readonly (Uint8Array | null)[]): readonly string[] {
  const all = files.map((bytes) => Buffer.from(bytes ?? []))
  return FORMS.filter((text) => all.some((bytes) => bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le'))))
}
