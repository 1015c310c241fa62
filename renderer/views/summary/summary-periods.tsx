import type { PeriodChoices } from '../../../shared/report/outline'
import { useCommands, useSession, useWords } from '../../app/context'
import { periodLabel } from '../../app/labels'
import { Button } from '../../parts/button'
import { Select } from '../../parts/select'

/** Which two periods the summary compares. */
export function SummaryPeriods({ periods }: { readonly periods: PeriodChoices }) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const isChosen = useSession((state) => state.summary.pair !== null)
  const { choices, from, to } = periods
  if (from === null || to === null) return null
  const options = choices
    .map(({ period, n, isOver }) => ({
      value: period,
      label: t(isOver ? 'compare.period' : 'compare.period.running', { period: periodLabel(period, words), n }),
    }))
    .toReversed()
  const choose = (side: 'period' | 'against', value: string): void => {
    const pair = { period: to, against: from }
    const other = side === 'period' ? 'against' : 'period'
    // A period that is the other one already changes places with it.
    void commands.setSummaryPeriods({ ...pair, [side]: value, [other]: pair[other] === value ? pair[side] : pair[other] })
  }
  return (
    <div className="summary-periods" role="group" aria-label={t('summary.periods')}>
      <Select label={t('summary.period')} value={to} options={options} onChange={(value) => choose('period', value)} />
      <Select label={t('summary.against')} value={from} options={options} onChange={(value) => choose('against', value)} />
      {isChosen ? <Button onPress={() => void commands.setSummaryPeriods(null)}>{t('summary.periods.reset')}</Button> : null}
    </div>
  )
}
