/** The name of a code as files are compared by it. */
export const codeKey = (name: string): string => name.normalize('NFC').trim()
