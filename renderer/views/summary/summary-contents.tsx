import type { Missing, Outline } from '../../../shared/report/outline'
import { useCommands, useWords } from '../../app/context'

/** What the files hold; what they do not, and why. */
export function SummaryContents({ outline }: { readonly outline: Outline }) {
  const { t } = useWords()
  return (
    <section className="summary-contents" aria-label={t('summary.contents')}>
      <ul className="quiet">
        <li>{t('summary.contents.pptx', { n: outline.slides.length })}</li>
        <li>{t('summary.contents.paper')}</li>
        <li>{t('summary.contents.xlsx', { n: outline.sheets.length })}</li>
      </ul>
      {outline.missing.length > 0 ? (
        <>
          <h2>{t('summary.missing')}</h2>
          <ul>
            {outline.missing.map((why) => (
              <li key={why}>
                <MissingPart why={why} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

/** Why something is not in it, and where to change that. */
function MissingPart({ why }: { readonly why: Missing }) {
  const { t } = useWords()
  const commands = useCommands()
  const words = t(`summary.missing.${why}`)
  switch (why) {
    case 'no-dates':
      return (
        <>
          {words} <span className="quiet">{t('summary.missing.no-dates.hint')}</span>{' '}
          <button type="button" className="link" onClick={() => void commands.show('data')}>
            {t('summary.go.data')}
          </button>
        </>
      )
    case 'no-codes':
    case 'no-mentions':
      return (
        <>
          {words} <span className="quiet">{t(`summary.missing.${why}.hint`)}</span>{' '}
          <button type="button" className="link" onClick={() => void commands.show('code')}>
            {t('summary.go.code')}
          </button>
        </>
      )
    case 'anonymous':
    case 'no-answers':
    case 'one-period':
    case 'no-fields':
    case 'no-comments':
    case 'no-quotes':
      return words
  }
}
