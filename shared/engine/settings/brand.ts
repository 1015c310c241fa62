import { z } from 'zod'
import type { Result } from '../../base/result'
import { BRAND_FONTS, EARSHOT_BRAND, MAX_LOGO, MAX_NAME, type Brand } from '../../report/layout/brand'
import type { Project } from '../project/project'
import { changeSettings, parseSetting, settingChange } from './settings'

export const BRAND = 'brand'

const color = z.string().regex(/^[0-9A-Fa-f]{6}$/).toUpperCase()
const pixels = z.number().int().min(1).max(10_000)

export const brandSchema: z.ZodType<Brand> = z.strictObject({
  name: z.string().trim().max(MAX_NAME),
  accent: color,
  promoters: color,
  passives: color,
  detractors: color,
  font: z.enum(BRAND_FONTS),
  logo: z
    .strictObject({
      type: z.enum(['image/png', 'image/jpeg']),
      data: z.base64().max(Math.ceil((MAX_LOGO * 4) / 3) + 4),
      width: pixels,
      height: pixels,
    })
    .nullable(),
})

/** The brand of a project's documents: as chosen, else Earshot's own. */
export const brandOf = ({ registers }: Project): Brand => parseSetting(brandSchema, registers.setting.get(BRAND)?.value) ?? EARSHOT_BRAND

/** Keeps the brand. */
export function saveBrand(project: Project, brand: Brand): Promise<Result<null>> {
  const value = JSON.stringify(brandSchema.parse(brand))
  return changeSettings(project, [settingChange(project, BRAND, value === JSON.stringify(brandSchema.parse(EARSHOT_BRAND)) ? null : value)])
}
