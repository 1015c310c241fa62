import { useEffect, useId, useState } from 'react'
import type { Measure } from '../../../shared/model/bands'
import type { FieldBands } from '../../../shared/protocol/engine-api'
import { bandLabel, bandNumber } from '../../app/words/band-label'
import { readBands, writeBands } from '../../app/slice/bands-draft'
import { useCommands, useWords } from '../../app/context'
import type { Words } from '../../app/words/words'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { InputField } from '../../parts/input-field'

const LINES = 7

/** Where a field is cut into bands, and who is in each, while it is typed. */
export function BandsDialog({ field, name, onClose }: { readonly field: string; readonly name: string; readonly onClose: () => void }) {
  const { t } = useWords()
  const commands = useCommands()
  const [kept, setKept] = useState<FieldBands | 'none' | null>(null)
  useEffect(() => {
    let gone = false
    void commands.fieldBands(field).then((found) => {
      if (gone) return
      if (found?.ok) setKept(found.value ?? 'none')
      else onClose()
    })
    return () => {
      gone = true
    }
    // Asked once, when it opens: what is typed is not replaced.
  }, [commands, field, onClose])
  if (kept === null) return null
  return (
    <Dialog title={t('bands.title', { field: name })} closeLabel={t('app.close')} onClose={onClose}>
      {kept === 'none' ? <p>{t('bands.none', { field: name })}</p> : <BandsForm field={field} kept={kept} onClose={onClose} />}
    </Dialog>
  )
}

function BandsForm({ field, kept, onClose }: { readonly field: string; readonly kept: FieldBands; readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const { measure, suited } = kept
  const [text, setText] = useState(writeBands(measure, kept.edges))
  const [counted, setCounted] = useState(kept)
  const draft = readBands(measure, text)
  const key = draft.kind === 'edges' ? draft.edges.join() : null
  useEffect(() => {
    if (key === null) return
    let gone = false
    const edges = key === '' ? [] : key.split(',').map(Number)
    void commands.fieldBands(field, edges).then((found) => {
      if (!gone && found?.ok && found.value) setCounted(found.value)
    })
    return () => {
      gone = true
    }
  }, [commands, field, key])
  const isSuited = key !== null && key === suited.join()
  const wrong = draft.kind === 'wrong' ? t(`bands.wrong.${measure}`, { text: draft.text }) : draft.kind === 'many' ? t('bands.wrong.many', { n: 40 }) : null
  const save = (edges: readonly number[] | null): void => {
    onClose()
    void commands.saveBands(field, edges)
  }
  return (
    <form
      className="dialog-form bands-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        // Edges that are those of the values are no choice: they go on to follow them.
        if (draft.kind === 'edges') save(isSuited && !kept.isOwn ? null : draft.edges)
      }}
    >
      <p className="quiet">
        {t('bands.values', { n: kept.different, low: valueText(measure, kept.low, words), high: valueText(measure, kept.high, words) })}{' '}
        {t(kept.isOwn ? 'bands.own' : 'bands.suited')}
      </p>
      <div className="bands-columns">
        <InputField
          label={t(`bands.edges.${measure}`)}
          value={text}
          onChange={setText}
          rows={LINES}
          invalid={wrong !== null}
          described={
            wrong === null ? (
              <span className="quiet">
                {t(`bands.hint.${measure}`)} {t('bands.hint.none')}
              </span>
            ) : (
              <span className="bands-wrong" role="alert">
                {wrong}
              </span>
            )
          }
        />
        <Counted bands={counted} />
      </div>
      <div className="dialog-answers">
        {kept.isOwn ? (
          <Button look="quiet" onPress={() => save(null)}>
            {t('bands.reset')}
          </Button>
        ) : null}
        <Button onPress={onClose}>{t('bands.cancel')}</Button>
        <button type="submit" className="button button-primary" aria-disabled={wrong !== null || undefined}>
          {t('bands.save')}
        </button>
      </div>
    </form>
  )
}

function valueText(measure: Measure, value: number | null, words: Words): string {
  if (value === null) return ''
  return measure === 'days' ? words.day(`${writeBands('days', [value])}T12:00`) : bandNumber(value, words)
}

function Counted({ bands }: { readonly bands: FieldBands }) {
  const words = useWords()
  const { t, count } = words
  const id = useId()
  if (bands.edges.length === 0) return <p className="quiet bands-alone">{t('bands.alone', { n: bands.different })}</p>
  return (
    <div className="bands-counted" role="region" aria-labelledby={id} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden" id={id}>
          {t('bands.column.n')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('bands.column.band')}</th>
            <th scope="col" className="numeric">
              {t('bands.column.n')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bands.counts.map(({ value, responses }) => (
            <tr key={value ?? ''} className={responses === 0 ? 'muted' : undefined}>
              <th scope="row">{value === null ? t('slice.blank') : (bandLabel(value, words) ?? value)}</th>
              <td className="numeric" title={responses === 0 ? t('bands.empty') : undefined}>
                {count(responses)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
