import { faultText } from '../../../shared/locale/translate'
import { CODE_PARTS } from '../../app/code/code-state'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Segmented } from '../../parts/segmented'
import { CodeDialogs } from '../codebook/code-dialogs'
import { CoderName } from './coder-name'
import { FocusView } from './focus-view'
import { ListPanel } from './list-panel'
import { ReadingPane } from './reading-pane'
import { RuleEditor } from '../rules/rule-editor'
import { SidePanel } from '../codebook/side-panel'
import { useCodeKeys } from './use-code-keys'

/** What do they say: verbatims, their codes and why, and the codebook. */
export function CodeView() {
  const { t } = useWords()
  return (
    <div className="view code-view">
      <h1 className="visually-hidden" tabIndex={-1}>
        {t('code.title')}
      </h1>
      <Shown />
    </div>
  )
}

function Shown() {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const empty = useSession((state) => (state.project?.waves.length ?? 0) === 0)
  const hasColumn = useSession((state) => state.project?.fields.some(({ role }) => role === 'comment') ?? false)
  const filtered = useSession((state) => state.filter.length > 0)
  const total = useSession((state) => state.code.list?.total)
  const fault = useSession((state) => state.code.fault)
  if (empty)
    return (
      <Teach title={t('code.none')} hint={t('code.none.hint')} action={t('start.choose')} onPress={commands.chooseFile} />
    )
  if (fault) {
    const { message, hint } = faultText(fault, t)
    return <Teach title={message} hint={hint} action={t('code.no-match.clear')} onPress={() => commands.setFilter([])} />
  }
  if (total === undefined) return null
  if (total === 0 && !filtered) {
    const what = hasColumn ? 'code.all-blank' : 'code.no-comments'
    const action = t('code.no-comments.data')
    return <Teach title={t(what)} hint={t(`${what}.hint`)} action={action} onPress={() => commands.show('data')} />
  }
  return <Workplace />
}

function Workplace() {
  const { t } = useWords()
  const commands = useCommands()
  const part = useSession((state) => state.code.part)
  const editor = useSession((state) => state.code.editor)
  const said = useSession((state) => state.code.said)
  const revealed = useSession((state) => state.code.revealed)
  const focus = useSession((state) => state.code.focus)
  useCodeKeys()
  return (
    <>
      {focus ? <FocusView /> : null}
      <div className="code-parts" hidden={focus}>
        <Segmented
          label={t('code.part')}
          hideLabel
          value={part}
          options={CODE_PARTS.map((value) => ({ value, label: t(`code.part.${value}`) }))}
          onChange={(value) => {
            commands.closeEditor()
            commands.showPart(value)
          }}
        />
      </div>
      {focus ? null : (
        <div className="code-columns" data-part={editor ? 'edit' : part}>
          <SidePanel />
          <ListPanel />
          {editor ? <RuleEditor key={editor.code ?? ''} code={editor.code} /> : <ReadingPane />}
        </div>
      )}
      <CoderName />
      <CodeDialogs />
      <div className="visually-hidden" role="status">
        {/* A new element each time: the same words said twice would not be heard again. */}
        {said ? <span key={revealed}>{t(said.key, said.params)}</span> : null}
      </div>
    </>
  )
}

function Teach({
  title,
  hint,
  action,
  onPress,
}: {
  readonly title: string
  readonly hint: string
  readonly action: string
  readonly onPress: () => Promise<void>
}) {
  return (
    <div className="empty">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{hint}</p>
      <Button look="primary" onPress={() => void onPress()}>
        {action}
      </Button>
    </div>
  )
}
