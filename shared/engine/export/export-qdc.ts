import { writeQdc, type QdcCode, type QdcSet } from '../../coding/write-qdc'
import { utf8Of } from '../../base/utf8'
import { orderedCodes } from '../codebook/code-order'
import { questionNames } from '../codebook/code-questions'
import type { PersonalData } from '../../protocol/engine-api'
import { codeMask } from './masked-table'
import type { Project } from '../project/project'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The codebook in the exchange format of REFI-QDA, archived codes included. */
export async function codebookQdc(project: Project, personal: PersonalData = 'masked'): Promise<string> {
  const { registers, platform } = project
  const masked = codeMask(project)
  const { code: codes, field: fields } = registers
  const ordered = orderedCodes(codes).map(({ id, code }) => ({ id, code: personal === 'masked' ? masked(code) : code }))
  const guids = new Map<string, string>()
  for (const { id } of ordered) guids.set(id, GUID.test(id) ? id : await guidOf(`code ${id}`, platform))
  const below = (parent: string | null): readonly QdcCode[] =>
    ordered
      .filter(({ code }) => (code.parent !== null && codes.has(code.parent) ? code.parent : null) === parent)
      .map(({ id, code }) => ({
        guid: guids.get(id)!,
        code: code.questions ? { ...code, questions: questionNames(code.questions, fields) } : code,
        children: below(id),
      }))
  const groups = new Set(ordered.flatMap(({ code: { exclusive } }) => exclusive ?? []))
  const sets: QdcSet[] = []
  for (const name of groups) {
    const members = ordered.flatMap(({ id, code }) => (code.exclusive === name ? [guids.get(id)!] : []))
    sets.push({ guid: await guidOf(`group ${name}`, platform), name, members })
  }
  return writeQdc(below(null), sets)
}

/** The same for the same name, always. */
async function guidOf(name: string, platform: Project['platform']): Promise<string> {
  const hex = await platform.sha256(utf8Of(`earshot ${name}`))
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
