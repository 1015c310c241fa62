import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { MessageKey } from '../../../shared/locale/translate'
import type { WaveCounts } from '../../../shared/model/records'
import { useCommands, useSession, useWords } from '../../app/context'
import { asks, broughtTags } from '../../app/plan/plan-questions'
import type { ShownRows } from '../../app/plan/plan-rows'
import { readyFiles, readyResponses } from '../../app/plan/import-queue'
import type { PlanState } from '../../app/session'
import { Button } from '../../parts/button'
import { PlanAnonymous } from './plan-anonymous'
import { PlanColumns } from './plan-columns'
import { PlanFacts } from './plan-facts'
import { PlanGlimpse } from './plan-glimpse'
import { PlanMatch } from './plan-match'
import { PlanOutcome } from './plan-outcome'
import { PlanPersonal } from './plan-personal'
import { PlanPreview } from './plan-preview'
import { PlanQueue } from './plan-queue'
import { PlanScale } from './plan-scale'
import { PlanScores } from './plan-scores'
import { PlanTags } from './plan-tags'
import { PlanTenure } from './plan-tenure'
import { PlanWarnings, shownWarnings } from './plan-warnings'

/** Exactly what importing a file would do, and what can be changed about it. */
export function PlanView() {
  const plan = useSession((state) => state.plan)
  const shown = useSession((state) => state.queue.find((file) => file.state === 'open')?.id)
  const glimpse = useSession((state) => state.glimpse)
  if (glimpse) return <PlanGlimpse view={glimpse} />
  return plan ? <PlanSheet key={`${shown ?? 0} ${plan.view.file}`} plan={plan} /> : null
}

function PlanSheet({ plan }: { readonly plan: PlanState }) {
  const { t } = useWords()
  const busy = useSession((state) => state.work !== null)
  const project = useSession((state) => state.project)
  const [name, setName] = useState(plan.view.wave)
  const [anonymous, setAnonymous] = useState(false)
  const [shown, setShown] = useState<ShownRows>('first')
  const rows = useRef<HTMLHeadingElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const { view } = plan
  // The many cells come after what is asked and said, so that neither waits for them.
  const previewed = useDeferredValue<PlanState['view'] | null>(view, null)
  const queue = useSession((state) => state.queue)
  const { startOver } = useCommands()
  // A button that did its work may be gone, and whoever pressed it by keyboard would begin anew at the window's top.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true })
  }, [view])
  // What asks for a decision comes first.
  const isAsking = plan.options.read?.quotes === 'literal' || shownWarnings(view.warnings).some(({ code }) => asks(code))
  const at = queue.findIndex(({ state }) => state === 'open') + 1
  return (
    <div className="view plan-view">
      <div className="view-head">
        <h1 tabIndex={-1} ref={title}>
          {t('plan.title', { file: view.file })}
        </h1>
        <p className="quiet">
          {queue.length > 1 ? <strong className="plan-position">{t('queue.position', { at, all: queue.length })}</strong> : null}
          {t('plan.intro')}
        </p>
      </div>
      <div className="plan-sheet" inert={busy} aria-busy={plan.checking}>
        <PlanQueue />
        {view.remembered === null ? null : (
          <p className="card plan-remembered">
            {t('plan.remembered', { file: view.remembered })}
            <button type="button" className="link" onClick={() => void startOver()}>
              {t('plan.start-over')}
            </button>
          </p>
        )}
        {isAsking ? <PlanWarnings plan={plan} /> : null}
        <PlanTags plan={plan} />
        <PlanMatch plan={plan} />
        <PlanScores plan={plan} />
        <PlanScale plan={plan} />
        <PlanTenure plan={plan} />
        <PlanPersonal plan={plan} />
        <div className="plan-top">
          <div className="plan-side">
            <PlanFacts plan={plan} name={project ? null : name} onName={setName} />
            {project ? null : <PlanAnonymous checked={anonymous} onChange={setAnonymous} />}
            {isAsking ? null : <PlanWarnings plan={plan} />}
          </div>
          <PlanOutcome
            plan={plan}
            onShow={(fate) => {
              setShown(fate)
              rows.current?.focus()
              rows.current?.scrollIntoView({ block: 'start' })
            }}
          />
        </div>
        <PlanColumns columns={view.columns} match={view.match} roles={plan.options.roles} />
        {previewed ? <PlanPreview view={previewed} shown={shown} onShow={setShown} heading={rows} /> : null}
      </div>
      <PlanActions plan={plan} name={name.trim() || view.wave} anonymous={anonymous} />
    </div>
  )
}

function PlanActions({ plan, name, anonymous }: { readonly plan: PlanState; readonly name: string; readonly anonymous: boolean }) {
  const { t } = useWords()
  const commands = useCommands()
  const busy = useSession((state) => state.work !== null)
  const queue = useSession((state) => state.queue)
  const ready = readyFiles(queue).length
  const { counts, rows } = plan.view
  const { accepted, scored } = counts
  const tags = broughtTags(plan.view)
  const outcome = accepted === 0 ? t(whyNothing(counts)) : t('plan.counts', { accepted, rows: rows + counts.rejected, scored })
  // Beside two buttons with figures there is no room for a sentence that says the same.
  const isSaid = ready > 0 && accepted > 0 && !plan.checking
  return (
    <div className="plan-actions">
      <p role="status" className={isSaid ? 'visually-hidden' : 'plan-counts'}>
        {plan.checking ? t('plan.checking') : outcome}
      </p>
      <Button disabled={busy} onPress={() => void commands.skipPlan()}>
        {t('plan.skip')}
      </Button>
      {ready === 0 ? null : (
        <Button
          disabled={busy || plan.checking}
          title={t('plan.import-all.hint')}
          onPress={() => void commands.importAll(name)}
        >
          {t('plan.import-all', { files: ready + (accepted + tags > 0 ? 1 : 0), n: readyResponses(queue, plan.view) })}
        </Button>
      )}
      <Button
        look="primary"
        disabled={busy || plan.checking || accepted + tags === 0}
        onPress={() => void commands.importPlan(name, anonymous)}
      >
        {accepted === 0 && tags > 0 ? t('tags.button', { n: tags }) : t('plan.import', { n: accepted, scored, unscored: accepted - scored })}
      </Button>
    </div>
  )
}

/** Why no row would be imported, and what to do about it. */
function whyNothing({ setAside, duplicates }: WaveCounts): MessageKey {
  if (setAside > 0 && duplicates > 0) return 'plan.nothing.both'
  if (setAside > 0) return 'plan.nothing.aside'
  return duplicates > 0 ? 'plan.nothing.there' : 'plan.nothing.unread'
}
