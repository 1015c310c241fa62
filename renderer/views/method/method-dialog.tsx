import { useId } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import { INTERVAL_METHODS } from '../../../shared/nps/interval'
import { useCommands, useSession, useWords } from '../../app/context'
import { monthNames } from '../../app/project/fiscal'
import { Dialog } from '../../parts/dialog'
import { Select } from '../../parts/select'

/** How all figures of the project are made. */
export function MethodDialog() {
  const project = useSession((state) => (state.layer === 'method' ? state.project : null))
  return project ? <OpenMethod project={project} /> : null
}

function OpenMethod({ project }: { readonly project: ProjectView }) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const id = useId()
  const { method, knowsPeople } = project
  const anonymous = project.anonymity !== null
  return (
    <Dialog title={t('method.title')} closeLabel={t('app.close')} onClose={() => commands.openLayer(null)}>
      <fieldset className="method-choice">
        <legend className="field-label">{t('method.interval')}</legend>
        {INTERVAL_METHODS.map((interval) => (
          <label key={interval} className="method-option">
            <input
              type="radio"
              name={`${id}-interval`}
              checked={interval === method.interval}
              onChange={() => void commands.changeMethod({ interval })}
            />
            <span>
              {t(`method.interval.${interval}`)}
              <span className="quiet">{t(`method.interval.${interval}.hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="method-option">
        <input
          type="checkbox"
          checked={method.perPerson}
          disabled={anonymous || (!knowsPeople && !method.perPerson)}
          onChange={(event) => void commands.changeMethod({ perPerson: event.target.checked })}
        />
        <span>
          {t('method.person')}
          <span className="quiet">{t(knowsPeople ? 'method.person.hint' : 'method.person.none')}</span>
        </span>
      </label>
      <div>
        <Select
          label={t('method.fiscal')}
          value={String(method.fiscalStart)}
          options={monthNames(words).map((name, at) => ({ value: String(at + 1), label: name }))}
          disabled={anonymous}
          onChange={(value) => void commands.changeMethod({ fiscalStart: Number(value) })}
        />
        <p className="quiet">{t('method.fiscal.hint')}</p>
      </div>
      <p className="quiet">{t('method.hint')}</p>
      {anonymous ? <p className="quiet">{t('anonymous.method')}</p> : null}
    </Dialog>
  )
}
