import { PALETTE } from '../palette'
import type { CodebookEntry } from '../read-codebook'
import { STARTER } from './codes'

/** The starter codebook with names in one language, parents before their children. */
export function starterCodebook(locale: 'en' | 'ko'): readonly CodebookEntry[] {
  let next = 0
  const color = (): string => PALETTE[next++ % PALETTE.length]!
  return STARTER.flatMap((theme): CodebookEntry[] => {
    const parent = theme.name[locale]
    const head: CodebookEntry = { name: parent, parent: null, rule: '', description: theme.description[locale], color: color(), line: 0 }
    const codes = theme.codes.map(({ name, description, rule, mustHit, mustMiss, direction = null }): CodebookEntry => ({
      name: name[locale],
      parent,
      rule,
      description: description[locale],
      color: color(),
      line: 0,
      mustHit,
      mustMiss,
      direction,
    }))
    return [head, ...codes]
  })
}
