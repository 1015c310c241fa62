import type { Database } from 'sql.js'
import type { Change } from '../../model/operation'
import { ANONYMOUS } from '../anonymous/anonymity'
import { loadColumns, standIn, type Columns } from '../columns/columns'
import { applyChanges, type RegisterMaps } from '../db/registers'
import type { ImportPart, SealedPart } from '../import/import-parts'
import { BANDS, knownField } from '../settings/band-settings'
import { fiscalStartOf } from '../settings/fiscal'

/** Whether the columns are to be regarded anew: other waves, other bands, or comments that are not told any more. */
const isOfColumns = ({ register, id }: Change): boolean => register === 'wave' || (register === 'setting' && (id.startsWith(BANDS) || id === ANONYMOUS))

/** The columns of an open project, in step with its registers: what is stored, and while an import is, its rows as well. */
export class LiveColumns {
  private stored: Columns
  private importing: Columns | null = null

  constructor(
    db: Database,
    private readonly registers: RegisterMaps,
  ) {
    this.stored = this.load(db)
  }

  /** As figures see them. */
  get shown(): Columns {
    return this.importing ?? this.stored
  }

  get isImporting(): boolean {
    return this.importing !== null
  }

  /** Shows rows from here on that are still to be stored, by the waves that the changes will make; until `endImport`. */
  beginImport(parts: readonly ImportPart[], changes: readonly Change[]): void {
    const after = { ...this.registers, wave: new Map(this.registers.wave) }
    applyChanges(after, changes.filter(({ register }) => register === 'wave'))
    this.importing = parts.reduce((columns, { rows, fields }, at) => columns.extend(standIn(at), rows, fields, after.wave), this.stored)
  }

  endImport(): void {
    this.importing = null
  }

  /** Rows are in `db` now, `added` of the parts for the first time: those of an import that was undone before were there. */
  store(db: Database, brought: readonly SealedPart[], added: number): void {
    const batches = new Map(brought.map(({ seal }, at) => [standIn(at), seal.batch]))
    this.stored = added < brought.length ? this.load(db) : this.shown.settle(db, batches, this.registers.wave)
  }

  /** The registers were changed. */
  follow(changes: readonly Change[]): void {
    if (changes.some(isOfColumns)) this.stored = this.stored.regard(this.registers.wave)
  }

  private load(db: Database): Columns {
    const { registers } = this
    return loadColumns(db, registers.wave, (field) => knownField(registers, field), () => fiscalStartOf({ registers }))
  }
}
