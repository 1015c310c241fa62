import type { MessageKey } from '../../../shared/locale/translate'
import type { Host } from '../../host/host'
import { FRAME_SHORTCUTS, SCREEN_SHORTCUTS } from './frame-shortcuts'
import { SCREENS, type Screen } from '../session'
import type { Shortcut } from './shortcut'

/** Keys that a person gave to commands, by the words of the command; all others have those they were made with. */
export type Bindings = Readonly<Partial<Record<MessageKey, readonly string[]>>>

/** Where a command's keys work. */
type Scope = Screen | 'everywhere'

const SCOPES: readonly (readonly [Scope, readonly Shortcut[]])[] = [
  ['everywhere', FRAME_SHORTCUTS],
  ...SCREENS.map((screen) => [screen, SCREEN_SHORTCUTS[screen]] as const),
]
const ALL = SCOPES.flatMap(([, shortcuts]) => shortcuts)
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'])
/** They lead around in every window. */
const RESERVED = /^(Shift\+)?(Escape|Tab)$/

/** The keys that do what these words say. */
export const keysOf = (bindings: Bindings, label: MessageKey): readonly string[] =>
  bindings[label] ?? ALL.find((shortcut) => shortcut.label === label)?.keys ?? []

/** The first of them; blank where there is none. */
export const keyOf = (bindings: Bindings, label: MessageKey): string => keysOf(bindings, label)[0] ?? ''

/** What each key does, for commands by their words. */
export const boundKeys = (bindings: Bindings, does: Readonly<Partial<Record<MessageKey, () => void>>>): Readonly<Record<string, () => void>> =>
  Object.fromEntries(
    Object.entries(does).flatMap(([label, run]) => keysOf(bindings, label as MessageKey).map((key) => [key, run] as const)),
  )

/** Whether a key can be given to a command at all. */
export const isBindable = (key: string): boolean => !MODIFIERS.has(key.split('+').at(-1) ?? '') && !RESERVED.test(key)

const scopesOf = (label: MessageKey): readonly Scope[] =>
  SCOPES.flatMap(([scope, shortcuts]) => (shortcuts.some((shortcut) => shortcut.label === label) ? [scope] : []))

/** The command that already has the key where this one would have it; null: the key is free. */
export function clashOf(bindings: Bindings, label: MessageKey, key: string): MessageKey | null {
  const own = scopesOf(label)
  const meet = (scope: Scope): boolean => scope === 'everywhere' || own.includes('everywhere') || own.includes(scope)
  for (const [scope, shortcuts] of SCOPES) {
    if (!meet(scope)) continue
    const taken = shortcuts.find((other) => other.label !== label && spelled(keysOf(bindings, other.label)).includes(key))
    if (taken) return taken.label
  }
  return null
}

/** A stretch of keys as each of them; that of the letters goes on in what commands leave. */
const spelled = (keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => {
    const [, before = '', first, last] = /^(.*\+)?(\d)–(\d)$/.exec(key) ?? []
    if (first === undefined || last === undefined) return [key]
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => `${before}${Number(first) + at}`)
  })

/** The keys that commands of the code screen and of every screen have: no code gets one of them. */
export const keysTaken = (bindings: Bindings): ReadonlySet<string> =>
  new Set([...FRAME_SHORTCUTS, ...SCREEN_SHORTCUTS.code].flatMap(({ label }) => keysOf(bindings, label)))

/** The bindings with another one (null: as it was made). */
export function withBinding(bindings: Bindings, label: MessageKey, keys: readonly string[] | null): Bindings {
  const others = Object.entries(bindings).filter(([other]) => other !== label)
  return Object.fromEntries(keys === null ? others : [...others, [label, keys]])
}

/** What was kept on this computer, as far as there are such commands. */
export function keptBindings(host: Pick<Host, 'getPreference'>): Bindings {
  try {
    const kept = JSON.parse(host.getPreference('keys') ?? '{}') as unknown
    if (typeof kept !== 'object' || kept === null) return {}
    const entries = Object.entries(kept).filter(
      ([label, keys]) => ALL.some((shortcut) => shortcut.label === label && !shortcut.fixed) && isKeys(keys),
    )
    return Object.fromEntries(entries) as Bindings
  } catch {
    return {}
  }
}

const isKeys = (keys: unknown): boolean => Array.isArray(keys) && keys.every((key) => typeof key === 'string' && isBindable(key))
