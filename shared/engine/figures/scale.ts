import { fault, type Fault } from '../../base/fault'
import { NPS_SCALE } from '../../model/role'
import { rangesOf } from '../../nps/group'
import { ok, refuse, type Result } from '../../base/result'
import type { Change } from '../../model/operation'
import type { Columns } from '../columns/columns'
import type { Project } from '../project/project'

export interface ScaleCheck {
  /** Why no figure may be computed: scores on another scale that nobody treats as NPS, or on several scales at once. */
  readonly refusal: Fault | null
  /** Scales other than 0-10 that figures will contain, as written on the questionnaire; null when there are none. */
  readonly nonStandard: string | null
}

/** Whether the scores of the waves with selected rows may be counted as NPS. */
export function checkScale(columns: Columns, selected: Uint8Array): ScaleCheck {
  const scored = columns.waves.filter(
    ({ wave, span }) =>
      wave.counts.scored > 0 &&
      selected.subarray(span.first, span.first + span.rows).includes(1),
  )
  const others = scored.filter(({ wave }) => wave.scale !== NPS_SCALE)
  const refused = others.filter(({ wave }) => !wave.treatAsNps || !rangesOf(wave.scale))
  const scalesOf = (placed: typeof others): string => [...new Set(placed.map(({ wave }) => wave.scale))].join(', ')
  const isMixed = new Set(scored.map(({ wave }) => wave.scale)).size > 1
  return {
    refusal:
      refused.length > 0
        ? fault('scale', { waves: refused.map(({ wave }) => `“${wave.name}”`).join(', '), scale: scalesOf(refused) })
        : isMixed
          ? fault('mixed-scales', { scales: scalesOf(scored) })
          : null,
    nonStandard: others.length > 0 ? scalesOf(others) : null,
  }
}

/** Marks waves as counted, or not counted, as NPS although their scale is another. Refuses scales without groups. */
export async function treatAsNps(project: Project, waves: readonly string[], treat: boolean): Promise<Result<null>> {
  const changes: Change[] = []
  for (const id of waves) {
    const before = project.registers.wave.get(id)
    if (!before || before.treatAsNps === treat) continue
    if (treat && !rangesOf(before.scale)) return refuse(fault('scale', { waves: `“${before.name}”`, scale: before.scale }))
    changes.push({ register: 'wave', id, before, after: { ...before, treatAsNps: treat } })
  }
  if (changes.length === 0) return ok(null)
  const done = await project.change('scale', changes)
  return done.ok ? ok(null) : done
}
