import type { OwnWave } from '../../ingest/own-table'
import type { ColumnProfile, PlanOptions, RawTable, SourceFile, WaveMatch } from '../../ingest/types'

/** A file that was read and described, waiting for the user's word on its columns. */
export interface ReadFile {
  readonly file: SourceFile
  readonly options: PlanOptions
  /** SHA-256 of the file's bytes; computed when first asked for. */
  readonly source: () => Promise<string>
  readonly table: RawTable
  /** Names the layout: files with the same headers, read without options, have the same. */
  readonly layout: string
  readonly profiles: readonly ColumnProfile[]
  /** The fields of the columns, where they are known for certain. */
  readonly match?: WaveMatch
  /** The waves of a file that is an export of Earshot, and what stands for the file of one that does not tell. */
  readonly own?: { readonly waves: readonly OwnWave[]; readonly sourceOf: (wave: string) => Promise<string> }
}
