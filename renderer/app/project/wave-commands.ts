import type { WaveView } from '../../../shared/protocol/engine-api'
import type { CommandContext } from '../command-context'
import { work } from '../engine-call'
import { withWaveName } from '../filter/filter-edit'
import { treatableWaves } from './wave-scales'

export interface WaveCommands {
  readonly renameWave: (id: string, name: string) => Promise<void>
  /** Takes a wave out of every figure; undo brings it back. */
  readonly removeWave: (wave: WaveView) => Promise<void>
  /** Counts every wave on another scale that has groups as NPS, labelled non-standard. */
  readonly treatAsNps: () => Promise<void>
  readonly treatWave: (id: string, treat: boolean) => Promise<void>
}

export function createWaveCommands({ session, client, adopt }: CommandContext): WaveCommands {
  const { get, set } = session

  const treat = async (waves: readonly string[], counted: boolean): Promise<void> => {
    const view = await work(session, client, 'treatAsNps', { waves, treat: counted }, { label: 'work.scale' })
    if (view) await adopt(view)
  }

  return {
    renameWave: async (id, name) => {
      const view = await work(session, client, 'renameWave', { id, name }, { label: 'work.rename' })
      const before = get().project?.waves.find((wave) => wave.id === id)?.name
      if (!view) return
      if (before !== undefined) set({ filter: withWaveName(get().filter, before, name) })
      await adopt(view)
    },
    removeWave: async ({ id, name }) => {
      const view = await work(session, client, 'removeWave', { id }, { label: 'work.remove-wave' })
      if (!view) return
      set({ notice: { kind: 'done', key: 'notice.wave-removed', params: { wave: name }, undo: true } })
      await adopt(view)
    },
    treatAsNps: () => {
      const { project } = get()
      return treat(project ? treatableWaves(project).map(({ id }) => id) : [], true)
    },
    treatWave: (id, counted) => treat([id], counted),
  }
}
