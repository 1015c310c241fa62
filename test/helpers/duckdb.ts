import { DuckDBInstance } from '@duckdb/node-api'

export type DuckRow = Readonly<Record<string, unknown>>

/** Runs a script of statements in DuckDB; gives the rows of each. Whole numbers are numbers. */
export async function runScript(sql: string): Promise<readonly (readonly DuckRow[])[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const statements = await connection.extractStatements(sql)
    const results: (readonly DuckRow[])[] = []
    for (let at = 0; at < statements.count; at++) {
      const statement = await statements.prepare(at)
      const rows = (await statement.runAndReadAll()).getRowObjectsJS()
      results.push(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]))))
    }
    return results
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
