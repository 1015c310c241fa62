import type { Database, SqlValue } from 'sql.js'
import { REGISTER_NAMES, type RegisterName, type Registers } from '../../model/records'
import { allRows, oneValue } from './query'
import { emptyRegisters, recordColumns, recordIn, type RegisterMaps } from './registers'

const BLOCK = 512
/** More than a project has; a damaged number may say anything. */
const MOST_ROWS = 20_000_000

/** The records that can still be read, from a database that may be damaged. */
export function salvageRegisters(db: Database): RegisterMaps {
  const maps = emptyRegisters()
  for (const register of REGISTER_NAMES) salvage(db, register, maps[register] as Map<string, Registers[typeof register]>)
  return maps
}

function salvage<R extends RegisterName>(db: Database, register: R, into: Map<string, Registers[R]>): void {
  const take = (row: readonly SqlValue[]): void => {
    try {
      const record = recordIn(register, row)
      if (record && typeof row[0] === 'string') into.set(row[0], record)
    } catch {
      // No JSON any more.
    }
  }
  const read = (from: number, to: number): void => {
    try {
      // By row ids alone: an index may name rows that are not there.
      const sql = `SELECT ${recordColumns(register)} FROM ${register} NOT INDEXED WHERE rowid BETWEEN ? AND ? LIMIT ?`
      allRows(db, sql, [from, to, to - from + 1]).forEach(take)
    } catch {
      if (from >= to) return
      const middle = Math.floor((from + to) / 2)
      read(from, middle)
      read(middle + 1, to)
    }
  }
  const last = lastRow(db, register)
  for (let from = 1; from <= last; from += BLOCK) read(from, from + BLOCK - 1)
}

function lastRow(db: Database, register: RegisterName): number {
  try {
    const last = Number(oneValue(db, `SELECT max(rowid) FROM ${register}`))
    return last > 0 && last <= MOST_ROWS ? last : 0
  } catch {
    return 0
  }
}
