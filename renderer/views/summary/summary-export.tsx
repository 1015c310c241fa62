import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Segmented } from '../../parts/segmented'

const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'ko', label: '한국어', lang: 'ko' },
] as const

/** In which language, as which file. */
export function SummaryExport() {
  const { t, locale } = useWords()
  const commands = useCommands()
  const chosen = useSession((state) => state.summary.locale)
  const busy = useSession((state) => state.work !== null)
  const language = chosen ?? locale
  return (
    <section className="summary-export" aria-label={t('summary.options')}>
      <Segmented
        label={t('summary.language')}
        value={language}
        options={LANGUAGES}
        onChange={(value) => void commands.setSummaryLocale(value)}
      />
      <div className="summary-buttons">
        <Button look="primary" disabled={busy} onPress={() => void commands.exportAs('pptx', language)}>
          {t('summary.export.pptx')}
        </Button>
        <Button disabled={busy} onPress={() => void commands.exportAs('xlsx', language)}>
          {t('summary.export.xlsx')}
        </Button>
      </div>
    </section>
  )
}
