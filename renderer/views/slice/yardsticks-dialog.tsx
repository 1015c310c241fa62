import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { Yardsticks } from '../../../shared/protocol/engine-api'
import { useCommands, useSession, useWords } from '../../app/context'
import { draftOf, NEW_BENCHMARK, NEW_TARGET, readYardsticks, wrongInBenchmark, wrongInTarget } from '../../app/slice/yardstick-draft'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { IconButton } from '../../parts/icon-button'

const changed = <T,>(list: readonly T[], at: number, patch: Partial<T>): readonly T[] => list.map((one, place) => (place === at ? { ...one, ...patch } : one))
const without = <T,>(list: readonly T[], at: number): readonly T[] => list.filter((_, place) => place !== at)

/** Targets and benchmarks, added, changed and removed; kept all at once. */
export function YardsticksDialog() {
  const yardsticks = useSession((state) => (state.layer === 'yardsticks' ? (state.project?.yardsticks ?? null) : null))
  return yardsticks ? <OpenYardsticks yardsticks={yardsticks} /> : null
}

function OpenYardsticks({ yardsticks }: { readonly yardsticks: Yardsticks }) {
  const { t } = useWords()
  const commands = useCommands()
  const onClose = (): void => commands.openLayer(null)
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => draftOf(yardsticks))
  /** What is wrong is said once somebody wanted to save it. */
  const [tried, setTried] = useState(0)
  const { targets, benchmarks } = draft
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [tried])

  const save = (event: FormEvent): void => {
    event.preventDefault()
    const read = readYardsticks(draft)
    if (!read) return setTried(tried + 1)
    onClose()
    void commands.saveYardsticks(read)
  }
  const focusLast = (list: string): void => {
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`.${list} li:last-child input`)?.focus())
  }

  return (
    <Dialog title={t('yardstick.title')} closeLabel={t('app.close')} onClose={onClose} wide>
      <form className="yardsticks" ref={form} noValidate onSubmit={save}>
        <Group
          name="yardstick-targets"
          title={t('yardstick.targets')}
          hint={t('yardstick.targets.hint')}
          none={targets.length === 0 ? t('yardstick.targets.none') : null}
          add={t('yardstick.add.target')}
          onAdd={() => {
            setDraft({ ...draft, targets: [...targets, NEW_TARGET] })
            focusLast('yardstick-targets')
          }}
        >
          {targets.map((target, at) => {
            const wrong = tried > 0 ? wrongInTarget(target) : new Set<string>()
            const field = (key: keyof typeof target, hint?: string) => (
              <Field
                name={key}
                label={t(`yardstick.${key}`)}
                value={target[key]}
                {...(hint === undefined ? {} : { hint })}
                wrong={wrong.has(key) ? t(`yardstick.wrong.${key}`) : null}
                onChange={(value) => setDraft({ ...draft, targets: changed(targets, at, { [key]: value }) })}
              />
            )
            return (
              <li key={at} className="yardstick yardstick-target">
                {field('label')}
                {field('score')}
                {field('from', t('yardstick.from.hint'))}
                <IconButton icon="remove" label={t('yardstick.remove.target', { label: target.label })} onPress={() => setDraft({ ...draft, targets: without(targets, at) })} />
              </li>
            )
          })}
        </Group>
        <Group
          name="yardstick-benchmarks"
          title={t('yardstick.benchmarks')}
          hint={t('yardstick.benchmarks.hint')}
          none={benchmarks.length === 0 ? t('yardstick.benchmarks.none') : null}
          add={t('yardstick.add.benchmark')}
          onAdd={() => {
            setDraft({ ...draft, benchmarks: [...benchmarks, NEW_BENCHMARK] })
            focusLast('yardstick-benchmarks')
          }}
        >
          {benchmarks.map((benchmark, at) => {
            const wrong = tried > 0 ? wrongInBenchmark(benchmark) : new Set<string>()
            const field = (key: keyof typeof benchmark, hint?: string) => (
              <Field
                name={key}
                label={t(`yardstick.${key}`)}
                value={benchmark[key]}
                {...(hint === undefined ? {} : { hint })}
                wrong={wrong.has(key) ? t(key === 'low' ? 'yardstick.wrong.score' : `yardstick.wrong.${key}`) : null}
                onChange={(value) => setDraft({ ...draft, benchmarks: changed(benchmarks, at, { [key]: value }) })}
              />
            )
            return (
              <li key={at} className="yardstick yardstick-benchmark">
                {field('label')}
                {field('low')}
                {field('high', t('yardstick.high.hint'))}
                {field('source')}
                <IconButton icon="remove" label={t('yardstick.remove.benchmark', { label: benchmark.label })} onPress={() => setDraft({ ...draft, benchmarks: without(benchmarks, at) })} />
              </li>
            )
          })}
        </Group>
        <div className="dialog-answers">
          <Button onPress={onClose}>{t('yardstick.cancel')}</Button>
          <button type="submit" className="button button-primary">
            {t('yardstick.save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function Group({
  name,
  title,
  hint,
  none,
  add,
  onAdd,
  children,
}: {
  readonly name: string
  readonly title: string
  readonly hint: string
  readonly none: string | null
  readonly add: string
  readonly onAdd: () => void
  readonly children: ReactNode
}) {
  return (
    <fieldset className={`yardstick-group ${name}`}>
      <legend>{title}</legend>
      <p className="quiet">{hint}</p>
      {none === null ? <ul>{children}</ul> : <p className="quiet">{none}</p>}
      <div>
        <Button onPress={onAdd}>{add}</Button>
      </div>
    </fieldset>
  )
}

function Field({
  name,
  label,
  value,
  hint,
  wrong,
  onChange,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly wrong: string | null
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  const about = wrong ?? hint
  return (
    <div className={`field yardstick-${name}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        className="text-input"
        id={id}
        type="text"
        value={value}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={wrong !== null || undefined}
        aria-describedby={about === undefined ? undefined : `${id}-about`}
        onChange={(event) => onChange(event.target.value)}
      />
      {about === undefined ? null : (
        <span id={`${id}-about`} className={wrong === null ? 'quiet' : 'field-fault'}>
          {about}
        </span>
      )}
    </div>
  )
}
