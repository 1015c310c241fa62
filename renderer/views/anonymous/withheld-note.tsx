import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension, SliceRow } from '../../../shared/query/types'
import { useCommands, useWords } from '../../app/context'
import { valueLabel } from '../../app/words/labels'

const MOST_NAMED = 8

/** Below a chart or a table: which groups an anonymous project hides, and why. Of two fields crossed nobody says which. */
export function WithheldNote({
  project,
  by,
  withheld = [],
}: {
  readonly project: ProjectView
  readonly by: readonly Dimension[]
  readonly withheld?: readonly SliceRow['key'][] | undefined
}) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  if (!project.anonymity || withheld.length === 0) return null
  const names = withheld.slice(0, MOST_NAMED).map((key) => key.map((value, at) => valueLabel(by[at]!, value, words)).join(', '))
  const rest = withheld.length - names.length
  const listed = rest > 0 ? t('anonymous.hidden.more', { names: names.join(' · '), n: rest }) : names.join(' · ')
  return (
    <p className="mark anonymous-hidden">
      {by.filter(({ kind }) => kind === 'field').length > 1 ? t('anonymous.hidden.cells') : t('anonymous.hidden', { n: withheld.length, names: listed })}{' '}
      <button type="button" className="link" title={t('anonymous.hidden.why', { people: project.anonymity.people })} onClick={() => commands.openLayer('anonymous')}>
        {t('anonymous.why')}
      </button>
    </p>
  )
}
