/**
 * The part of Papa Parse that is used: its low-level parser, which its published types leave out. (Those types also
 * bring in all of Node's, which shared code must not see.)
 */
declare module 'papaparse/papaparse.js' {
  interface ParserConfig {
    readonly delimiter: string
    readonly newline: string
    readonly quoteChar: string
    /** True splits at delimiters and newlines and obeys no quotes. */
    readonly fastMode?: boolean
    /** Stops after so many records; 0 for never. */
    readonly preview?: number
  }

  interface Parsed {
    readonly data: string[][]
    /** Misplaced or missing quotes, with the index of the record. */
    readonly errors: readonly { readonly row?: number; readonly code: 'MissingQuotes' | 'InvalidQuotes' }[]
    /** `cursor`: characters up to the end of the last complete record. */
    readonly meta: { readonly cursor: number }
  }

  class Parser {
    constructor(config: ParserConfig)
    parse(input: string, baseIndex: number, ignoreLastRow: boolean): Parsed
  }

  const Papa: { readonly Parser: typeof Parser }
  export default Papa
}
