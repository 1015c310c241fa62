import { z } from 'zod'
import type { Result } from '../../base/result'
import type { Locale } from '../../locale/translate'
import type { Edits } from '../../report/edits/edits'
import type { Project } from '../project/project'
import { changeSettings, parseSetting, settingChange } from './settings'

/** What holds for a summary in any language. The words of one are under this, a colon and the language. */
export const SUMMARY = 'summary'

const [id, words] = [z.string().max(200), z.string().max(4000)]
const place = z.strictObject({ wave: id, line: z.number().int().nonnegative(), field: id })

const shared = {
  order: z.array(id).max(500),
  out: z.array(id).max(500),
  quotes: z.array(z.strictObject({ key: id, pick: place.nullable() })).max(200),
}
const spoken = {
  sentences: z.array(z.strictObject({ slide: id, key: id, of: z.number().int().positive(), was: words, text: words })).max(1000),
  remarks: z.array(z.strictObject({ slide: id, text: words })).max(500),
  pages: z.array(z.strictObject({ id: z.string().max(200).startsWith('own:'), title: words, text: words })).max(100),
}
const sharedSchema = z.strictObject(shared)
const spokenSchema = z.strictObject(spoken)

/** Edits as a file has them: what is missing is as generated. */
export const editsSchema: z.ZodType<Edits> = z.strictObject({
  order: shared.order.default([]),
  out: shared.out.default([]),
  quotes: shared.quotes.default([]),
  sentences: spoken.sentences.default([]),
  remarks: spoken.remarks.default([]),
  pages: spoken.pages.default([]),
})

const NONE = { order: [], out: [], quotes: [] } as const
const NO_WORDS = { sentences: [], remarks: [], pages: [] } as const

/** What was changed in the summary in that language. */
export function editsOf({ registers }: Project, locale: Locale): Edits {
  const kept = (key: string): string | undefined => registers.setting.get(key)?.value
  return {
    ...(parseSetting(sharedSchema, kept(SUMMARY)) ?? NONE),
    ...(parseSetting(spokenSchema, kept(`${SUMMARY}:${locale}`)) ?? NO_WORDS),
  }
}

/** Keeps what was changed, as one operation; nothing where that is nothing. */
export function saveEdits(project: Project, locale: Locale, edits: Edits): Promise<Result<null>> {
  const { order, out, quotes, sentences, remarks, pages } = editsSchema.parse(edits)
  const value = (part: Readonly<Record<string, readonly unknown[]>>): string | null =>
    Object.values(part).every((list) => list.length === 0) ? null : JSON.stringify(part)
  return changeSettings(project, [
    settingChange(project, SUMMARY, value({ order, out, quotes })),
    settingChange(project, `${SUMMARY}:${locale}`, value({ sentences, remarks, pages })),
  ])
}
