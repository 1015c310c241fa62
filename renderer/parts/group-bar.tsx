import type { GroupCounts } from '../../shared/nps/types'

/** Promoters, passives and detractors as parts of one bar. A picture only: the numbers stand beside it. */
export function GroupBar({ counts }: { readonly counts: GroupCounts }) {
  const parts = [
    { group: 'promoters', n: counts.promoters },
    { group: 'passives', n: counts.passives },
    { group: 'detractors', n: counts.detractors },
  ]
  return (
    <span className="group-bar" aria-hidden="true">
      {parts.map(({ group, n }) =>
        n === 0 ? null : <span key={group} className={`group-part ${group}`} style={{ flexGrow: n }} />,
      )}
    </span>
  )
}
