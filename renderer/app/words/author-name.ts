/** Who did something, by name; null where nobody said: a browser knows none, and files of earlier versions have its `me`. */
export const authorName = (author: string): string | null => (author === '' || author === 'me' ? null : author)
