import { dirname } from 'node:path'
import { cutTo, written, type Disk, type Effect } from './fake-files'

/** What became of an effect that was not durable when the power failed. */
type Fate = 'kept' | 'lost' | 'zeros' | 'first-half' | 'second-half' | 'every-other'

const SECTOR = 512
const FATES_OF_WRITE: readonly Fate[] = ['kept', 'lost', 'zeros', 'first-half', 'second-half', 'every-other']
const FATES_OF_OTHERS: readonly Fate[] = ['kept', 'lost']

/** Numbers of the effects before `moment` that no sync had covered by then. */
function notDurable(effects: readonly Effect[], moment: number): readonly number[] {
  let open: number[] = []
  const lost: number[] = []
  const isOf = (sync: Effect, effect: Effect): boolean =>
    sync.kind === 'sync-folder'
      ? effect.kind === 'name' && effect.folder === sync.folder
      : effect.kind !== 'name' && effect.kind !== 'sync-folder' && sync.kind !== 'name' && effect.content === sync.content
  for (let at = 0; at < moment; at++) {
    const effect = effects[at]!
    if (effect.kind === 'sync' || effect.kind === 'sync-folder') open = open.filter((one) => !isOf(effect, effects[one]!))
    else if (effect.kind === 'unsynced') {
      lost.push(...open.filter((one) => isOf(effect, effects[one]!)))
      open = open.filter((one) => !isOf(effect, effects[one]!))
    } else open.push(at)
  }
  return [...lost, ...open].sort((a, b) => a - b)
}

/** Sectors as the disk has them, not as the write came. */
function torn(content: Uint8Array, at: number, bytes: Uint8Array, fate: Fate): Uint8Array {
  const next = written(content, at, new Uint8Array(0))
  const grown = new Uint8Array(Math.max(next.length, at + bytes.length))
  grown.set(next)
  const first = Math.floor(at / SECTOR)
  const last = Math.floor((at + bytes.length - 1) / SECTOR)
  const half = first + Math.ceil((last - first) / 2)
  let end = next.length
  for (let sector = first; sector <= last; sector++) {
    const isThere = fate === 'first-half' ? sector < half : fate === 'second-half' ? sector >= half : fate === 'every-other' && sector % 2 === 0
    const [from, to] = [Math.max(at, sector * SECTOR), Math.min(at + bytes.length, (sector + 1) * SECTOR)]
    if (isThere) grown.set(bytes.subarray(from - at, to - at), from)
    if (isThere || fate === 'zeros') end = Math.max(end, to)
  }
  return grown.slice(0, end)
}

/** The disk when the power failed before effect number `moment`. */
export function diskAfter(base: Disk, effects: readonly Effect[], moment: number, fates: ReadonlyMap<number, Fate>): Disk {
  const names = new Map(base.names)
  const contents = new Map(base.contents)
  for (let at = 0; at < moment; at++) {
    const effect = effects[at]!
    const fate = fates.get(at) ?? 'kept'
    if (fate === 'lost') continue
    if (effect.kind === 'name') {
      for (const [path, what] of effect.names) {
        if (what === null) names.delete(path)
        else names.set(path, what)
      }
    } else if (effect.kind === 'write' || effect.kind === 'cut') {
      const content = contents.get(effect.content) ?? new Uint8Array()
      if (effect.kind === 'cut') contents.set(effect.content, cutTo(content, effect.length))
      else contents.set(effect.content, fate === 'kept' ? written(content, effect.at, effect.bytes) : torn(content, effect.at, effect.bytes, fate))
    }
  }
  for (const path of names.keys()) {
    for (let folder = dirname(path); folder !== '/'; folder = dirname(folder)) if (names.get(folder) !== 'folder') names.delete(path)
  }
  return { names, contents }
}

export interface CrashState {
  readonly moment: number
  readonly disk: Disk
}

/**
 * Disks on which the power may have failed before effect number `moment`: each write that no sync had covered is there,
 * lost, torn at sectors, or grown and empty, each name there or lost, in any mixture. All of them where that is at most
 * `limit`, otherwise so many at random.
 */
export function* statesAt(base: Disk, effects: readonly Effect[], moment: number, limit: number, random: () => number): Generator<CrashState> {
  const open = notDurable(effects, moment)
  const choices = open.map((at) => (effects[at]!.kind === 'write' ? FATES_OF_WRITE : FATES_OF_OTHERS))
  const all = choices.reduce((product, { length }) => product * length, 1)
  for (let turn = 0; turn < Math.min(all, limit); turn++) {
    let rest = turn
    const fates = new Map(
      open.map((at, place) => {
        const given = choices[place]!
        const fate = given[all > limit ? Math.floor(random() * given.length) : rest % given.length]!
        rest = Math.floor(rest / given.length)
        return [at, fate] as const
      }),
    )
    yield { moment, disk: diskAfter(base, effects, moment, fates) }
  }
}

/** The least that a power cut may leave: all that was not synced is lost. */
export const leastAt = (base: Disk, effects: readonly Effect[], moment: number): Disk =>
  diskAfter(base, effects, moment, new Map(notDurable(effects, moment).map((at) => [at, 'lost'])))

/** A disk as a text, so that equal ones are tried once. */
export function diskKey({ names, contents }: Disk, hash: (bytes: Uint8Array) => string): string {
  return [...names].map(([path, what]) => `${path}=${what === 'folder' ? what : hash(contents.get(what) ?? new Uint8Array())}`).sort().join()
}
