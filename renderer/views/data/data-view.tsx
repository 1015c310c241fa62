import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { FieldTable } from './field-table'
import { WaveTable } from './wave-table'

/** What came in: the waves of the project, what became of their rows, and the fields they brought. */
export function DataView() {
  const { t } = useWords()
  const commands = useCommands()
  const waves = useSession((state) => state.project?.waves)
  const fields = useSession((state) => state.project?.fields)
  const anonymous = useSession((state) => (state.project?.anonymity ?? null) !== null)
  const locked = useSession((state) => state.project?.locked ?? false)
  const busy = useSession((state) => state.work !== null)
  const none = !waves || waves.length === 0
  return (
    <div className="view data-view">
      <div className="view-head">
        <h1 tabIndex={-1}>{t('data.title')}</h1>
        {none ? null : (
          <div className="view-actions">
            <Button disabled={busy} onPress={() => void commands.chooseFile()}>
              {t('data.add')}
            </Button>
            <Button disabled={busy} onPress={() => commands.openLayer('anonymous')}>
              {t(anonymous ? 'anonymous.palette.on' : 'anonymous.title.open')}
            </Button>
            <Button disabled={busy} onPress={() => commands.openLayer('export')}>
              {t('data.export')}
            </Button>
            <Button disabled={busy} onPress={() => commands.openLayer('password')}>
              {t(locked ? 'password.change' : 'password.set')}
            </Button>
          </div>
        )}
      </div>
      {none ? (
        <div className="empty">
          <p>
            <strong>{t('data.none')}</strong>
          </p>
          <p>{t('data.none.hint')}</p>
          <Button look="primary" disabled={busy} onPress={() => void commands.chooseFile()}>
            {t('start.choose')}
          </Button>
        </div>
      ) : (
        <>
          <WaveTable waves={waves} />
          {fields && fields.length > 0 ? <FieldTable fields={fields} /> : null}
        </>
      )}
    </div>
  )
}
