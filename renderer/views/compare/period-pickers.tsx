import { comparableUnits } from '../../app/compare/compare-choice'
import type { PeriodPair } from '../../app/compare/compare-state'
import { useCommands, useWords } from '../../app/context'
import { periodLabel } from '../../app/words/labels'
import { IconButton } from '../../parts/icon-button'
import { Segmented } from '../../parts/segmented'
import { Select } from '../../parts/select'
import type { Shown } from './shown'

/** The unit and the two periods, each with its answers. Periods without answers are not there to choose. */
export function PeriodPickers({ choice, periods, names }: { readonly choice: PeriodPair } & Pick<Shown, 'periods' | 'names'>) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const points = periods[choice.unit] ?? []
  const options = points
    .map(({ period, n, isOver }) => ({
      value: period,
      label: t(isOver ? 'compare.period' : 'compare.period.running', { period: periodLabel(period, words), n }),
    }))
    .toReversed()
  const running = points.filter(({ period, isOver }) => !isOver && (period === choice.from || period === choice.to))
  return (
    <>
      <Segmented
        label={t('compare.unit')}
        value={choice.unit}
        options={comparableUnits(periods).map((unit) => ({ value: unit, label: t(`slice.period.${unit}`) }))}
        onChange={(unit) => void commands.compareBy(unit)}
      />
      <div className="compare-pair">
        <Select
          label={t('compare.from')}
          value={choice.from}
          options={options}
          onChange={(period) => void commands.comparePeriod('from', period)}
        />
        <IconButton icon="swap" label={t('compare.swap')} onPress={() => void commands.swapSides()} />
        <Select
          label={t('compare.to')}
          value={choice.to}
          options={options}
          onChange={(period) => void commands.comparePeriod('to', period)}
        />
      </div>
      {running.map(({ period }) => (
        <p key={period} className="mark">
          {t('compare.running', { period: periodLabel(period, words) })}
        </p>
      ))}
      {choice.from > choice.to ? <p className="mark mark-warning">{t('compare.backwards', names)}</p> : null}
    </>
  )
}
