// The peer: DuckDB reading the same file into a table and answering the same questions. Prints one JSON line.
import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [path = ''] = process.argv.slice(2)
const connection = await (await DuckDBInstance.create(':memory:')).connect()
const figures = {}

const table = `CREATE TABLE answers AS SELECT * FROM read_csv('${path.replaceAll("'", "''")}', header = true)`
const start = performance.now()
await connection.run(table)
figures['CSV to table'] = performance.now() - start

// Stored on disk, as Earshot stores it.
const folder = mkdtempSync(join(tmpdir(), 'earshot-duckdb-'))
const stored = await (await DuckDBInstance.create(join(folder, 'answers.db'))).connect()
const from = performance.now()
await stored.run(table)
await stored.run('CHECKPOINT')
figures['CSV to table on disk'] = performance.now() - from
stored.closeSync()
rmSync(folder, { recursive: true })

const NPS = `count(*) AS n, sum(CASE WHEN score >= 9 THEN 1 WHEN score <= 6 THEN -1 ELSE 0 END) * 100.0 / count(*) AS nps`
const SCORES = `(SELECT *, "How likely are you to recommend us?" AS score FROM answers)`
for (const [name, sql] of [
  ['slice 12 x 6', `SELECT Industry, Product, ${NPS} FROM ${SCORES} GROUP BY Industry, Product`],
  ['filtered slice', `SELECT Industry, ${NPS} FROM ${SCORES} WHERE Country = 'KR' GROUP BY Industry`],
]) {
  const times = []
  for (let run = 0; run < 12; run++) {
    const from = performance.now()
    await (await connection.runAndReadAll(sql)).getRows()
    times.push(performance.now() - from)
  }
  figures[name] = times.slice(1).sort((a, b) => a - b)[5]
}
console.log(JSON.stringify(figures))
