import { cover, replaceParts } from './cover'
import { findPersonal } from './find-personal'
import type { NameFinder } from './mask-names'

/** What a letter or digit of something personal is shown as. */
export const VEIL = '•'

const findNobody: NameFinder = () => []

/** A text for the screen: of what is personal each letter and digit is a dot, so that every place in it stays where it was. */
export const veilPersonal = (text: string, names: NameFinder = findNobody): string => replaceParts(text, [...findPersonal(text), ...names(text)], veil)

/** A text for others: without what is personal. */
export const coverPersonal = (text: string): string => cover(text, findPersonal(text))

/** Each letter and digit as a dot; how long it is, and what it is parted by, stays. */
export const veil = (text: string): string => text.replace(/[\p{L}\p{N}]/gu, (char) => VEIL.repeat(char.length))
