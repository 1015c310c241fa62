import { useMemo } from 'react'
import type { WaveView } from '../../../shared/protocol/engine-api'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { DataTable, type DataColumn } from '../../parts/data-table'

/** What came in: the waves of the project and what became of their rows. */
export function DataView() {
  const { t } = useWords()
  const commands = useCommands()
  const waves = useSession((state) => state.project?.waves)
  const busy = useSession((state) => state.work !== null)
  const none = !waves || waves.length === 0
  return (
    <div className="view">
      <div className="view-head">
        <h1 tabIndex={-1}>{t('data.title')}</h1>
        {none ? null : (
          <Button disabled={busy} onPress={() => void commands.chooseFile()}>
            {t('data.add')}
          </Button>
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
        <WaveTable waves={waves} />
      )}
    </div>
  )
}

function WaveTable({ waves }: { readonly waves: readonly WaveView[] }) {
  const words = useWords()
  const columns = useMemo<readonly DataColumn<WaveView>[]>(() => {
    const { t, count, day, time } = words
    const counted = (id: 'accepted' | 'scored' | 'commented' | 'duplicates' | 'rejected'): DataColumn<WaveView> => ({
      id,
      header: t(`data.${id}`),
      numeric: true,
      cell: (wave) => count(wave[id]),
    })
    return [
      { id: 'name', header: t('data.wave'), names: true, cell: (wave) => wave.name },
      { id: 'file', header: t('data.file'), cell: (wave) => wave.file },
      counted('accepted'),
      counted('scored'),
      counted('commented'),
      { id: 'setAside', header: t('data.set-aside'), numeric: true, cell: (wave) => count(wave.setAside) },
      counted('duplicates'),
      counted('rejected'),
      {
        id: 'scale',
        header: t('data.scale'),
        cell: (wave) =>
          wave.treatAsNps && wave.scale !== '0-10' ? t('data.treated', { scale: wave.scale }) : wave.scale,
      },
      {
        id: 'imported',
        header: t('data.imported'),
        cell: (wave) => (
          <time dateTime={wave.importedAt} title={time(wave.importedAt)}>
            {day(wave.importedAt)}
          </time>
        ),
      },
    ]
  }, [words])
  return <DataTable caption={words.t('data.waves')} columns={columns} rows={waves} rowId={(wave) => wave.id} />
}
