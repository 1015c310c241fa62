import { answersOf, figureOf } from '../../nps/figure'
import type { Themes } from '../../report/types'
import { methodOf } from '../settings/method'
import type { Project } from '../project/project'
import { countOf, countWithin, placesOf } from '../tags/tag-parts'
import { effectOn, groupsAt, groupsIn } from '../figures/count-groups'
import type { Tags } from '../tags/tagging'

/** What each code does to the score of the selected responses; null without a codebook. */
export function themesOf(project: Project, selected: Uint8Array, tags: Tags): Themes | null {
  if (tags.codes.length === 0) return null
  const { columns } = project
  const { interval } = methodOf(project)
  const all = groupsIn(columns, selected)
  return {
    base: answersOf(all),
    coverage: coverageOf(selected, tags),
    codes: tags.codes
      .map(({ id, code, rows }) => ({
        id,
        name: code.name,
        color: code.color,
        ...effectOn(columns, selected, all, rows),
        figure: figureOf(groupsAt(columns, selected, placesOf(rows)), interval),
      }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => Math.abs(b.contribution ?? 0) - Math.abs(a.contribution ?? 0)),
  }
}

/** The share of the selected responses' comments that have at least one code. */
function coverageOf(selected: Uint8Array, { comments, any }: Tags): number {
  const verbatims = countWithin(comments, comments.map(({ found }) => found.filled), selected)
  return verbatims === 0 ? 0 : countWithin(comments, any, selected) / verbatims
}

/** Selected responses with at least one comment. */
export function commentedOf(selected: Uint8Array, { verbatimsOf }: Tags): number {
  const commented = new Uint8Array(selected.length)
  for (const { span, rows } of verbatimsOf(null)) {
    for (let row = span.first; row < span.first + span.rows; row++) if (rows[row] && selected[row]) commented[row] = 1
  }
  return countOf(commented)
}
