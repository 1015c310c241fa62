import type { PeriodChoices } from '../../../shared/report/outline'
import { useCommands, useSession, useWords } from '../../app/context'
import { periodLabel } from '../../app/words/labels'
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
    const pair = { period: to, against: from, [side]: value }
    // What came "since" is told of the later of the two: the other one makes way.
    if (pair.against >= pair.period) {
      const at = choices.findIndex(({ period }) => period === value)
      const beside = choices[side === 'period' ? at - 1 : at + 1]?.period
      pair[side === 'period' ? 'against' : 'period'] = beside ?? value
    }
    void commands.setSummaryPeriods(pair)
  }
  return (
    <div className="summary-periods" role="group" aria-label={t('summary.periods')}>
      <Select label={t('summary.period')} value={to} options={options.slice(0, -1)} onChange={(value) => choose('period', value)} />
      <Select label={t('summary.against')} value={from} options={options.slice(1)} onChange={(value) => choose('against', value)} />
      {isChosen ? <Button onPress={() => void commands.setSummaryPeriods(null)}>{t('summary.periods.reset')}</Button> : null}
    </div>
  )
}
