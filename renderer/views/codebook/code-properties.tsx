import { DIRECTIONS } from '../../../shared/model/records'
import type { FieldView } from '../../../shared/protocol/engine-api'
import type { FullDraft } from '../../app/codebook/code-draft'
import { useSession, useWords } from '../../app/context'
import { InputField } from '../../parts/input-field'
import { Select } from '../../parts/select'

const NO_FIELDS: readonly FieldView[] = []

/** What a mention is, what a code excludes, and which questions it is for. */
export function CodeProperties({ draft, onChange }: { readonly draft: FullDraft; readonly onChange: (patch: Partial<FullDraft>) => void }) {
  const { t } = useWords()
  const fields = useSession((state) => state.project?.fields ?? NO_FIELDS)
  const questions = fields.filter(({ role }) => role === 'comment')
  const chosen = draft.questions ?? []
  return (
    <>
      <Select
        label={t('codes.direction')}
        value={draft.direction ?? ''}
        options={[{ value: '', label: t('codes.direction.either') }, ...DIRECTIONS.map((value) => ({ value, label: t(`codes.direction.${value}`) }))]}
        onChange={(value) => onChange({ direction: DIRECTIONS.find((known) => known === value) ?? null })}
      />
      <InputField
        label={t('codes.exclusive')}
        value={draft.exclusive ?? ''}
        described={<p className="quiet">{t('codes.exclusive.hint')}</p>}
        onChange={(exclusive) => onChange({ exclusive })}
      />
      {questions.length > 1 ? (
        <fieldset className="code-questions">
          <legend className="field-label">{t('codes.questions')}</legend>
          {questions.map(({ id, name, label }) => (
            <label key={id} title={label}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  onChange({ questions: questions.map((each) => each.id).filter((each) => (each === id ? event.target.checked : chosen.includes(each))) })
                }
              />
              {name}
            </label>
          ))}
          <p className="quiet">{t(draft.parent === null ? 'codes.questions.all' : 'codes.questions.parent')}</p>
        </fieldset>
      ) : null}
    </>
  )
}
