import type { Group } from '../../shared/nps/group'

/** A score with the colour of its group; `label` says both in words. */
export function ScoreChip({
  score,
  group,
  label,
}: {
  readonly score: number | null
  readonly group: Group | null
  readonly label: string
}) {
  return (
    <span className={`score-chip ${group === null ? 'score-none' : `score-${group}`}`} title={label}>
      <span aria-hidden="true">{score ?? '–'}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
