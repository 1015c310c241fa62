const READABLE = { min: 25, max: 220 }

/** Comments that seem to hold an e-mail address or a phone or resident number are not shown to others. */
const CONTACT = /[^\s@]+@[^\s@]+\.[a-z]{2,}|\d(?:[ ().-]*\d){7,}/i

/** Whether a comment is of a length that is read at a glance. */
export const isReadable = (text: string): boolean => text.length >= READABLE.min && text.length <= READABLE.max

/** Whether a comment can stand as a quote: of a length that is read at a glance, and without such an address or number. */
export const isQuotable = (text: string): boolean =>
  isReadable(text) && !CONTACT.test(text)
