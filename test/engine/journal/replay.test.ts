import { expect, it } from 'vitest'
import { fault } from '../../../shared/base/fault'
import { quietTask } from '../../../shared/base/task'
import { allRows, oneValue } from '../../../shared/engine/db/query'
import { decodeJournal } from '../../../shared/engine/journal/journal'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import { openDatabase } from '../../../shared/engine/project/open-database'
import { replay } from '../../../shared/engine/journal/replay'
import { must, newProject, reopen, testPlatform } from '../../helpers/project'

it('does a long journal again, says how much of it was new, and stops at the first entry that does not follow', async () => {
  const store = createMemoryStore()
  const project = await newProject(store)
  must(await project.save())
  const file = (await store.readSnapshot())!
  for (let at = 0; at < 2500; at++) {
    const id = `s${at % 7}`
    const before = project.registers.setting.get(id) ?? null
    must(await project.change('setting', [{ register: 'setting', id, before, after: at % 11 === 0 ? null : { value: String(at) } }]))
  }
  const again = await reopen(store)
  expect([again.recovered, again.unsaved, await again.hash()]).toEqual([2500, 2500, await project.hash()])
  for (const table of ['operation', 'setting']) {
    expect(allRows(again.db, `SELECT * FROM ${table} ORDER BY rowid`)).toEqual(allRows(project.db, `SELECT * FROM ${table} ORDER BY rowid`))
  }

  const journal = await store.readJournal()
  must(await again.save())
  // Killed between the snapshot and the emptying of the journal.
  must(await store.appendJournal(journal))
  const later = await reopen(store)
  expect([later.recovered, later.unsaved]).toEqual([0, 2500])

  const { entries } = decodeJournal(journal, (bytes) => new TextDecoder().decode(bytes))
  const platform = await testPlatform()
  for (const [changed, fits] of [
    [entries, 2500],
    [entries.filter((_, at) => at !== 2100), 2100],
    [entries.map((entry, at) => (at === 2499 ? { ...entry, chain: '0'.repeat(64) } : entry)), 2499],
    [[...entries.slice(0, 3), ...entries.slice(1)], 3],
    [entries.slice(1), 0],
  ] as const) {
    const { db, ...came } = await replay(platform, must(await openDatabase(platform, file.slice(), 'p')), store, changed, quietTask)
    expect(came).toEqual({ entries: fits, again: fits, fault: fits === 2500 ? null : fault('journal') })
    expect(oneValue(db, 'SELECT max(seq) FROM operation')).toBe(1 + fits)
    db.close()
  }
})
