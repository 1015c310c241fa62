import { MARK_KINDS } from '../../../shared/model/records'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import { ORIGINS } from '../../../shared/query/desk-clauses'
import type { DeskClause } from '../../../shared/query/types'
import { deskConditionWords } from '../words/desk-filter-words'
import type { PaletteEntry, PaletteState } from './palette-entry'
import { QUEUES } from '../code/queues'

/** Everything of the coding desk that can be done from the palette: the history, saved views, queues, a sample. */
export function deskEntries({ work, screen, code }: PaletteState, project: ProjectView): readonly PaletteEntry[] {
  const { waves, views } = project
  if (work) return []
  const history: PaletteEntry = {
    id: 'history',
    group: 'do',
    label: ({ t }) => t('history.title'),
    run: (commands) => commands.openLayer('history'),
    command: 'history.title',
  }
  const method: PaletteEntry = {
    id: 'method',
    group: 'do',
    label: ({ t }) => t('method.title'),
    run: (commands) => commands.openLayer('method'),
  }
  const yardsticks: PaletteEntry = {
    id: 'yardsticks',
    group: 'do',
    label: ({ t }) => t('yardstick.title'),
    run: (commands) => commands.openLayer('yardsticks'),
  }
  const anonymous: PaletteEntry = {
    id: 'anonymous',
    group: 'do',
    label: ({ t }) => t(project.anonymity ? 'anonymous.palette.on' : 'anonymous.palette'),
    also: 'anonymous.also',
    run: (commands) => commands.openLayer('anonymous'),
  }
  if (waves.length === 0) return [history, anonymous]
  return [
    history,
    anonymous,
    method,
    yardsticks,
    ...views.map(
      ({ id, name }): PaletteEntry => ({
        id: `view:${id}`,
        group: 'code',
        label: ({ t }) => t('palette.view', { name }),
        run: async (commands) => {
          await commands.applyView(id)
          if (screen === 'start' || screen === 'data') await commands.show('code')
        },
      }),
    ),
    ...((code.codebook?.codes.length ?? 0) > 0 ? QUEUES : []).map(
      (queue): PaletteEntry => ({
        id: `queue:${queue}`,
        group: 'code',
        label: ({ t }) => t(`queue.${queue}`),
        run: async (commands) => {
          await commands.showQueue(queue)
          await commands.show('code')
        },
      }),
    ),
    ...SHOWN.map(
      (clause): PaletteEntry => ({
        id: `show:${JSON.stringify(clause)}`,
        group: 'code',
        label: (words) => words.t('palette.show', { what: deskConditionWords(clause, project, code.codebook, words) }),
        run: (commands) => commands.showFiltered('code', { ...clause, source: 'palette' }),
      }),
    ),
    {
      id: 'sample-of',
      group: 'code',
      label: ({ t }) => t('palette.sample', { n: SAMPLE }),
      run: async (commands) => {
        await commands.showSample({ n: SAMPLE, seed: 1 })
        await commands.show('code')
      },
    },
    ...(screen === 'code'
      ? [
          {
            id: 'focus',
            group: 'do',
            label: ({ t }) => t('focus.title'),
            run: (commands) => commands.setFocus(true),
            command: 'desk.key.focus',
          } satisfies PaletteEntry,
          {
            id: 'repeats',
            group: 'do',
            label: ({ t }) => t(code.repeats ? 'repeats.apart' : 'repeats.together'),
            run: (commands) => commands.groupRepeats(!code.repeats),
          } satisfies PaletteEntry,
        ]
      : []),
  ]
}

const SAMPLE = 200

const SHOWN: readonly DeskClause[] = [
  ...MARK_KINDS.map((kind): DeskClause => ({ kind: 'marks', marks: [kind], has: true })),
  ...ORIGINS.map((origin): DeskClause => ({ kind: 'origin', origin, codes: 'any' })),
]
