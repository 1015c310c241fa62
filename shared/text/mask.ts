import { cover } from './cover'
import { findPersonal } from './find-personal'
import { longNumbers } from './long-numbers'
import { createNameMask } from './mask-names'

/** `text` as it may be published: without addresses, numbers that could be somebody's, and `names`. */
export const maskPersonal = (text: string, names: Iterable<string> = []): string => publishedMask(createNameMask(names))(text)

/** Masks like `maskPersonal`, one text after the other. */
export const publishedMask =
  (maskNames: (text: string) => string) =>
  (text: string): string =>
    maskNames(cover(text, [...findPersonal(text), ...longNumbers(text)]))
