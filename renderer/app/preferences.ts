import { LOCALES, type Locale } from '../../shared/locale/translate'
import type { Host } from '../host/host'
import { THEMES, type Theme } from './theme'

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | null =>
  all.find((each) => each === text) ?? null

/** The chosen language, else the first of the person's languages that we speak, else English. */
export function preferredLocale(host: Host, languages: readonly string[]): Locale {
  const chosen = oneOf(LOCALES, host.getPreference('locale'))
  const spoken = languages.map((tag) => oneOf(LOCALES, tag.toLowerCase().split('-')[0] ?? null))
  return chosen ?? spoken.find((locale) => locale !== null) ?? 'en'
}

export const preferredTheme = (host: Host): Theme => oneOf(THEMES, host.getPreference('theme')) ?? 'system'
