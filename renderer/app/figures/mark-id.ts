const BLANK = 'blank'
const PREFIX = 'value '

/** The id of the mark of a value; a blank one has none of the names that a value could have. */
export const markId = (value: string | null): string => (value === null ? BLANK : PREFIX + value)

export const valueOfMark = (id: string): string | null => (id === BLANK ? null : id.slice(PREFIX.length))
