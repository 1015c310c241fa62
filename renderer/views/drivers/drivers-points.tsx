import { useCommands, useSession, useWords } from '../../app/context'
import { brightSpots, painPoints, type DriverRow } from '../../app/drivers/drivers-rows'
import { Swatch } from '../../parts/tag-chip'
import { DriverQuote } from './driver-quote'
import type { Shown } from './shown'

const PANELS = [
  { id: 'pains', group: 'detractors', rowsOf: painPoints },
  { id: 'brights', group: 'promoters', rowsOf: brightSpots },
] as const

/** What detractors complain about and what promoters like, each with a quote. */
export function DriversPoints({ value, ranked }: Shown) {
  const { t } = useWords()
  return (
    <div className="drivers-points">
      {PANELS.map(({ id, group, rowsOf }) => (
        <section key={id} className="card drivers-panel" aria-labelledby={`drivers-${id}`}>
          <h2 id={`drivers-${id}`}>{t(`drivers.${id}`)}</h2>
          <p className="quiet">{t(`drivers.${id}.hint`)}</p>
          {rowsOf(ranked).length === 0 ? <p>{t(`drivers.${id}.none`)}</p> : null}
          <ul>
            {rowsOf(ranked).map((row) => (
              <Point key={row.id} row={row} group={group} of={value.total[group]} panel={id} />
            ))}
          </ul>
        </section>
      ))}
      <p className="quiet drivers-rule">{t('drivers.quote.rule')}</p>
    </div>
  )
}

function Point({ row, group, of, panel }: { readonly row: DriverRow; readonly group: 'detractors' | 'promoters'; readonly of: number; readonly panel: 'pains' | 'brights' }) {
  const { t, percent, locale } = useWords()
  const commands = useCommands()
  const quote = useSession((state) => state.drivers[panel].get(row.id))
  const n = row.mentions[group]
  const mean = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(row.meanScore ?? 0)
  return (
    <li className="driver-point">
      <p className="driver-point-head">
        <Swatch color={row.color} />
        <strong>{row.code}</strong>
        <button
          type="button"
          className="link"
          aria-label={t(`drivers.read.${group}.of`, { n, code: row.code })}
          onClick={() => void commands.openDriver(row.branch, group)}
        >
          {t(`drivers.read.${group}`, { n })}
        </button>
      </p>
      <p className="quiet">{t(`drivers.point.${group}`, { n, all: of, share: percent(n / of), mentions: row.mentions.n, mean })}</p>
      {quote ? <DriverQuote quote={quote} /> : null}
    </li>
  )
}
