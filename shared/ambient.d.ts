/**
 * The complete list of globals that shared code may use beyond the language itself: each exists, and behaves the
 * same, in browsers, workers and Node. Everything else (clock, randomness, hashing, decoding, files) is handed in.
 */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
}

/** What write-excel-file hands out. */
declare class Blob {
  arrayBuffer(): Promise<ArrayBuffer>
}
