export interface OutputFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export const EXPORT_FORMATS = ['csv', 'xlsx', 'parquet', 'codebook'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface ExportedFile extends OutputFile {
  readonly rows: number
  /** Texts too long for a cell of the format, which go on in further columns. */
  readonly split: number
}
