import { describe, expect, it } from 'vitest'
import { takeLock, type FileLock, type Taker } from '../../electron/disk/file-lock'
import type { Files } from '../../electron/disk/files'
import { createFakeFiles, failure, type FakeFiles } from '../helpers/fake-files'
import { randomOf } from '../helpers/random-of'

const RUNS = process.env['EARSHOT_SOAK'] ? 20_000 : 1000
const PROCESSES = 3
const STEPS = 12
const LOCK = '/p/q.earshot.lock'

/** A process that takes and gives back one lock; at each call to the disk others may run in between, or it may die. */
class Process {
  taker: Taker
  lock: FileLock | null = null
  isBusy = false

  constructor(readonly model: Model) {
    this.taker = model.newTaker()
  }

  /** Dead from now on: what it was doing gets no further, and another begins in its place. */
  die(): void {
    this.model.alive.delete(this.taker.pid)
    this.lock = null
    this.isBusy = false
    this.taker = this.model.newTaker()
  }

  step(): void {
    const { taker } = this
    this.isBusy = true
    try {
      if (this.lock) {
        const held = this.lock
        this.lock = null
        held.release()
      } else {
        const lock = takeLock(LOCK, this.model.filesOf(this, taker.pid), taker)
        if (this.taker === taker) this.lock = lock
        this.model.checkOne()
      }
    } catch (error) {
      if (this.taker === taker) throw error
    } finally {
      if (this.taker === taker) this.isBusy = false
    }
  }
}

class Model {
  readonly alive = new Set<number>()
  readonly disk: FakeFiles = createFakeFiles()
  readonly processes: readonly Process[]
  /** Who has made a file. */
  private readonly makers = new Map<string, number>()
  private lastPid = 10
  private depth = 0

  constructor(
    readonly random: () => number,
    private readonly mayDie: boolean,
  ) {
    this.processes = Array.from({ length: PROCESSES }, () => new Process(this))
  }

  newTaker(): Taker {
    const pid = (this.lastPid += 1)
    this.alive.add(pid)
    return { pid, host: 'here', isAlive: (other) => this.alive.has(other), held: new Set() }
  }

  checkOne(): void {
    expect(this.processes.filter(({ lock }) => lock !== null).length).toBeLessThanOrEqual(1)
  }

  /** The disk, as the process `pid` uses it. */
  filesOf(process: Process, pid: number): Files {
    const before = (): void => {
      if (!this.alive.has(pid)) throw failure('EIO', 'the process is gone')
      if (this.depth < PROCESSES && this.random() < 0.3) {
        const others = this.processes.filter(({ isBusy }) => !isBusy)
        this.depth += 1
        others[Math.floor(this.random() * others.length)]?.step()
        this.depth -= 1
      }
      if (this.mayDie && this.random() < 0.05) {
        process.die()
        throw failure('EIO', 'killed')
      }
    }
    const { disk, makers } = this
    return {
      ...disk,
      open(path, flags) {
        before()
        const fd = disk.open(path, flags)
        if (flags === 'wx') makers.set(path, pid)
        return fd
      },
      write(fd, bytes) {
        before()
        return disk.write(fd, bytes)
      },
      read(fd, into, position) {
        before()
        return disk.read(fd, into, position)
      },
      state: (path) => {
        before()
        const there = disk.state(path)
        // What a living process has made was made just now; what a dead one has left is old by the time that anybody looks.
        return there && { ...there, changedMs: Date.now() - (this.alive.has(makers.get(path) ?? 0) ? 0 : 60_000) }
      },
      remove(path) {
        before()
        disk.remove(path)
      },
    }
  }
}

describe(`${PROCESSES} processes that take a lock, in ${RUNS} random interleavings`, () => {
  it.each([['of which none dies', false], ['that may die at any call', true]] as const)('%s: never two have it, and who comes when all is quiet gets it', (_, mayDie) => {
    let taken = 0
    for (let run = 0; run < RUNS; run++) {
      const model = new Model(randomOf(run * 7919 + 1), mayDie)
      for (let step = 0; step < STEPS; step++) {
        model.processes[Math.floor(model.random() * PROCESSES)]?.step()
        model.checkOne()
      }
      taken += model.processes.filter(({ lock }) => lock !== null).length
      for (const process of model.processes) {
        if (process.lock) process.step()
        if (mayDie) process.die()
      }
      const last = model.newTaker()
      const free = takeLock(LOCK, model.disk, last)
      expect(free, `run ${run}: ${model.disk.paths().join(' ')}`).not.toBeNull()
    }
    expect(taken).toBeGreaterThan(RUNS / 10)
  })
})
