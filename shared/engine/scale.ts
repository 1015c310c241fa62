import { fault, type Fault } from '../base/fault'
import { NPS_SCALE } from '../model/role'
import { hasNpsGroups } from '../nps/group'
import type { Columns } from './columns'

export interface ScaleCheck {
  /** Why no figure may be computed: some wave's scores are on another scale and nobody has said to treat them as NPS. */
  readonly refusal: Fault | null
  /** Scales other than 0-10 that figures will contain, as written on the questionnaire; null when there are none. */
  readonly nonStandard: string | null
}

/** Whether the scores of the waves with selected rows may be counted as NPS. */
export function checkScale(columns: Columns, selected: Uint8Array): ScaleCheck {
  const others = columns.waves.filter(
    ({ wave, span }) =>
      wave.scale !== NPS_SCALE &&
      wave.counts.scored > 0 &&
      selected.subarray(span.first, span.first + span.rows).includes(1),
  )
  const refused = others.filter(({ wave }) => !wave.treatAsNps || !hasNpsGroups(wave.scale))
  const scalesOf = (placed: typeof others): string => [...new Set(placed.map(({ wave }) => wave.scale))].join(', ')
  return {
    refusal:
      refused.length > 0
        ? fault('scale', { waves: refused.map(({ wave }) => `"${wave.name}"`).join(', '), scale: scalesOf(refused) })
        : null,
    nonStandard: others.length > 0 ? scalesOf(others) : null,
  }
}
