/**
 * sql.js keeps a file by asking it for a slice of itself, which copies it. A file that nobody else uses any more gives
 * itself: a large project then takes its room once.
 */
class HandedOver extends Uint8Array<ArrayBuffer> {
  override slice(start = 0, end = this.length): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.buffer, this.byteOffset + start, end - start)
  }
}

/** The file for a new database, which from now on may write into it. */
export const handOver = (file: Uint8Array): Uint8Array =>
  new HandedOver(file.buffer as ArrayBuffer, file.byteOffset, file.byteLength)
