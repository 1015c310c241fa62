import { isOwnExport } from '../model/own-export'
import { isLabelRow, joinOptions, saysKinds, saysOnlyKinds } from './option-row'
import { headerKey } from './presets'

export interface Header {
  /** Records above the header: titles. */
  readonly titles: number
  readonly rows: number
  readonly headers: readonly string[]
  /** The id that the survey tool gives each question; null where there is none. */
  readonly questions: readonly (string | null)[]
  /** The survey tool, where its marks below the header give it away. */
  readonly tool: 'surveymonkey' | null
}

/** Records searched for the header. */
export const HEADER_SEARCH = 30
const TITLE_SHARE = 0.5
const IMPORT_ID = /^\s*\{\s*["']ImportId["']\s*:/

/**
 * Finds the header among the first records: the first row with at least half as many different words as the fullest
 * row has. Titles above it have fewer. `rows` forces the number of header rows; 0 means that there is none.
 */
export function findHeader(records: readonly (readonly string[])[], rows?: number): Header {
  const first = records.slice(0, HEADER_SEARCH)
  const filled = first.map((record) => new Set(record.map((cell) => cell.trim()).filter((cell) => cell !== '')).size)
  const enough = Math.max(...filled, 0) * TITLE_SHARE
  const fullest = Math.max(filled.findIndex((count) => count >= enough && count > 0), 0)
  // Where most questions have several columns, the row above the options has few words.
  const titles = fullest > 0 && isOptionPair(first[fullest - 1]!, first[fullest]!, first.slice(fullest + 1)) ? fullest - 1 : fullest
  const top = first[titles] ?? []
  if (rows === 0) return { titles: 0, rows: 0, headers: top.map(() => ''), questions: top.map(() => null), tool: null }
  const block = first.slice(titles, titles + (rows ?? countRows(first, titles)))
  const below = first.slice(titles + block.length)
  const hasOptions = block.length === 2 && (saysKinds(block[1]!) || isLabelRow(block[0]!, block[1]!, below))
  const tool = hasOptions ? 'surveymonkey' : null
  const headers = hasOptions ? joinOptions(block[0]!, block[1]!, below) : joinRows(block)
  return { titles, rows: block.length, headers, questions: questionIds(block, top.length), tool }
}

/** Two or three header rows, where a tool's own marks make it certain. */
function countRows(records: readonly (readonly string[])[], at: number): number {
  const [top = [], second = [], third = []] = records.slice(at, at + 3)
  if (isOwnExport(top)) return 1
  if (third.some((cell) => IMPORT_ID.test(cell))) return 3
  if (second.some((cell) => IMPORT_ID.test(cell))) return 2
  const started = top.indexOf('StartDate')
  if (started !== -1 && top.includes('ResponseId') && second.length > started && !/\d/.test(second[started]!)) return 2
  if (top[0] === 'V1' && top[1] === 'V2' && second.some((cell) => headerKey(cell) === 'responseid')) return 2
  if (saysKinds(second) && ((top.includes('') && second[0] !== '') || saysOnlyKinds(second))) return 2
  return isOptionPair(top, second, records.slice(at + 2)) ? 2 : 1
}

/** The two header rows of SurveyMonkey, as their words or their shape tell. */
const isOptionPair = (top: readonly string[], second: readonly string[], below: readonly (readonly string[])[]): boolean =>
  (headerKey(top[0] ?? '') === 'respondentid' && saysKinds(second)) || isLabelRow(top, second, below)

/** Qualtrics' ids outlast every rewording of a question; those of its own columns say nothing more than their headers. */
function questionIds(block: readonly (readonly string[])[], columns: number): readonly (string | null)[] {
  const ids = block.find((row) => row.some((cell) => IMPORT_ID.test(cell))) ?? []
  return Array.from({ length: columns }, (_, column) => {
    const cell = ids[column] ?? ''
    const [, id = ''] = /["']ImportId["']\s*:\s*["']([^"']+)["']/.exec(cell) ?? []
    const [, choice] = /["']choiceId["']\s*:\s*["']([^"']+)["']/.exec(cell) ?? []
    if (!/^QID/i.test(id)) return null
    return choice === undefined ? id : `${id}/${choice}`
  })
}

/** One header per column: Qualtrics puts a code above the question's words. */
function joinRows(block: readonly (readonly string[])[]): readonly string[] {
  const [top = [], second = []] = block
  if (block.length < 2 || second.some((cell) => IMPORT_ID.test(cell))) return top
  return top.map((code, column) => {
    const words = second[column]?.trim() ?? ''
    if (words === '' || words === code || isMetadata(code)) return code
    return /^V\d+$/.test(code) ? words : `${code} ${words}`
  })
}

/** Qualtrics names its own columns alike in every language; the row below may be translated. */
const METADATA =
  /^(StartDate|EndDate|RecordedDate|Status|IPAddress|Progress|Duration \(in seconds\)|Finished|ResponseI[dD]|ResponseSet|Recipient(LastName|FirstName|Email)|External(Data)?Reference|Location(Latitude|Longitude)|DistributionChannel|UserLanguage)$/
const isMetadata = (code: string): boolean => METADATA.test(code)
