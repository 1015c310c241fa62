import type { SamePeople } from '../../../shared/query/types'
import type { SideNames } from '../../app/compare/compare-sides'
import type { Words } from '../../app/words/words'
import type { GridCell } from '../../parts/grid-picture'

/** In the order of the migration table, the best first. */
const GROUPS = ['promoters', 'passives', 'detractors'] as const

/** Where the same customers went, as cells of a picture: a shade stronger, the more of a row went there. */
export function migrationGrid({ table }: SamePeople, names: SideNames, words: Words) {
  const { t, count, percent } = words
  const group = (id: (typeof GROUPS)[number], period: string): string => t('why.people.before', { group: t(`slice.column.${id}`), period })
  const total = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0)
  const rows = GROUPS.map((id, before) => {
    const counts = table[before]!
    const all = total(counts)
    const cells = counts.map((n, after): GridCell => {
      const share = all === 0 ? 0 : n / all
      const tone = n === 0 || after === before ? 'none' : after < before ? 'good' : 'bad'
      return { value: count(n), detail: all === 0 ? '' : percent(share), tone, strength: share }
    })
    return { label: group(id, names.from), cells: [...cells, plain(count(all))] }
  })
  const sums = GROUPS.map((_, at) => total(table.map((row) => row[at]!)))
  return {
    corner: t('why.people.group'),
    columns: [...GROUPS.map((id) => group(id, names.to)), t('why.people.all')],
    rows: [...rows, { label: t('why.people.all'), cells: [...sums, total(sums)].map((n) => plain(count(n))) }],
  }
}

const plain = (value: string): GridCell => ({ value, detail: '', tone: 'none', strength: 0 })
