import { useCommands, useSession, useWords } from '../../app/context'
import { useShown } from '../../app/project/shown-text'
import { useAnonymous } from '../../app/project/use-anonymous'

/** Below a text with personal data: that it is masked, and the way to see it; or that it is shown, and the way back. */
export function MaskedNote({ text }: { readonly text: string }) {
  return useShown().holds(text) ? <PersonalSwitch /> : null
}

/** Masks personal data on all screens, or shows it. */
export function PersonalSwitch() {
  const { t } = useWords()
  const { showPersonal } = useCommands()
  const shows = useSession((state) => state.showsPersonal)
  const anonymous = useAnonymous()
  if (anonymous) return <p className="masked-note quiet">{t('personal.masked')}</p>
  return (
    <p className="masked-note quiet">
      {t(shows ? 'personal.shown' : 'personal.masked')}{' '}
      <button type="button" className="link" onClick={() => showPersonal(!shows)}>
        {t(shows ? 'personal.mask' : 'personal.show')}
      </button>
    </p>
  )
}
