import { isLookSetting } from './looks'
import type { Project } from './project'
import { stateHash } from './state-hash'

const LENGTH = 12

/** Names what figures are made from: the state hash's first characters, without what only says how things look. */
export async function fingerprintOf({ registers, platform }: Project): Promise<string> {
  const setting = new Map([...registers.setting].filter(([id]) => !isLookSetting(id)))
  return (await stateHash({ ...registers, setting }, (bytes) => platform.sha256(bytes))).slice(0, LENGTH)
}
