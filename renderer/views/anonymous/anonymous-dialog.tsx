import { useState } from 'react'
import { COMMENTS_AT_LEAST, PEOPLE_AT_LEAST, type ProjectView } from '../../../shared/protocol/engine-api'
import { useCommands, useSession, useWords } from '../../app/context'
import { slicedFields } from '../../app/figures/dimension'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { Select } from '../../parts/select'
import { PromiseWords } from './promise-words'

/** Makes the project anonymous; or says what that hides, where it is. */
export function AnonymousDialog() {
  const project = useSession((state) => (state.layer === 'anonymous' ? state.project : null))
  return project ? <OpenDialog project={project} /> : null
}

function OpenDialog({ project }: { readonly project: ProjectView }) {
  const { t } = useWords()
  const commands = useCommands()
  const close = (): void => commands.openLayer(null)
  return (
    <Dialog title={t('anonymous.title')} closeLabel={t('app.close')} onClose={close}>
      {project.anonymity ? (
        <>
          <PromiseWords project={project} anonymity={project.anonymity} />
          <div className="dialog-answers">
            <Button look="primary" onPress={close}>
              {t('anonymous.close')}
            </Button>
          </div>
        </>
      ) : (
        <Making project={project} onClose={close} />
      )}
    </Dialog>
  )
}

/** Thresholds go upwards only. */
const PEOPLE = [PEOPLE_AT_LEAST, 6, 7, 8, 10, 15, 20]
const COMMENTS = [COMMENTS_AT_LEAST, 15, 20, 30, 50]
const NONE = ''

function Making({ project, onClose }: { readonly project: ProjectView; readonly onClose: () => void }) {
  const { t, count } = useWords()
  const commands = useCommands()
  const [people, setPeople] = useState(PEOPLE_AT_LEAST)
  const [comments, setComments] = useState(COMMENTS_AT_LEAST)
  const [crossed, setCrossed] = useState(NONE)
  const numbers = (values: readonly number[]): { value: string; label: string }[] => values.map((value) => ({ value: String(value), label: count(value) }))
  const fields = slicedFields(project).filter(({ role, kind }) => role !== 'survey' && kind !== 'multi')
  const wanted = { people, comments, crossed: crossed === NONE ? null : crossed }
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault()
        onClose()
        void commands.makeAnonymous(wanted)
      }}
    >
      <PromiseWords project={project} anonymity={wanted} />
      <p className="mark mark-warning">{t('anonymous.once')}</p>
      <Select label={t('anonymous.people')} value={String(people)} options={numbers(PEOPLE)} onChange={(value) => setPeople(Number(value))} />
      <Select label={t('anonymous.comments')} value={String(comments)} options={numbers(COMMENTS)} onChange={(value) => setComments(Number(value))} />
      <div>
        <Select
          label={t('anonymous.crossed')}
          value={crossed}
          options={[{ value: NONE, label: t('anonymous.crossed.none') }, ...fields.map(({ id, label }) => ({ value: id, label }))]}
          onChange={setCrossed}
        />
        <p className="quiet">{t('anonymous.crossed.hint')}</p>
      </div>
      <div className="dialog-answers">
        <Button onPress={onClose}>{t('anonymous.cancel')}</Button>
        <button type="submit" className="button button-primary">
          {t('anonymous.make')}
        </button>
      </div>
    </form>
  )
}
