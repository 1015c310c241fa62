import { useMemo } from 'react'
import type { PlanView } from '../../../shared/protocol/engine-api'
import { createNameFinder } from '../../../shared/text/mask-names'
import { veilPersonal } from '../../../shared/text/veil-personal'
import { useSession } from '../context'
import { useShown, type Shown } from '../project/shown-text'

/** How the cells of a planned file are shown: the people in it are in no project yet, but their names stand in its columns. */
export function usePlanShown(): Shown {
  const shown = useShown()
  const isOpen = useSession((state) => state.showsPersonal)
  const view = useSession((state) => state.plan?.view ?? state.glimpse)
  return useMemo(() => {
    if (isOpen || !view) return shown
    const find = createNameFinder(namesIn(view))
    return { ...shown, text: (text) => veilPersonal(shown.text(text), find) }
  }, [shown, isOpen, view])
}

/** Names in the rows and examples that are shown. */
function namesIn({ columns, preview, samples }: PlanView): ReadonlySet<string> {
  const rows = [...preview, ...Object.values(samples).flat()]
  const cells = columns.flatMap(({ role, samples: examples }, at) => (role === 'person' || role === 'respondent' ? [...examples, ...rows.map((row) => row.cells[at] ?? '')] : []))
  return new Set(cells.filter((cell) => !/\d/u.test(cell)))
}
