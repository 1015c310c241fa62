import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { withoutPossessive } from './possessive'

const ENGLISH = /^[a-z]+$/

/**
 * The Porter stem of a normalized English word (M. F. Porter, An algorithm for suffix stripping, 1980): delivered,
 * deliveries and delivering share one. Any other word is its own.
 */
export function stemOf(word: string): string {
  const plain = withoutPossessive(word)
  return ENGLISH.test(plain) ? porter.stem(plain) : plain
}
