import { useState } from 'react'
import { setQuote } from '../../../shared/report/edits/change-edits'
import type { Outline, OutlineQuote } from '../../../shared/report/outline'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { QuotePicker } from './quote-picker'

/** The quotes of a page: another comment in the place of each, or none. */
export function EditQuotes({ slide, locale }: { readonly slide: { readonly id: string; readonly quotes: readonly OutlineQuote[] }; readonly locale: Outline['locale'] }) {
  const { t } = useWords()
  const commands = useCommands()
  const { edits, generated, outline } = useSession((state) => state.summary)
  const [choosing, setChoosing] = useState<OutlineQuote | null>(null)
  const source = generated?.slides.find(({ id }) => id === slide.id)
  const all = source && 'quotes' in source ? source.quotes : []
  const gone = all.filter(({ key }) => edits.quotes.some((each) => each.key === key && each.pick === null))
  const keep = (next: typeof edits): void => void commands.keepEdits(next, slide.id)
  return (
    <section className="edit-quotes" aria-label={t('edit.quotes')}>
      <h3>{t('edit.quotes')}</h3>
      <ul>
        {slide.quotes.map((quote) => {
          const { key, head, text } = quote
          return (
            <li key={key}>
              <p className="edit-quote-head" lang={locale}>
                {head}
              </p>
              <p className="edit-quote-text quiet">{text}</p>
              <div className="edit-quote-acts">
                <button type="button" className="link" aria-label={t('edit.quote.choose.for', { head })} onClick={() => setChoosing(quote)}>
                  {t('edit.quote.choose')}
                </button>
                <button type="button" className="link" aria-label={t('edit.quote.out.for', { head })} onClick={() => keep(setQuote(edits, key, null))}>
                  {t('edit.quote.out')}
                </button>
                {edits.quotes.some((each) => each.key === key) ? (
                  <button type="button" className="link" onClick={() => keep(setQuote(edits, key, undefined))}>
                    {t('edit.quote.rule')}
                  </button>
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
      {gone.length > 0 ? (
        <Button look="quiet" onPress={() => keep(gone.reduce((sofar, { key }) => setQuote(sofar, key, undefined), edits))}>
          {t('edit.quote.bring')}
        </Button>
      ) : null}
      {choosing ? (
        <QuotePicker
          quote={choosing}
          locale={locale}
          shown={outline?.slides.flatMap((each) => ('quotes' in each ? each.quotes : [])) ?? []}
          onClose={() => setChoosing(null)}
          onPick={(candidate) => {
            setChoosing(null)
            void commands.keepEdits(setQuote(edits, choosing.key, candidate.place), slide.id, candidate)
          }}
        />
      ) : null}
    </section>
  )
}
