import { useEffect, useId, useRef, useState } from 'react'
import { MARK_KINDS } from '../../../shared/model/records'
import type { Verbatim, VerbatimMark } from '../../../shared/protocol/engine-api'
import { markOf } from '../../app/code/code-acts'
import { keyText } from '../../app/code/code-list'
import { useCommands, useSession, useWords } from '../../app/context'
import { useKeyCap } from '../../app/keys/use-bindings'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { focusList } from './focus-list'

/** What a coder says of a verbatim beside its codes, who said it, and the ways to say it. */
export function VerbatimMarks({ verbatim }: { readonly verbatim: Verbatim }) {
  const words = useWords()
  const { t, time } = words
  const commands = useCommands()
  const noting = useSession((state) => state.code.noting === keyText(verbatim))
  const caps = { quote: useKeyCap('desk.key.quote'), nothing: useKeyCap('desk.key.nothing'), note: useKeyCap('desk.key.note') }
  const note = markOf(verbatim, 'note')
  const said = ({ kind, coder, at }: VerbatimMark): string =>
    t('desk.mark.by', { mark: t(`desk.mark.${kind}`), coder: coder === '' ? t('code.coder.me') : coder, time: time(at) })
  return (
    <div className="read-marks" role="group" aria-label={t('desk.marks')}>
      {MARK_KINDS.toReversed().map((kind) => {
        const isSet = markOf(verbatim, kind) !== null
        return (
          <button
            key={kind}
            type="button"
            className="mark-button"
            aria-pressed={kind === 'note' ? undefined : isSet}
            aria-expanded={kind === 'note' ? noting : undefined}
            onClick={() => {
              if (kind === 'note') commands.setNoting(!noting)
              else void commands.toggleMark(kind)
            }}
          >
            <Icon name={kind} />
            {t(kind === 'note' && isSet ? 'desk.note.edit' : `desk.mark.set.${kind}`)} {caps[kind] === '' ? null : <kbd>{caps[kind]}</kbd>}
          </button>
        )
      })}
      {noting ? <NoteField verbatim={verbatim} /> : null}
      {!noting && note ? <p className="read-note">{words.shown.text(note.text)}</p> : null}
      {verbatim.marks.map((mark) => (
        <p key={mark.kind} className="quiet mark-by">
          {said(mark)}
        </p>
      ))}
    </div>
  )
}

/** Enter keeps the note, and so does going on; Shift+Enter starts a new line, Esc leaves it as it was. */
function NoteField({ verbatim }: { readonly verbatim: Verbatim }) {
  const { t } = useWords()
  const commands = useCommands()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const before = markOf(verbatim, 'note')?.text ?? ''
  const [typed, setTyped] = useState(before)
  /** Null once it was decided what becomes of it. */
  const left = useRef<string | null>(null)
  const leave = useRef<() => void>(() => undefined)
  useEffect(() => {
    leave.current = () => {
      if (left.current !== null) void commands.note(verbatim, left.current)
    }
  })
  useEffect(() => {
    field.current?.focus()
    return () => leave.current()
  }, [])
  const keep = (): void => {
    left.current = null
    void commands.note(verbatim, typed)
    focusList()
  }
  return (
    <div className="note-field">
      <label className="field-label" htmlFor={id}>
        {t('desk.note.label')}
      </label>
      <textarea
        ref={field}
        className="text-area"
        id={id}
        rows={2}
        value={typed}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          setTyped(event.target.value)
          left.current = event.target.value
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') {
            left.current = null
            commands.setNoting(false)
            focusList()
          } else if (event.key === 'Enter' && !event.shiftKey) keep()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <p className="quiet" id={`${id}-hint`}>
        {t('desk.note.hint')}
      </p>
      <Button look="primary" onPress={keep}>
        {t('desk.note.keep')}
      </Button>
    </div>
  )
}
