import { useId, useRef, useState } from 'react'
import type { PeriodUnit } from '../../../shared/query/types'
import { useCommands, useSession, useWords } from '../../app/context'
import { WINDOWS, windowOf } from '../../app/slice/trend-show'
import { windowWords } from '../../app/slice/trend-words'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Select } from '../../parts/select'

/** What the trend shows beside the scores, and the way to targets and benchmarks. */
export function TrendShowMenu({ unit }: { readonly unit: PeriodUnit }) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const show = useSession((state) => state.trendShow)
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button trend-show-button" popoverTarget={id} aria-expanded={open}>
        {t('trend.show')} <Icon name="down" />
      </button>
      <div
        className="menu trend-show"
        id={id}
        ref={panel}
        popover="auto"
        role="group"
        aria-label={t('trend.show')}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        <Toggle label={t('trend.show.rolling')} on={show.rolling} onChange={(rolling) => commands.showInTrend({ rolling })} />
        <div className="trend-show-window">
          <Select
            label={t('trend.show.window')}
            value={String(windowOf(show, unit))}
            options={WINDOWS.map((n) => ({ value: String(n), label: windowWords(unit, n, words) }))}
            onChange={(value) => void commands.poolPeriods(unit, Number(value))}
          />
        </div>
        <Toggle label={t('trend.show.limits')} on={show.limits} onChange={(limits) => commands.showInTrend({ limits })} />
        <Toggle label={t('trend.show.yardsticks')} on={show.yardsticks} onChange={(yardsticks) => commands.showInTrend({ yardsticks })} />
        <div className="trend-show-edit">
          <Button
            look="quiet"
            onPress={() => {
              panel.current?.hidePopover()
              commands.openLayer('yardsticks')
            }}
          >
            {t('trend.show.edit')}
          </Button>
        </div>
      </div>
    </>
  )
}

function Toggle({ label, on, onChange }: { readonly label: string; readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  return (
    <label className="trend-show-toggle">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  )
}
