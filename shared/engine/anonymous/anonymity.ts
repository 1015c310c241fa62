import { z } from 'zod'
import { COMMENTS_AT_LEAST, PEOPLE_AT_LEAST, type Anonymity } from '../../protocol/anonymity'
import type { Project } from '../project/project'
import { parseSetting } from '../settings/settings'

export const ANONYMOUS = 'anonymous'

export const anonymitySchema = z.strictObject({
  people: z.number().int().min(PEOPLE_AT_LEAST).max(1000),
  comments: z.number().int().min(COMMENTS_AT_LEAST).max(1000),
  crossed: z.string().nullable(),
})

/** What an anonymous project promises; null for one that is not. What another program wrote there promises no less than the least. */
export function anonymityOf({ registers }: Pick<Project, 'registers'>): Anonymity | null {
  const kept = registers.setting.get(ANONYMOUS)?.value
  if (kept === undefined) return null
  return parseSetting(anonymitySchema, kept) ?? { people: PEOPLE_AT_LEAST, comments: COMMENTS_AT_LEAST, crossed: null }
}
