import type { Database } from 'sql.js'
import { REGISTER_NAMES, type RegisterName, type Registers } from '../../model/records'
import { eachReadable } from './readable-rows'
import { emptyRegisters, recordColumns, recordIn, type RegisterMaps } from './registers'

/** The records that can still be read, from a database that may be damaged. */
export function salvageRegisters(db: Database): RegisterMaps {
  const maps = emptyRegisters()
  for (const register of REGISTER_NAMES) salvageRegister(db, register, maps[register] as Map<string, Registers[typeof register]>)
  return maps
}

/** Those of one register; whether all that its table has could be read. */
export const salvageRegister = <R extends RegisterName>(db: Database, register: R, into: Map<string, Registers[R]>): boolean =>
  eachReadable(db, register, recordColumns(register), (row) => {
    try {
      const record = recordIn(register, row)
      if (!record || typeof row[0] !== 'string') return false
      into.set(row[0], record)
      return true
    } catch {
      // No JSON any more.
      return false
    }
  })
