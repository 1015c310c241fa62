import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { AuditState } from '../../app/audit/audit-state'
import { useCommands, useSession, useWords } from '../../app/context'
import { keyName } from '../../app/keys/key-name'
import { onMac } from '../../app/keys/shortcut'
import { useShown } from '../../app/project/shown-text'
import { Button } from '../../parts/button'
import { IconButton } from '../../parts/icon-button'
import { Swatch } from '../../parts/tag-chip'
import { AuditResultPage } from './audit-result'

/** Judges a rule by a sample of verbatims, one at a time. */
export function AuditDialog() {
  const open = useSession((state) => state.layer === 'audit')
  const audit = useSession((state) => state.code.audit)
  return open && audit ? <Open audit={audit} /> : null
}

function Open({ audit }: { readonly audit: AuditState }) {
  const { t, count } = useWords()
  const commands = useCommands()
  const code = useSession((state) => state.code.codebook?.codes.find(({ id }) => id === audit.code))
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Closed while it is still there: the focus returns to where it was.
    return () => element?.close()
  }, [])
  const { sample, at } = audit
  const item = sample && at !== null ? sample.items[at] : undefined

  const onKeyDown = (event: KeyboardEvent): void => {
    const does: Readonly<Record<string, () => void>> = {
      ...(item ? { y: () => commands.answerAudit('yes'), n: () => commands.answerAudit('no') } : {}),
      Backspace: commands.auditBack,
    }
    const run = does[keyName(event.nativeEvent, onMac())]
    if (!run) return
    event.preventDefault()
    run()
  }
  return (
    <dialog ref={dialog} className="audit" aria-labelledby="audit-title" onClose={() => commands.openLayer(null)} onKeyDown={onKeyDown}>
      <header className="audit-head">
        <h2 id="audit-title">
          {code ? <Swatch color={code.color} /> : null} {t('audit.title', { code: code?.name ?? '' })}
        </h2>
        {sample && at !== null ? (
          <span className="quiet">{t('audit.progress', { n: at + 1, all: sample.items.length })}</span>
        ) : null}
        <IconButton icon="close" label={t('app.close')} onPress={() => dialog.current?.close()} />
      </header>
      {sample && at !== null ? (
        <div className="audit-bar" role="progressbar" aria-label={t('audit.title', { code: code?.name ?? '' })} aria-valuemin={0} aria-valuemax={sample.items.length} aria-valuenow={audit.answers.length} aria-valuetext={t('audit.judged', { n: audit.answers.length })}>
          <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width={(100 * audit.answers.length) / Math.max(1, sample.items.length)} height="1" />
          </svg>
        </div>
      ) : null}
      {sample === null ? <p className="audit-body quiet">{t('audit.drawing')}</p> : null}
      {sample && item && at !== null ? (
        <>
          <div className="audit-body">
            {code?.description ? <p className="audit-description">{code.description}</p> : null}
            {at === 0 ? <p className="quiet">{t('audit.what')}</p> : null}
            <Comment key={at} text={item.text} />
          </div>
          <footer className="audit-foot">
            <p className="audit-question">{t('audit.question', { code: code?.name ?? '' })}</p>
            <div className="audit-answers">
              <Button look={audit.answers[at] === 'yes' ? 'primary' : 'plain'} onPress={() => commands.answerAudit('yes')}>
                {t('audit.yes')} <kbd>Y</kbd>
              </Button>
              <Button look={audit.answers[at] === 'no' ? 'primary' : 'plain'} onPress={() => commands.answerAudit('no')}>
                {t('audit.no')} <kbd>N</kbd>
              </Button>
              <Button look="quiet" disabled={at === 0} onPress={commands.auditBack}>
                {t('audit.back')}
              </Button>
              <span className="audit-space" />
              <Button look="quiet" disabled={audit.answers.length === 0} onPress={commands.showAuditResult}>
                {t('audit.result')} ({count(audit.answers.length)})
              </Button>
            </div>
            <p className="quiet">
              {t('audit.keys')} · {t('audit.kept')}
            </p>
          </footer>
        </>
      ) : null}
      {sample && !item ? <AuditResultPage audit={audit} sample={sample} rule={code?.rule ?? ''} /> : null}
    </dialog>
  )
}

/** The verbatim, big. It takes the focus, so that it is read out and no button is pressed by chance. */
function Comment({ text }: { readonly text: string }) {
  const shown = useShown()
  const element = useRef<HTMLParagraphElement>(null)
  useEffect(() => element.current?.focus({ preventScroll: true }), [])
  return (
    <p className="audit-text" tabIndex={0} ref={element}>
      {shown.text(text)}
    </p>
  )
}
