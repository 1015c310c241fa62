import { ok, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { cellAt } from '../../table/column'
import { remembered } from '../../base/remembered'
import { publishedMask } from '../../text/mask'
import { createNameMask } from '../../text/mask-names'
import { coverPersonal } from '../../text/veil-personal'
import type { Columns } from '../columns/columns'
import { respondentFields } from './people'
import type { Project } from '../project/project'

export interface Masks {
  /** Of people, as they stand in the columns that name them. */
  readonly names: ReadonlySet<string>
  /** For an export of responses: without what is known to be personal, and without names. */
  readonly data: (text: string) => string
  /** For what is sent around with a summary: without any long number, too. */
  readonly published: (text: string) => string
}

const known = new WeakMap<Columns, Masks>()

/** The fields that name people. */
export function nameFields(columns: Columns): readonly string[] {
  const persons = columns.waves.flatMap(({ wave }) => wave.columns.flatMap(({ field, role }) => (role === 'person' ? [field] : [])))
  return [...new Set([...persons, ...respondentFields(columns)])]
}

/** How texts are shown to others. Names are whatever stands in the columns that name people. */
export function masksOf(columns: Columns): Masks {
  const before = known.get(columns)
  if (before) return before
  const names = namesOf(columns)
  let mask: ((text: string) => string) | null = null
  const maskNames = (text: string): string => (mask ??= createNameMask(names))(text)
  const masks = { names, data: remembered((text) => maskNames(coverPersonal(text))), published: publishedMask(maskNames) }
  known.set(columns, masks)
  return masks
}

function namesOf(columns: Columns): ReadonlySet<string> {
  const names = new Set<string>()
  for (const field of nameFields(columns)) {
    const cells = columns.text(field)
    for (let row = 0; row < columns.rows; row++) {
      const name = cellAt(cells, row).trim()
      // An id is no name.
      if (/\p{L}/u.test(name) && !/\d/.test(name) && name.length <= 60) names.add(name)
    }
  }
  return names
}

/** The names of people in the project. */
export async function answerNames({ columns }: Project, task: Task): Promise<Result<readonly string[]>> {
  await columns.ready(nameFields(columns), task)
  return ok([...masksOf(columns).names])
}
