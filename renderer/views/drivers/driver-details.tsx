import { useCommands, useSession, useWords } from '../../app/context'
import type { DriverRow } from '../../app/drivers/drivers-rows'
import { contributionRange, figureWords, rangeText, reasonWords, riskWords, warningOf } from '../../app/drivers/drivers-words'
import { Button } from '../../parts/button'
import { DriverQuote } from './driver-quote'

const SIDES = ['detractors', 'promoters'] as const
const LEAST_Q = 0.001

/** A code in words: how often and how badly, by itself and beside others, and what people say of it. */
export function DriverDetails({ row, tested, nameOf }: { readonly row: DriverRow; readonly tested: number; readonly nameOf: (id: string) => string }) {
  const words = useWords()
  const { t, exactScore, locale } = words
  const commands = useCommands()
  const said = useSession((state) => state.drivers.said)
  const { code, branch, mentions, rest, meanScore, contribution, q, adjusted, disagrees, isClear } = row
  const decimal = (value: number, digits: number): string => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
  const risk = riskWords(row, words)
  const isWarned = warningOf(row, words) !== null
  const qText = q === null ? '–' : q < LEAST_Q ? `< ${decimal(LEAST_Q, 3)}` : decimal(q, 3)
  return (
    <div className="driver-details" role="region" aria-label={t('drivers.details', { code })}>
      <div className="driver-facts">
        {risk ? <p className="driver-risk">{risk}</p> : null}
        <p>
          {t('drivers.details.figures', {
            mentions: figureWords(mentions, words),
            mean: meanScore === null ? '–' : decimal(meanScore, 1),
            rest: figureWords(rest, words),
          })}
        </p>
        <p>
          {t('drivers.details.contribution', {
            contribution: exactScore(contribution ?? 0),
            range: contributionRange(row, words) ?? '–',
            verdict: t(isClear ? 'drivers.clear' : 'drivers.noise'),
            q: qText,
            tested,
          })}
        </p>
        <p title={t('drivers.define.adjusted')}>
          {adjusted.kind === 'fit'
            ? t('drivers.details.adjusted', { value: exactScore(adjusted.contribution), range: rangeText(adjusted, words) })
            : reasonWords(adjusted, nameOf, words)}
        </p>
        {disagrees === null ? null : isWarned ? (
          <p className="mark mark-warning">{t(`drivers.details.disagree.${disagrees}`)}</p>
        ) : (
          <p className="quiet">{t('drivers.details.near-zero')}</p>
        )}
      </div>
      <div className="driver-said">
        {SIDES.map((group) => (
          <section key={group}>
            <h4>{t(`drivers.said.${group}`)}</h4>
            {said?.[group].map((quote) => (
              <DriverQuote key={`${quote.wave} ${quote.line} ${quote.question}`} quote={quote} />
            ))}
            {said?.[group].length === 0 ? <p className="quiet">{t('drivers.said.none')}</p> : null}
          </section>
        ))}
      </div>
      <div className="driver-ways">
        <Button onPress={() => void commands.openDriver(branch, null)}>{t('drivers.read.all', { n: mentions.n })}</Button>
        {SIDES.map((group) =>
          mentions[group] > 0 ? (
            <Button key={group} onPress={() => void commands.openDriver(branch, group)}>
              {t(`drivers.read.${group}`, { n: mentions[group] })}
            </Button>
          ) : null,
        )}
        <Button onPress={() => void commands.openDriver(branch, 'rest')}>{t('drivers.read.rest')}</Button>
      </div>
    </div>
  )
}
