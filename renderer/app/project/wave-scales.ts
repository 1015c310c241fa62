import { NPS_SCALE } from '../../../shared/model/role'
import { rangesOf } from '../../../shared/nps/group'
import type { ProjectView, WaveView } from '../../../shared/protocol/engine-api'
import type { Clause } from '../../../shared/query/types'

/** Whether there are responses and none of them has a valid score. */
export const isWithoutScores = ({ waves }: Pick<ProjectView, 'waves'>): boolean =>
  waves.length > 0 && waves.every(({ scored }) => scored === 0)

/** Waves on another scale that can be counted as NPS, and are not yet. */
export const treatableWaves = ({ waves }: Pick<ProjectView, 'waves'>): readonly WaveView[] =>
  waves.filter(({ scale, treatAsNps }) => scale !== NPS_SCALE && !treatAsNps && rangesOf(scale) !== null)

/** Scales whose waves have figures when they are looked at alone; none where there is no other scale to be without. */
export function countedScales({ waves }: Pick<ProjectView, 'waves'>): readonly string[] {
  const scored = waves.filter((wave) => wave.scored > 0)
  if (new Set(scored.map(({ scale }) => scale)).size < 2) return []
  return [...new Set(scored.filter(({ scale, treatAsNps }) => scale === NPS_SCALE || treatAsNps).map(({ scale }) => scale))]
}

/** The filter with the waves of one scale, in the place of any choice of waves. */
export function onlyScale(filter: readonly Clause[], { waves }: Pick<ProjectView, 'waves'>, scale: string): readonly Clause[] {
  const others = filter.filter((clause) => clause.kind !== 'values' || clause.dimension.kind !== 'wave')
  const values = waves.filter((wave) => wave.scale === scale).map(({ name }) => name)
  return [...others, { kind: 'values', dimension: { kind: 'wave' }, values }]
}
