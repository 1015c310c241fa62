import { useMemo } from 'react'
import { NPS_SCALE } from '../../../shared/model/role'
import { rangesOf } from '../../../shared/nps/group'
import type { WaveView } from '../../../shared/protocol/engine-api'
import { useCommands, useSession, useWords } from '../../app/context'
import { DataTable, type DataColumn } from '../../parts/data-table'
import { IconButton } from '../../parts/icon-button'
import { Rename } from '../../parts/rename'

/** The waves: what they are called, where they come from and what became of their rows. */
export function WaveTable({ waves }: { readonly waves: readonly WaveView[] }) {
  const words = useWords()
  const commands = useCommands()
  const busy = useSession((state) => state.work !== null)
  const columns = useMemo<readonly DataColumn<WaveView>[]>(() => {
    const { t, count, day, time } = words
    const counted = (
      id: 'accepted' | 'scored' | 'commented' | 'setAside' | 'duplicates' | 'rejected',
      key: 'accepted' | 'scored' | 'commented' | 'set-aside' | 'duplicates' | 'rejected',
    ): DataColumn<WaveView> => ({ id, header: t(`data.${key}`), numeric: true, cell: (wave) => count(wave[id]) })
    return [
      {
        id: 'name',
        header: t('data.wave'),
        names: true,
        cell: ({ id, name, file }) => (
          <>
            <Rename
              value={name}
              label={t('data.rename')}
              disabled={busy}
              onCommit={(wanted) => void commands.renameWave(id, wanted)}
            />
            <span className="wave-file table-note" title={file}>
              {file}
            </span>
          </>
        ),
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
      counted('accepted', 'accepted'),
      counted('scored', 'scored'),
      counted('commented', 'commented'),
      counted('setAside', 'set-aside'),
      counted('duplicates', 'duplicates'),
      counted('rejected', 'rejected'),
      { id: 'scale', header: t('data.scale'), cell: (wave) => <WaveScale wave={wave} busy={busy} /> },
      {
        id: 'remove',
        header: t('data.actions'),
        cell: (wave) => (
          <IconButton
            icon="remove"
            label={t('data.remove', { wave: wave.name })}
            disabled={busy}
            onPress={() => void commands.removeWave(wave)}
          />
        ),
      },
    ]
  }, [words, commands, busy])
  return (
    <section className="data-waves">
      <h2>{words.t('data.waves')}</h2>
      <DataTable caption={words.t('data.waves')} columns={columns} rows={waves} rowId={(wave) => wave.id} />
    </section>
  )
}

/** The scale of a wave and, where its scores can be counted as NPS all the same, the way to do so or no longer. */
function WaveScale({ wave: { id, scale, scored, treatAsNps }, busy }: { readonly wave: WaveView; readonly busy: boolean }) {
  const { t } = useWords()
  const { treatWave } = useCommands()
  if (scale === NPS_SCALE && scored === 0) return '–'
  if (scale === NPS_SCALE || rangesOf(scale) === null) return scale
  return (
    <>
      <span className="wave-scale">{treatAsNps ? t('data.treated', { scale }) : scale}</span>
      <button
        type="button"
        className="link"
        aria-disabled={busy || undefined}
        onClick={() => {
          if (!busy) void treatWave(id, !treatAsNps)
        }}
      >
        {t(treatAsNps ? 'data.untreat' : 'data.treat')}
      </button>
    </>
  )
}
