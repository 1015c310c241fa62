import { useState } from 'react'
import { chartLines } from '../../../shared/report/layout/chart-lines'
import type { Outline } from '../../../shared/report/outline'
import { useCommands, useSession, useWords } from '../../app/context'
import { mayExport } from '../../app/project/project-commands'
import { Button } from '../../parts/button'
import { ChartMenu } from '../../parts/chart-menu'
import { Segmented } from '../../parts/segmented'
import { BrandDialog } from './brand-dialog'
import { SummaryPeriods } from './summary-periods'

const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'ko', label: '한국어', lang: 'ko' },
] as const

const OTHERS = ['pdf', 'pdf-a4', 'html', 'xlsx', 'xlsx-responses'] as const

/** In which language, about which periods, as which file; and the chart of the page that is shown. */
export function SummaryExport({ outline }: { readonly outline: Outline }) {
  const { t, locale } = useWords()
  const commands = useCommands()
  const chosen = useSession((state) => state.summary.locale)
  const project = useSession((state) => state.project)
  const busy = useSession((state) => state.work !== null)
  const slide = useSession(({ summary: { page } }) => outline.slides[Math.min(page, outline.slides.length - 1)])
  const language = chosen ?? locale
  const chart = slide && 'chart' in slide ? slide.chart : null
  const [isDressing, setDressing] = useState(false)
  return (
    <section className="summary-export" aria-label={t('summary.options')}>
      <Segmented
        label={t('summary.language')}
        value={language}
        options={LANGUAGES}
        onChange={(value) => void commands.setSummaryLocale(value)}
      />
      {outline.periods ? <SummaryPeriods periods={outline.periods} /> : null}
      <div className="summary-buttons">
        <Button look="primary" disabled={busy} onPress={() => void commands.exportAs('pptx', language)}>
          {t('summary.export.pptx')}
        </Button>
        <ChartMenu
          label={t('summary.export.other')}
          about={t('summary.export.other')}
          disabled={busy}
          actions={OTHERS.filter((kind) => mayExport(kind, project)).map((kind) => ({
            label: t(`summary.export.${kind}`),
            onPress: () => void commands.exportAs(kind, language),
          }))}
        />
        <ChartMenu
          label={t('summary.export.chart')}
          about={t('summary.export.chart')}
          disabled={busy || !chart}
          actions={(['svg', 'png'] as const).map((as) => ({
            label: t(`summary.export.chart.${as}`),
            onPress: () => void (slide && chart ? commands.exportChart(as, chart, { title: slide.title, lines: chartLines(slide) }) : undefined),
          }))}
        />
        <Button look="quiet" onPress={() => setDressing(true)}>
          {t('brand.open')}
        </Button>
      </div>
      {isDressing ? <BrandDialog outline={outline} onClose={() => setDressing(false)} /> : null}
    </section>
  )
}
