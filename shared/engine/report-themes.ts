import { effectOf } from '../nps/code-effect'
import { answersOf } from '../nps/figure'
import type { Themes } from '../report/types'
import type { Project } from './project'
import { groupsOf, type Tags } from './tagging'

/** What each code does to the score of the selected responses; null without a codebook. */
export function themesOf({ columns, registers }: Project, selected: Uint8Array, tags: Tags): Themes | null {
  if (registers.code.size === 0) return null
  const nobody = new Uint8Array(columns.rows)
  return {
    base: answersOf(groupsOf(columns, selected, nobody, 0)),
    coverage: coverageOf(selected, tags),
    codes: tags.codes
      .map(({ code, rows }) => ({
        name: code.name,
        color: code.color,
        ...effectOf(groupsOf(columns, selected, rows, 1), groupsOf(columns, selected, rows, 0)),
      }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => Math.abs(b.contribution ?? 0) - Math.abs(a.contribution ?? 0)),
  }
}

/** The share of the selected responses' comments that have at least one code. */
function coverageOf(selected: Uint8Array, { codes, verbatimsOf }: Tags): number {
  const coded = codes.map(({ code }) => verbatimsOf(code.name))
  let [comments, covered] = [0, 0]
  verbatimsOf(null).forEach(({ span, rows }, place) => {
    const hits = coded.map((places) => places[place]!.rows)
    for (let row = span.first; row < span.first + span.rows; row++) {
      if (!rows[row] || !selected[row]) continue
      comments += 1
      if (hits.some((hit) => hit[row] === 1)) covered += 1
    }
  })
  return comments === 0 ? 0 : covered / comments
}

/** Selected responses with at least one comment. */
export function commentedOf(selected: Uint8Array, { verbatimsOf }: Tags): number {
  const commented = new Uint8Array(selected.length)
  for (const { span, rows } of verbatimsOf(null)) {
    for (let row = span.first; row < span.first + span.rows; row++) if (rows[row] && selected[row]) commented[row] = 1
  }
  return commented.reduce((sum, one) => sum + one, 0)
}
