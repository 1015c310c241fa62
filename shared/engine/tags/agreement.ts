import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Decoder, SourceFile } from '../../ingest/types'
import { agreement, alpha, masi, nominal, positiveAgreement } from '../../nps/agreement'
import { readTextTable } from '../codebook/text-table'

export interface CodeAgreement {
  readonly code: string
  readonly alpha: number | null
  readonly ac1: number | null
  readonly positiveAgreement: number | null
  /** Units that a coder gave it to. */
  readonly n: number
}

export interface AgreementReport {
  /** Units that two coders or more looked at. */
  readonly units: number
  readonly coders: number
  /** Krippendorff's alpha over the sets of codes, with MASI distances; null where nothing varies. */
  readonly alpha: number | null
  readonly perCode: readonly CodeAgreement[]
}

const COLUMNS = ['unit', 'coder', 'code'] as const

/**
 * How far coders agree, from a file of their words: a row for each code that a coder gave a unit (columns `unit`, `coder`,
 * `code`); a blank code says that the coder looked and gave none. Refuses a file without these columns (`unknown-column`).
 */
export function agreementIn(decoder: Decoder, file: SourceFile): Result<AgreementReport> {
  const table = readTextTable(decoder, file)
  if (!table.ok) return table
  const [header = [], ...rows] = table.value.rows
  const names = header.map((name) => name.replace(/^\ufeff/, '').trim().toLowerCase())
  const places = COLUMNS.map((column) => names.indexOf(column))
  const lacking = COLUMNS.find((_, at) => places[at]! < 0)
  if (lacking) return refuse(fault('unknown-column', { column: lacking, columns: header.map((name) => name.trim()).join(', ') }))

  const units = new Map<string, Map<string, Set<string>>>()
  const [coders, codes] = [new Set<string>(), new Set<string>()]
  for (const row of rows) {
    const [unit = '', coder = '', code = ''] = places.map((place) => (row[place] ?? '').normalize('NFC').trim())
    if (unit === '' || coder === '') continue
    coders.add(coder)
    const words = units.get(unit) ?? new Map<string, Set<string>>()
    units.set(unit, words)
    const given = words.get(coder) ?? new Set<string>()
    words.set(coder, given)
    if (code === '') continue
    given.add(code)
    codes.add(code)
  }
  const ratings = [...units.values()].map((words) => [...words.values()])
  return ok({
    units: ratings.filter((sets) => sets.length > 1).length,
    coders: coders.size,
    alpha: alpha(ratings, masi, (set) => JSON.stringify([...set].sort())),
    perCode: [...codes].sort().map((code) => {
      const has = ratings.map((sets) => sets.map((set) => set.has(code)))
      return { code, alpha: alpha(has, nominal), ac1: agreement(has, [true, false]).ac1, positiveAgreement: positiveAgreement(has), n: has.filter((words) => words.includes(true)).length }
    }),
  })
}
