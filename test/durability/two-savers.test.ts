import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { replaceFileAtOnce } from '../../electron/disk/atomic-file'
import { createProjectShelf, type ProjectShelf } from '../../electron/shelf/project-shelf'
import type { ProjectStore } from '../../shared/protocol/store'
import { createFakeFiles, EMPTY_DISK, type FakeFiles } from '../helpers/fake-files'
import { must } from '../helpers/project'
import { randomOf } from '../helpers/random-of'

const RUNS = process.env['EARSHOT_SOAK'] ? 20_000 : 1000
const STEPS = 12
const FILE = '/p/q.earshot'

/** A project file as a list of edits: its end is their hash, as a project file's is. */
const fileOf = (edits: readonly string[]): Uint8Array => {
  const text = edits.join(' ')
  return new TextEncoder().encode(`${text}\n${createHash('sha256').update(text).digest('hex')}`)
}
const editsIn = (bytes: Uint8Array | null): readonly string[] => new TextDecoder().decode(bytes ?? new Uint8Array()).split('\n')[0]?.split(' ') ?? []

/** A desktop app with a folder of its own, on a disk that others use as well. */
class App {
  private readonly shelf: ProjectShelf
  /** Nothing is left of one that was refused. */
  private project: string | null = null
  private open: { readonly store: ProjectStore; seen: readonly string[] } | null = null
  refused = 0
  saved = 0

  constructor(
    private readonly files: FakeFiles,
    private readonly name: string,
  ) {
    this.shelf = createProjectShelf(`/p/${name}/projects`, undefined, files)
  }

  async step(chance: number, id: number): Promise<void> {
    if (!this.open) {
      this.project ??= must(this.shelf.admit(FILE)).project
      const opened = await this.shelf.open(this.project)
      if (!opened.ok) this.project = null
      if (opened.ok) this.open = { store: opened.value, seen: editsIn(await opened.value.readSnapshot()) }
      else expect(opened.fault.code).toBe('locked')
    } else if (chance < 0.7) await this.save(this.open, [...this.open.seen, `${this.name}${id}`])
    else {
      await this.open.store.close()
      this.open = null
      this.project = null
    }
  }

  private async save(open: NonNullable<App['open']>, next: readonly string[]): Promise<void> {
    const there = editsIn(this.files.bytesOf(FILE))
    const written = await open.store.writeSnapshot(fileOf(next))
    // Compared and swapped: what it had not seen stays, and what it had seen is replaced.
    expect([written.ok, editsIn(this.files.bytesOf(FILE))]).toEqual(String(there) === String(open.seen) ? [true, next] : [false, there])
    if (written.ok) open.seen = next
    else expect(written.fault.code).toBe('changed-elsewhere')
    this.saved += Number(written.ok)
    this.refused += Number(!written.ok)
  }
}

describe(`two apps and a program that puts other versions in the file's place, in ${RUNS} random interleavings`, () => {
  it('nobody replaces what they have not seen', async () => {
    let [saved, refused] = [0, 0]
    for (let run = 0; run < RUNS; run++) {
      const random = randomOf(run * 104_729 + 3)
      const names = new Map([...EMPTY_DISK.names, ['/p/a', 'folder'], ['/p/b', 'folder']] as const)
      const files = createFakeFiles({ ...EMPTY_DISK, names })
      replaceFileAtOnce(FILE, fileOf(['first']), files)
      const apps = [new App(files, 'a'), new App(files, 'b')]
      for (let step = 0; step < STEPS; step++) {
        const who = random()
        if (who > 0.95) replaceFileAtOnce(FILE, fileOf([...editsIn(files.bytesOf(FILE)).slice(0, 3), `other${step}`]), files)
        else await apps[who > 0.45 ? 1 : 0]?.step(random(), step)
      }
      for (const app of apps) [saved, refused] = [saved + app.saved, refused + app.refused]
    }
    expect(saved).toBeGreaterThan(RUNS)
    expect(refused).toBeGreaterThan(RUNS / 20)
  })
})
