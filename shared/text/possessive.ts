/** The word without an English possessive: price's is price. */
export const withoutPossessive = (word: string): string => (word.endsWith("'s") ? word.slice(0, -2) : word)
