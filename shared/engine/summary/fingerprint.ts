import { filterKey } from '../../query/filter-key'
import type { Clause } from '../../query/types'
import { codebookVersion } from '../codebook/codebook-versions'
import { isLookSetting } from '../settings/looks'
import type { Project } from '../project/project'
import { stateHash } from '../project/state-hash'

const LENGTH = 12

/** Which part of the project figures are about: the filter, and the two periods that are compared. */
export interface About {
  readonly where: readonly Clause[]
  readonly from: string | null
  readonly to: string | null
}

/**
 * Names what figures are made from, in any language: rows, tags and settings by the state hash without what only says how
 * things look, the version of the codebook, the filter and the periods.
 */
export async function fingerprintOf(project: Project, { where, from, to }: About): Promise<string> {
  const { registers, platform } = project
  const setting = new Map([...registers.setting].filter(([id]) => !isLookSetting(id)))
  const state = await stateHash({ ...registers, setting }, (bytes) => platform.sha256(bytes))
  const lines = [state, String(codebookVersion(project)), filterKey(where), JSON.stringify([from, to])]
  return (await platform.sha256(new TextEncoder().encode(lines.join('\n')))).slice(0, LENGTH)
}
