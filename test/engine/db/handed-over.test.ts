import initSqlJs from 'sql.js'
import { expect, test } from 'vitest'
import { handOver } from '../../../shared/engine/db/handed-over'
import { allRows, oneValue } from '../../../shared/engine/db/query'

const sql = await initSqlJs()

function made(): Uint8Array {
  const db = new sql.Database()
  db.run('CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)')
  for (let id = 1; id <= 500; id++) db.run('INSERT INTO t VALUES (?, ?)', [id, 'x'.repeat(id)])
  const file = db.export()
  db.close()
  return file
}

test('a file that is handed over is the database, also where it is part of a larger one, and can be written to', () => {
  const file = made()
  const larger = new Uint8Array(file.length + 300)
  larger.set(file, 100)
  for (const given of [file, larger.subarray(100, 100 + file.length)]) {
    const db = new sql.Database(handOver(given))
    expect(oneValue(db, 'SELECT sum(length(a)) FROM t')).toBe(125_250)
    db.run('DELETE FROM t WHERE id > 10')
    db.run('VACUUM')
    for (let id = 11; id <= 900; id++) db.run('INSERT INTO t VALUES (?, ?)', [id, 'y'])
    expect(oneValue(db, 'PRAGMA integrity_check')).toBe('ok')
    const again = new sql.Database(db.export())
    expect(allRows(again, 'SELECT count(*), sum(length(a)) FROM t')).toEqual([[900, 55 + 890]])
    for (const each of [db, again]) each.close()
  }
  expect([...larger.subarray(0, 100), ...larger.subarray(100 + file.length)].every((byte) => byte === 0)).toBe(true)
})

test('no copy is made of it', () => {
  const file = made()
  const db = new sql.Database(handOver(file))
  const before = file.slice()
  db.run("UPDATE t SET a = 'changed'")
  expect(file).not.toEqual(before)
  db.close()
})
