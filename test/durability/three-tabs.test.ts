import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOpfsShelf } from '../../renderer/engine/opfs-shelf'
import { decodeJournal } from '../../shared/engine/journal/journal'
import { JournalEnd } from '../../shared/engine/journal/journal-end'
import type { ProjectStore, Shelf } from '../../shared/protocol/store'
import { createFakeOrigin, type FakeOrigin, type FakeTab } from '../helpers/fake-opfs'
import { must } from '../helpers/project'
import { randomOf } from '../helpers/random-of'

const RUNS = process.env['EARSHOT_SOAK'] ? 20_000 : 1000
const TABS = 3
const STEPS = 150
const PROJECT = 'p'
const LOCK = `earshot-project-${PROJECT}`

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** A turn in which everything goes on that waits for no gate. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A tab: what it opens, edits and saves is a list of edits, kept by the real shelf, store and journal. */
class Tab {
  readonly fake: FakeTab
  private readonly shelf: Shelf
  private open: { readonly store: ProjectStore; readonly journal: JournalEnd; readonly edits: string[] } | null = null
  isBusy = false
  isAlive = true
  /** Its lock was stolen: from then on it writes nothing. */
  isRobbed = false

  constructor(
    private readonly model: Model,
    readonly name: string,
  ) {
    this.fake = model.origin.tab(name)
    const storage = { getDirectory: () => Promise.resolve(this.fake.root) } as unknown as StorageManager
    this.shelf = createOpfsShelf({ locks: this.fake.locks, storage })
  }

  /** Begins what comes next; a tab that is killed gets no further. */
  begin(): Promise<void> {
    this.isBusy = true
    return this.act().then(
      () => void (this.isBusy = false),
      (error: unknown) => {
        if (this.isAlive) this.model.errors.push(error)
      },
    )
  }

  async make(): Promise<void> {
    await must(await this.shelf.create(PROJECT)).close()
  }

  private act(): Promise<void> {
    if (!this.open) return this.start()
    const chance = this.model.random()
    if (chance < 0.6) return this.edit(this.open)
    return chance < 0.8 ? this.save(this.open) : this.close(this.open)
  }

  private async start(): Promise<void> {
    this.isRobbed = false
    const opened = await this.shelf.open(PROJECT)
    if (!opened.ok) {
      expect(opened.fault.code).toBe('locked')
      this.model.refused += 1
      return
    }
    const store = opened.value
    const snapshot = await store.readSnapshot()
    const edits = snapshot ? (JSON.parse(utf8(snapshot)) as string[]) : []
    const bytes = await store.readJournal()
    const journal = decodeJournal(bytes, utf8)
    expect([journal.isForeign, journal.isDamaged]).toEqual([false, false])
    for (const { seq, operation } of journal.entries) if (seq > edits.length) edits.push(operation.id)
    const left = journal.length < bytes.length ? await store.truncateJournal(journal.length) : null
    if (left?.ok === false) return store.close()
    this.model.expectAll(edits)
    this.open = { store, edits, journal: new JournalEnd(store, { ...journal, entries: journal.entries.length }) }
  }

  private async edit({ journal, edits }: NonNullable<Tab['open']>): Promise<void> {
    const wasRobbed = this.isRobbed
    const id = `${this.name}-${(this.model.lastEdit += 1)}`
    const operation = { id, at: '2026-01-01T00:00:00.000Z', author: 'ana', intent: 'tag', changes: [] } as const
    const appended = await journal.append({ seq: edits.length + 1, operation, chain: '' })
    if (!appended.ok) {
      expect(appended.fault.code).toBe('lock-lost')
      this.model.lost += 1
      return
    }
    expect(wasRobbed).toBe(false)
    edits.push(id)
    this.model.acknowledged.push(id)
  }

  private async save({ store, journal, edits }: NonNullable<Tab['open']>): Promise<void> {
    const written = await store.writeSnapshot(new TextEncoder().encode(JSON.stringify(edits)))
    if (written.ok) await journal.empty()
    else expect(written.fault.code).toBe('lock-lost')
  }

  private async close({ store, journal }: NonNullable<Tab['open']>): Promise<void> {
    await journal.mend()
    await store.close()
    this.open = null
  }
}

class Model {
  readonly origin: FakeOrigin
  readonly acknowledged: string[] = []
  readonly errors: unknown[] = []
  lastEdit = 0
  refused = 0
  lost = 0
  /** Nobody is killed any more. */
  isQuiet = false
  tabs: Tab[] = []
  private lastTab = 0
  private readonly waiting: { readonly tab: string; readonly go: () => void }[] = []

  constructor(
    readonly random: () => number,
    private readonly mayDie: boolean,
  ) {
    this.origin = createFakeOrigin({
      gate: (tab) => new Promise((go) => this.waiting.push({ tab, go })),
      dies: (tab, length) => {
        if (!mayDie || this.isQuiet || random() > 0.03) return null
        this.bury(tab)
        return Math.floor(random() * length)
      },
      wrote: (tab, path) => {
        // Its journal is the one thing that is made by who has not got it yet.
        if (path.startsWith(`projects/${PROJECT}/`) && !path.endsWith('/journal')) expect(this.origin.writerOf(PROJECT), path).toBe(tab)
      },
    })
    this.tabs = Array.from({ length: TABS }, () => this.newTab())
  }

  newTab = (): Tab => new Tab(this, `t${(this.lastTab += 1)}`)

  /** All that was acknowledged is there, in its order; beside it only edits that a tab did not live to hear of. */
  expectAll(edits: readonly string[]): void {
    expect(new Set(edits).size).toBe(edits.length)
    const known = new Set(this.acknowledged)
    expect(edits.filter((id) => known.has(id))).toEqual(this.acknowledged)
  }

  /** Another tab begins in the place of one that is gone. */
  private bury(name: string): void {
    const at = this.tabs.findIndex((tab) => tab.name === name)
    const tab = this.tabs[at]
    if (!tab) return
    tab.isAlive = false
    this.tabs[at] = this.newTab()
  }

  kill(tab: Tab): void {
    this.bury(tab.name)
    tab.fake.crash()
  }

  private steal(): void {
    const robbed = this.tabs.find(({ name }) => name === this.origin.holderOf(LOCK))
    this.origin.steal(LOCK)
    if (robbed) robbed.isRobbed = true
  }

  private pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.random() * from.length)]
  }

  async step(): Promise<void> {
    const chance = this.random()
    const tab = this.pick(this.tabs)
    if (this.mayDie && chance < 0.01 && tab) this.kill(tab)
    else if (chance > 0.99) this.steal()
    else if (chance < 0.15 && tab && !tab.isBusy) void tab.begin()
    else this.letOneGo()
    await settle()
    if (this.errors.length > 0) throw this.errors[0]
  }

  private letOneGo(): void {
    const [next] = this.waiting.splice(Math.floor(this.random() * this.waiting.length), 1)
    next?.go()
  }

  /** Does what one tab alone begins, to its end. */
  async finish(work: Promise<void>): Promise<void> {
    let isDone = false
    void work.then(
      () => (isDone = true),
      (error: unknown) => this.errors.push(error),
    )
    while (!isDone) {
      this.letOneGo()
      await settle()
      if (this.errors.length > 0) throw this.errors[0]
    }
  }
}

beforeEach(() => void vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ usage: 0, quota: 1 }) } }))
afterEach(() => void vi.unstubAllGlobals())

describe(`${TABS} tabs with one project, in ${RUNS} random interleavings`, () => {
  it.each([['that live', false], ['that may be killed at any call', true]] as const)('%s, and a thief of locks: one writes, and nothing acknowledged is lost', async (_, mayDie) => {
    let [acknowledged, refused, lost] = [0, 0, 0]
    for (let run = 0; run < RUNS / 2; run++) {
      const model = new Model(randomOf(run * 7919 + 1), mayDie)
      const [first] = model.tabs
      if (first) await model.finish(first.make())
      for (let step = 0; step < STEPS; step++) await model.step()
      for (const tab of model.tabs) model.kill(tab)
      const last = model.newTab()
      model.tabs = [last]
      const before = model.refused
      model.isQuiet = true
      await model.finish(last.begin())
      expect(model.refused, `run ${run}: ${model.origin.paths().join(' ')}`).toBe(before)
      acknowledged += model.acknowledged.length
      refused += model.refused
      lost += model.lost
    }
    expect(acknowledged).toBeGreaterThan(RUNS / 2)
    expect(refused).toBeGreaterThan(RUNS / 10)
    expect(lost).toBeGreaterThan(RUNS / 100)
  })
})
