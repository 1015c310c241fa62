import { invariant } from '../base/assert'
import type { Random } from '../base/seeded-random'
import { between, pick } from './chance'

/** Words that stand for `{name}` in a text. */
export type Slots = Readonly<Record<string, string>>

const CHOICE = /\[([^[\]]*)\]/g
const NUMBER = /\{(\d+)-(\d+)(?:\/(\d+))?\}/g
const SLOT = /\{([a-z]+)(?::([^}]+))?\}/g

/** A text with its choices made and its slots filled; see `TopicTexts`. */
export function expand(text: string, random: Random, slots: Slots): string {
  return text
    .replace(CHOICE, (_, choices: string) => pick(random, choices.split('|')))
    .replace(NUMBER, (_, low: string, high: string, step: string | undefined) => {
      const by = Number(step ?? 1)
      return String(Number(low) + by * between(random, 0, Math.floor((Number(high) - Number(low)) / by)))
    })
    .replace(SLOT, (_, slot: string, how: string | undefined) => {
      const word = slots[slot]
      invariant(word !== undefined, `slot ${slot} is known`)
      if (how === undefined) return word
      return how === 'cap' ? capital(word) : withParticle(word, how)
    })
}

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Particles by the form after a vowel: 이 and 가 are one particle. */
const PARTICLES: Readonly<Record<string, readonly [afterConsonant: string, afterVowel: string]>> = {
  이: ['이', '가'],
  은: ['은', '는'],
  을: ['을', '를'],
  과: ['과', '와'],
}

function withParticle(word: string, particle: string): string {
  const forms = PARTICLES[particle]
  invariant(forms, `particle ${particle} is known`)
  const final = (word.charCodeAt(word.length - 1) - 0xac00) % 28
  return word + forms[final === 0 ? 1 : 0]
}
