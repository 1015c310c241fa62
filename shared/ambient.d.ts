/**
 * The complete list of globals that shared code may use beyond the language itself: each exists, and behaves the
 * same, in browsers, workers and Node. Everything else (clock, randomness, hashing, decoding, files) is handed in.
 */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number }
}

/** Of valid UTF-8 only: what hosts make of other encodings, and of invalid bytes, is not the same. */
declare class TextDecoder {
  constructor(encoding: 'utf-8', options: { readonly ignoreBOM: true })
  decode(bytes: Uint8Array): string
}

/** What write-excel-file hands out. */
declare class Blob {
  arrayBuffer(): Promise<ArrayBuffer>
}
