import type { Clause } from '../../../shared/query/types'
import type { SideId } from '../../app/compare/compare-sides'
import { sidesTable } from '../../app/compare/compare-tables'
import { useCommands, useWords } from '../../app/context'
import { sharePicture } from '../../parts/share-picture'
import { ShareRows, type ShareRow } from '../../parts/share-rows'
import { CompareCopy } from './compare-copy'
import type { Shown } from './shown'
import { GROUPS, type Side } from './side'

/** What both periods consist of; every part opens its responses. */
export function SideGroups({
  sides,
  value,
  names,
  open,
}: Pick<Shown, 'value' | 'names'> & { readonly sides: readonly Side[]; readonly open: (side: SideId) => readonly Clause[] }) {
  const words = useWords()
  const { t, percent } = words
  const commands = useCommands()
  const rows = sides.map(
    ({ id, label, figure }): ShareRow => ({
      id,
      label,
      note: t('slice.answers', { n: figure.n }),
      parts: GROUPS.map((group) => {
        const share = percent(figure.n === 0 ? 0 : figure[group] / figure.n)
        return {
          id: group,
          tone: group,
          n: figure[group],
          label: figure.base === 'tiny' ? String(figure[group]) : share,
          sentence: t('compare.groups.part', {
            period: label,
            n: figure[group],
            all: figure.n,
            group: t(`compare.group.${group}`),
            share,
          }),
        }
      }),
    }),
  )
  const openPart = (row: string, group: string): void =>
    void commands.openCompared([...open(row === 'from' ? 'from' : 'to'), { kind: 'values', dimension: { kind: 'group' }, values: [group] }])
  return (
    <section className="compare-half">
      <div className="compare-head">
        <h3>{t('compare.groups.title')}</h3>
        <CompareCopy
          title={t('copy.groups', names)}
          value={value}
          names={names}
          interval={null}
          notes={[t('copy.legend.groups')]}
          picture={(about, colors) => sharePicture(about, { rows, formatTick: (share) => percent(share / 100) }, colors)}
          table={() => sidesTable(value, names, words)}
        />
      </div>
      <ShareRows
        label={t('compare.groups')}
        legend={GROUPS.map((tone) => ({
          tone,
          label: t(`slice.column.${tone}`),
          hint: t(`slice.define.${tone}`),
        }))}
        rows={rows}
        onOpen={openPart}
      />
    </section>
  )
}
