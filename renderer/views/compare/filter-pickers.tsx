import type { SideId, SideNames } from '../../app/compare/compare-sides'
import type { FilterPair, SideChoice } from '../../app/compare/compare-state'
import { useCommands, useSession, useWords } from '../../app/context'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import { Button } from '../../parts/button'
import { IconButton } from '../../parts/icon-button'
import { Select, type SelectOption } from '../../parts/select'

const VIEW = 'view:'

/** Two filters: each everybody, everybody else, a saved view, or the conditions that stood above. */
export function FilterPickers({
  project,
  choice,
  names,
  shared,
}: {
  readonly project: ProjectView
  readonly choice: FilterPair
  readonly names: SideNames
  readonly shared: number
}) {
  const { t } = useWords()
  const commands = useCommands()
  const isSame = choice.from.kind === 'all' && choice.to.kind === 'all'
  return (
    <>
      <div className="compare-pair">
        <Side project={project} id="from" side={choice.from} name={names.from} />
        <IconButton icon="swap" label={t('compare.swap')} onPress={() => void commands.swapSides()} />
        <Side project={project} id="to" side={choice.to} name={names.to} />
      </div>
      {shared > 0 && !isSame ? <p className="mark compare-wide">{t('sides.shared', { n: shared })}</p> : null}
    </>
  )
}

function Side({ project, id, side, name }: { readonly project: ProjectView; readonly id: SideId; readonly side: SideChoice; readonly name: string }) {
  const { t } = useWords()
  const commands = useCommands()
  const filtered = useSession((state) => state.filter.length > 0)
  const views = project.views.map((view): SelectOption => ({ value: VIEW + view.id, label: view.name, group: t('sides.views') }))
  const options: readonly SelectOption[] = [
    { value: 'all', label: t('sides.all') },
    { value: 'rest', label: t('sides.rest') },
    ...(side.kind === 'own' ? [{ value: 'own', label: name }] : []),
    ...views,
  ]
  const choose = (value: string): void => {
    if (value === 'all' || value === 'rest') void commands.compareSide(id, { kind: value })
    else if (value.startsWith(VIEW)) void commands.compareSide(id, { kind: 'view', id: value.slice(VIEW.length) })
  }
  return (
    <div className="compare-side">
      <Select
        label={t(id === 'from' ? 'sides.against' : 'sides.this')}
        value={side.kind === 'view' ? VIEW + side.id : side.kind}
        options={options}
        onChange={choose}
      />
      <Button look="quiet" disabled={!filtered} title={t('sides.move.hint')} onPress={() => void commands.moveFilter(id)}>
        {t('sides.move')}
      </Button>
    </div>
  )
}
