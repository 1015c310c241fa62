import { LOCALES, type Locale } from '../../shared/locale/translate'
import type { Host } from '../host/host'
import { THEMES, type Theme } from './theme'

const MOST_RECENT = 6

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | null =>
  all.find((each) => each === text) ?? null

/** The chosen language, else the first of the person's languages that we speak, else English. */
export function preferredLocale(host: Host, languages: readonly string[]): Locale {
  const chosen = oneOf(LOCALES, host.getPreference('locale'))
  const spoken = languages.map((tag) => oneOf(LOCALES, tag.toLowerCase().split('-')[0] ?? null))
  return chosen ?? spoken.find((locale) => locale !== null) ?? 'en'
}

export const preferredTheme = (host: Host): Theme => oneOf(THEMES, host.getPreference('theme')) ?? 'system'

/** Ids of what was run from the palette, the latest first. */
export const recentRuns = (host: Host): readonly string[] =>
  host.getPreference('recent')?.split('\n').filter((id) => id !== '') ?? []

/** The same with one more, kept for the next time. */
export function rememberRecent(host: Host, before: readonly string[], id: string): readonly string[] {
  const recent = [id, ...before.filter((each) => each !== id)].slice(0, MOST_RECENT)
  host.setPreference('recent', recent.join('\n'))
  return recent
}
