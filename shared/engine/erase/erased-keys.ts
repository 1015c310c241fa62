import { z } from 'zod'
import { crc32 } from '../../base/crc32'
import { utf8Of } from '../../base/utf8'
import { responseKey } from '../../ingest/find-duplicates'
import type { Setting } from '../../model/records'
import { ERASED } from './erase-record'
import type { Platform } from '../platform'
import { parseSetting } from '../settings/settings'

/** Four letters of a checksum, by which most rows are told to be others at once, and half of a SHA-256. */
const KEY = /^[0-9a-f]{36}$/

const erasedSchema = z.strictObject({
  /** How many people and responses went each time, the first time first. */
  acts: z.array(z.strictObject({ respondents: z.number().int().positive(), responses: z.number().int().nonnegative() })),
  keys: z.array(z.string().regex(KEY)),
})
export type Erased = z.infer<typeof erasedSchema>

export const erasedIn = (setting: Setting | null | undefined): Erased => parseSetting(erasedSchema, setting?.value) ?? { acts: [], keys: [] }
export const erasedOf = (settings: ReadonlyMap<string, Setting>): Erased => erasedIn(settings.get(ERASED))

/** A response as its key is made: its id and day where it has an id (some tools count from one again in each survey), else all that it says. */
export interface KeyedResponse {
  readonly id: string
  /** Days since 1970-01-01 of the answer; null: unknown. */
  readonly day: number | null
  /** Cells by their fields. */
  readonly cells: readonly (readonly [field: string, cell: string])[]
}

const saidBy = ({ id, day, cells }: KeyedResponse): string => {
  const key = responseKey(id)
  if (key !== '') return JSON.stringify([key, day])
  const filled = cells.map(([field, cell]) => [field, responseKey(cell)] as const).filter(([, cell]) => cell !== '')
  return JSON.stringify(filled.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const checksum = (bytes: Uint8Array): string => (crc32(bytes) & 0xffff).toString(16).padStart(4, '0')
const bytesOf = (project: string, response: KeyedResponse): Uint8Array => utf8Of(`${project}\n${saidBy(response)}`)

/** What knows a response again, in this project only: it is made with the project's own random id. */
export async function keyOfErased(project: string, response: KeyedResponse, sha256: Platform['sha256']): Promise<string> {
  const bytes = bytesOf(project, response)
  return checksum(bytes) + (await sha256(bytes)).slice(0, 32)
}

/** Whether a response was erased. */
export function knowsErased(project: string, keys: readonly string[], sha256: Platform['sha256']): (response: KeyedResponse) => Promise<boolean> {
  const [all, checksums] = [new Set(keys), new Set(keys.map((key) => key.slice(0, 4)))]
  const isKnown = async (response: KeyedResponse): Promise<boolean> => {
    const bytes = bytesOf(project, response)
    const begins = checksum(bytes)
    return checksums.has(begins) && all.has(begins + (await sha256(bytes)).slice(0, 32))
  }
  return async (response) => {
    const { day } = response
    // Another zone may make it the day before or after.
    for (const near of day === null ? [null] : [day, day - 1, day + 1]) if (await isKnown({ ...response, day: near })) return true
    return false
  }
}
