import { ok, type Result } from '../../base/result'
import { starterCodebook } from '../../coding/starter/codebook'
import type { Change } from '../../model/operation'
import { codeOf } from './code-project'
import { nameKey } from './code-refusal'
import type { Project } from '../project/project'

/** Adds the starter codebook, but for codes whose names are there already, as one operation. */
export async function startCodebook(project: Project, locale: 'en' | 'ko'): Promise<Result<null>> {
  const { registers, platform } = project
  const { code: codes, field: fields } = registers
  const idOf = new Map([...codes].map(([id, { name }]) => [nameKey(name), id]))
  let position = Math.max(-1, ...[...codes.values()].map((code) => code.position))
  const changes: Change[] = []
  for (const entry of starterCodebook(locale)) {
    if (idOf.has(nameKey(entry.name))) continue
    const id = platform.newId()
    idOf.set(nameKey(entry.name), id)
    const parent = entry.parent === null ? null : (idOf.get(nameKey(entry.parent)) ?? null)
    changes.push({ register: 'code', id, before: null, after: codeOf(entry, null, parent, ++position, fields) })
  }
  if (changes.length === 0) return ok(null)
  const done = await project.change('codebook', changes)
  return done.ok ? ok(null) : done
}
