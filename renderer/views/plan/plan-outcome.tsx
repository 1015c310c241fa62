import { useId, useMemo } from 'react'
import type { PlanProblem, PlanRow } from '../../../shared/protocol/engine-api'
import { useCommands, useWords } from '../../app/context'
import { fateOf } from '../../app/plan/plan-rows'
import type { PlanState } from '../../app/session'
import { Button } from '../../parts/button'
import { DataTable, type DataColumn } from '../../parts/data-table'

/** What becomes of the rows: counts that add up to the file, and the rows that need a word. */
export function PlanOutcome({
  plan,
  onShow,
}: {
  readonly plan: PlanState
  /** Shows rows of that fate. */
  readonly onShow: (fate: PlanRow['fate']) => void
}) {
  const { t, count, locale } = useWords()
  const commands = useCommands()
  const { view } = plan
  const { counts } = view
  const lines = [
    { label: t('plan.outcome.accepted'), n: counts.accepted, part: false },
    { label: t('plan.outcome.scored'), n: counts.scored, part: true },
    { label: t('plan.outcome.missing'), n: view.missingScores, part: true },
    { label: t('plan.outcome.invalid'), n: view.invalidScores, part: true },
    { label: t('plan.outcome.commented'), n: counts.commented, part: true },
    { label: t('plan.outcome.set-aside'), n: counts.setAside, part: false },
    { label: t('plan.outcome.duplicates'), n: counts.duplicates, part: false },
    { label: t('plan.outcome.rejected'), n: counts.rejected, part: false },
  ]
  return (
    <div className="card">
      <h2>{t('plan.outcome')}</h2>
      <dl className="outcome">
        {lines.map(({ label, n, part }) => (
          <div key={label} className={part ? 'outcome-part' : undefined}>
            <dt>{label}</dt>
            <dd>{count(n)}</dd>
          </div>
        ))}
      </dl>
      <Marked plan={plan} />
      <h3>{t('plan.problems')}</h3>
      {view.problems.length === 0 ? (
        <p className="quiet">{t('plan.problems.none')}</p>
      ) : (
        <ProblemTable problems={view.problems} onShow={onShow} />
      )}
      {counts.setAside + counts.duplicates + counts.rejected > 0 ? (
        <div className="outcome-actions">
          <Button onPress={() => void commands.exportLeftOut(locale)}>{t('left-out.button')}</Button>
        </div>
      ) : null}
    </div>
  )
}

/** Rows that the survey tool marks, with the choice to import them all the same. */
function Marked({ plan: { view, options } }: { readonly plan: PlanState }) {
  const { t } = useWords()
  const { changePlan } = useCommands()
  const id = useId()
  if (view.marked.length === 0) return null
  const included = options.include ?? []
  return (
    <fieldset className="plan-marked">
      <legend>{t('aside.title')}</legend>
      {view.marked.map(({ code, count }) => (
        <div key={code} className="choice">
          <input
            type="checkbox"
            id={`${id}-${code}`}
            checked={included.includes(code)}
            onChange={({ target }) =>
              void changePlan({ include: target.checked ? [...included, code] : included.filter((each) => each !== code) })
            }
          />
          <label htmlFor={`${id}-${code}`}>{t('aside.include', { reason: t(`reason.${code}`), n: count })}</label>
        </div>
      ))}
    </fieldset>
  )
}

function ProblemTable({
  problems,
  onShow,
}: {
  readonly problems: readonly PlanProblem[]
  readonly onShow: (fate: PlanRow['fate']) => void
}) {
  const words = useWords()
  const columns = useMemo<readonly DataColumn<PlanProblem>[]>(() => {
    const { t, count } = words
    const linesOf = ({ lines, count: all }: PlanProblem): string => {
      const listed = lines.map(count).join(', ')
      return all > lines.length ? t('plan.problem.more', { lines: listed, n: all - lines.length }) : listed
    }
    return [
      {
        id: 'code',
        header: t('plan.problem'),
        names: true,
        // Rows with an invalid score are imported: they stand among all the others.
        cell: ({ code }) =>
          code === 'invalid-score' ? (
            t(`problem.${code}`)
          ) : (
            <button
              type="button"
              className="link problem-link"
              title={t('plan.problem.show', { problem: t(`problem.${code}`) })}
              onClick={() => onShow(fateOf(code))}
            >
              {t(`problem.${code}`)}
            </button>
          ),
      },
      { id: 'count', header: t('plan.problem.rows'), numeric: true, cell: (problem) => count(problem.count) },
      { id: 'lines', header: t('plan.problem.lines'), cell: linesOf },
    ]
  }, [words, onShow])
  return (
    <DataTable caption={words.t('plan.problems')} columns={columns} rows={problems} rowId={(problem) => problem.code} />
  )
}
