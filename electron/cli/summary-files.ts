import { statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { z } from 'zod'
import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import { brandSchema } from '../../shared/engine/settings/brand'
import { editsSchema } from '../../shared/engine/settings/summary-edits'
import type { Edits } from '../../shared/report/edits/edits'
import { EARSHOT_BRAND, MAX_LOGO, type Brand } from '../../shared/report/layout/brand'
import { readLogo } from '../../shared/report/read-logo'
import { usageFault } from './command'
import { readSource } from './session'

/** What a JSON file says, if that is what the schema asks for; else where it is not. */
function readJson<T>(path: string, schema: z.ZodType<T>): Result<T> {
  const source = readSource(path)
  if (!source.ok) return source
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(source.value.bytes))
  } catch {
    return refuse(fault('not-readable', { file: basename(path), what: 'it is no JSON' }))
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return usageFault(`${basename(path)}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is wrong'}.`)
}

/** The edits of a summary in a file. */
export const readEdits = (path: string): Result<Edits> => readJson(path, editsSchema)

const color = z.string().transform((text) => text.replace(/^#/, '').toUpperCase())
const fileSchema = z.strictObject({
  name: z.string().optional(),
  accent: color.optional(),
  promoters: color.optional(),
  passives: color.optional(),
  detractors: color.optional(),
  font: z.string().optional(),
  /** Path of a picture, from the folder of the file. */
  logo: z.string().nullable().optional(),
})

/** The brand in a file; what it does not say is Earshot's own. */
export function readBrand(path: string): Result<Brand> {
  const file = readJson(path, fileSchema)
  if (!file.ok) return file
  const { logo: picture, ...said } = file.value
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  let logo: Brand['logo'] = null
  if (picture) {
    const at = resolve(dirname(path), picture)
    const size = statSync(at, { throwIfNoEntry: false })?.size ?? 0
    if (size > MAX_LOGO) return usageFault(`${picture}: a logo is at most ${MAX_LOGO / 1024} KB.`)
    const source = readSource(at)
    if (!source.ok) return source
    logo = readLogo(source.value.bytes)
    if (!logo) return usageFault(`${picture}: a logo is a PNG or JPEG.`)
  }
  const brand = brandSchema.safeParse({ ...EARSHOT_BRAND, ...given, logo })
  if (brand.success) return ok(brand.data)
  const [issue] = brand.error.issues
  return usageFault(`${basename(path)}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is wrong'}.`)
}
