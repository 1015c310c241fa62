import type { Anonymity, ProjectView } from '../../../shared/protocol/engine-api'
import { useWords } from '../../app/context'

/** What an anonymous project shows, what it hides, and what it cannot guard. */
export function PromiseWords({ project, anonymity }: { readonly project: ProjectView; readonly anonymity: Anonymity }) {
  const { t } = useWords()
  const { people, comments } = anonymity
  const crossed = project.fields.find(({ id }) => id === anonymity.crossed)
  return (
    <>
      <p>{t('anonymous.what')}</p>
      <ul className="anonymous-words">
        <li>{t('anonymous.what.figures', { people })}</li>
        <li>{t('anonymous.what.cuts', { crossed: crossed ? 1 : 0, field: crossed?.label ?? '' })}</li>
        <li>{t('anonymous.what.comments', { comments })}</li>
        <li>{t('anonymous.what.refused')}</li>
        <li>{t('anonymous.what.file')}</li>
      </ul>
    </>
  )
}
