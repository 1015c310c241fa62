import { BRAND } from './brand'
import { LETTERS, VIEW } from './desk-settings'
import type { Project } from './project'
import { stateHash } from './state-hash'
import { SUMMARY } from './summary-edits'

const LENGTH = 12

/** Settings that say how something looks, and change no figure. */
const isLook = (id: string): boolean => id === BRAND || id === LETTERS || id === SUMMARY || id.startsWith(`${SUMMARY}:`) || id.startsWith(VIEW)

/** Names what figures are made from: the state hash's first characters, without what only says how things look. */
export async function fingerprintOf({ registers, platform }: Project): Promise<string> {
  const setting = new Map([...registers.setting].filter(([id]) => !isLook(id)))
  return (await stateHash({ ...registers, setting }, (bytes) => platform.sha256(bytes))).slice(0, LENGTH)
}
