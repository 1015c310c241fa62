import type { ImportPlan } from '../../shared/ingest/types'
import { personalColumns } from '../../shared/ingest/personal-columns'
import { translator } from '../../shared/locale/translate'
import type { PersonalKind } from '../../shared/text/find-personal'
import { coverPersonal } from '../../shared/text/veil-personal'

/** Personal data in a column of a file: what kinds, in how many cells; never any of it. */
export interface FoundPersonal {
  readonly column: string
  /** The column is taken for one that names people: it is masked as a whole. */
  readonly person: boolean
  readonly kinds: readonly { readonly kind: PersonalKind; readonly cells: number }[]
}

export const foundPersonal = (plan: ImportPlan): readonly FoundPersonal[] =>
  personalColumns(plan).map(({ index, kinds }) => {
    const column = plan.columns.find((each) => each.index === index)
    return { column: column?.name ?? String(index), person: column?.role === 'person', kinds: kinds.map(({ kind, cells }) => ({ kind, cells })) }
  })

/** A line for each column. */
export function personalLines(found: readonly FoundPersonal[]): readonly string[] {
  const words = translator('en')
  return found.map(({ column, person, kinds }) => {
    const told = kinds.map(({ kind, cells }) => `${words(`personal.plan.kinds.${kind}`)} in ${cells} ${cells === 1 ? 'cell' : 'cells'}`)
    return `Personal data in "${column}": ${[...told, ...(person ? ['taken for a column that names people'] : [])].join(', ')}`
  })
}

/** How values and texts of a project are printed: masked, unless `--with-personal-data` asks for them. */
export const printed = (withPersonal: boolean): ((text: string) => string) => (withPersonal ? (text) => text : coverPersonal)
