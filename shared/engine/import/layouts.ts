import { z } from 'zod'
import { ASIDE_CODES, type PlanOptions, type RememberedLayout } from '../../ingest/types'
import { lastingOptions } from '../../model/lasting-options'
import { mergeRoles } from '../../model/merge-roles'
import type { Change } from '../../model/operation'
import type { Setting } from '../../model/records'
import { DATE_ORDERS, ENCODINGS, ROLES } from '../../model/role'
import { fieldKey } from './field-ids'
import { TENURE_UNITS } from '../../model/tenure'
import type { ReadFile } from './read-file'
import type { Platform } from '../platform'

/** By the key of a layout. */
export type Layouts = Readonly<Record<string, RememberedLayout>>

const byColumn = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^[1-9]\d{0,4}$/), value)

const optionsSchema = z.strictObject({
  read: z
    .strictObject({
      encoding: z.enum(ENCODINGS).exactOptional(),
      delimiter: z.string().exactOptional(),
      sheet: z.string().exactOptional(),
      headerRows: z.number().int().nonnegative().exactOptional(),
      quotes: z.enum(['literal', 'obeyed']).exactOptional(),
    })
    .exactOptional(),
  roles: byColumn(z.enum(ROLES)).exactOptional(),
  fields: byColumn(z.string().nullable()).exactOptional(),
  names: byColumn(z.string()).exactOptional(),
  treatAsNps: z.boolean().exactOptional(),
  dateOrder: z.enum(DATE_ORDERS).exactOptional(),
  tenureUnit: z.enum(TENURE_UNITS).exactOptional(),
  include: z.array(z.enum(ASIDE_CODES)).exactOptional(),
  leaveOut: z.array(z.number().int().positive()).exactOptional(),
})
const layoutSchema = z.strictObject({ file: z.string(), options: optionsSchema })

const settingOf = (layout: string): string => `layout:${layout}`

/** Names a layout by its headers. */
export async function layoutKey(headers: readonly string[], platform: Platform): Promise<string> {
  const hash = await platform.sha256(new TextEncoder().encode(headers.map(fieldKey).join('\n')))
  return hash.slice(0, 16)
}

/** What was chosen for a file of this layout before: in the project, or else on this computer. */
export function recallLayout(settings: ReadonlyMap<string, Setting> | null, kept: Layouts, layout: string): RememberedLayout | null {
  const inProject = settings?.get(settingOf(layout))
  return parse(inProject?.value) ?? check(kept[layout])
}

/** The options of before under those of now. */
export const withRecalled = (recalled: PlanOptions, now: PlanOptions): PlanOptions => ({
  ...recalled,
  ...now,
  read: { ...recalled.read, ...now.read },
  roles: mergeRoles(recalled.roles ?? {}, now.roles ?? {}),
})

/** The change that keeps what was chosen for this layout, or forgets it where nothing was. */
export function rememberLayout(settings: ReadonlyMap<string, Setting>, read: Pick<ReadFile, 'file' | 'layout'>, options: PlanOptions): readonly Change[] {
  const id = settingOf(read.layout)
  const before = settings.get(id) ?? null
  const kept = lastingOptions(options)
  const isPlain = Object.keys(kept).length === 0
  const after = isPlain ? null : { value: JSON.stringify({ file: read.file.name, options: kept }) }
  return before === null && after === null ? [] : [{ register: 'setting', id, before, after }]
}

function parse(text: string | undefined): RememberedLayout | null {
  if (text === undefined) return null
  try {
    return check(JSON.parse(text))
  } catch {
    return null
  }
}

/** Kept texts come from files and preferences: whatever is wrong with them is not worth a word. */
function check(value: unknown): RememberedLayout | null {
  const parsed = layoutSchema.safeParse(value)
  return parsed.success ? (parsed.data as RememberedLayout) : null
}
