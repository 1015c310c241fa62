import { filterKey } from '../query/filter-key'
import type { Clause } from '../query/types'
import { BRAND } from './brand'
import { codebookVersion } from './codebook-versions'
import { LETTERS, VIEW } from './desk-settings'
import type { Project } from './project'
import { stateHash } from './state-hash'
import { SUMMARY } from './summary-edits'

const LENGTH = 12

/** Which part of the project figures are about: the filter, and the two periods that are compared. */
export interface About {
  readonly where: readonly Clause[]
  readonly from: string | null
  readonly to: string | null
}

/** Settings that say how something looks, and change no figure. */
const isLook = (id: string): boolean => id === BRAND || id === LETTERS || id === SUMMARY || id.startsWith(`${SUMMARY}:`) || id.startsWith(VIEW)

/**
 * Names what figures are made from, in any language: rows, tags and settings by the state hash without what only says how
 * things look, the version of the codebook, the filter and the periods.
 */
export async function fingerprintOf(project: Project, { where, from, to }: About): Promise<string> {
  const { registers, platform } = project
  const setting = new Map([...registers.setting].filter(([id]) => !isLook(id)))
  const state = await stateHash({ ...registers, setting }, (bytes) => platform.sha256(bytes))
  const lines = [state, String(codebookVersion(project)), filterKey(where), JSON.stringify([from, to])]
  return (await platform.sha256(new TextEncoder().encode(lines.join('\n')))).slice(0, LENGTH)
}
