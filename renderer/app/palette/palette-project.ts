import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Clause, Dimension } from '../../../shared/query/types'
import type { Commands } from '../commands'
import { dimensionValue, slicedFields } from '../figures/dimension'
import { deskEntries } from './palette-desk'
import { dimensionLabel } from '../words/labels'
import { codebookEntries } from './palette-codebook'
import type { PaletteEntry, PaletteState } from './palette-entry'
import { EXPORT_KINDS, mayExport } from '../project/project-commands'
import { showsFilter } from '../reachable'

/** What the palette sets of the filter takes the place of what it had set before. */
const SOURCE = 'palette'
const codesClause = (codes: readonly string[] | 'any', has: boolean): Clause => ({ kind: 'codes', codes, has, source: SOURCE })
const waveClause = (name: string): Clause => ({ kind: 'values', dimension: { kind: 'wave' }, values: [name], source: SOURCE })

/** What can be done with the project that is open. */
export function projectEntries(state: PaletteState, project: ProjectView): readonly PaletteEntry[] {
  const some = project.waves.length > 0
  return [
    ...stepEntries(state, project),
    ...deskEntries(state, project),
    ...(some ? [...sliceEntries(project), ...wordsEntries(state), ...codeEntries(state), ...codebookEntries(state), ...waveEntries(project)] : []),
    ...(some && !project.anonymity ? [personalEntry(state)] : []),
    ...(state.work ? [] : [passwordEntry(project)]),
    ...(some && !project.anonymity && !state.work ? [ERASE_ENTRY] : []),
    ...(some && !state.work ? exportEntries(state, project) : []),
  ]
}

function stepEntries({ work, filter, screen }: PaletteState, { undo, redo, waves }: ProjectView): readonly PaletteEntry[] {
  const entries: (PaletteEntry | false | null)[] = [
    undo && {
      id: 'undo',
      group: 'do',
      label: ({ t }) => t('undo.what', { what: t(`intent.${undo}`) }),
      run: (commands) => commands.undo(),
      command: 'keys.undo',
    },
    redo && {
      id: 'redo',
      group: 'do',
      label: ({ t }) => t('redo.what', { what: t(`intent.${redo}`) }),
      run: (commands) => commands.redo(),
      command: 'keys.redo',
    },
    showsFilter(screen) && waves.length > 0 && {
      id: 'condition',
      group: 'do',
      label: ({ t }) => t('keys.condition'),
      run: (commands) => commands.editCondition(filter.length),
      ...(screen === 'code' ? {} : { command: 'keys.condition' as const }),
    },
    filter.length > 0 && {
      id: 'filter-clear',
      group: 'do',
      label: ({ t }) => t('palette.clear'),
      run: (commands) => commands.setFilter([]),
    },
  ]
  return work ? [] : entries.filter((entry) => entry !== null && entry !== false)
}

function sliceEntries(project: ProjectView): readonly PaletteEntry[] {
  const dimensions: readonly Dimension[] = [
    ...slicedFields(project).map(({ id }): Dimension => ({ kind: 'field', field: id })),
    ...project.periods.map((unit): Dimension => ({ kind: 'period', unit })),
    { kind: 'wave' },
  ]
  return dimensions.map((dimension) => ({
    id: `slice:${dimensionValue(dimension)}`,
    group: 'slice',
    label: (words) => words.t('palette.slice', { field: dimensionLabel(dimension, project, words) }),
    run: (commands) => showSlice(commands, dimension),
  }))
}

async function showSlice(commands: Commands, dimension: Dimension): Promise<void> {
  if (dimension.kind === 'period') {
    await commands.trendBy(dimension.unit)
    await commands.viewSlice('trend')
  } else {
    await commands.sliceBy(dimension)
    await commands.viewSlice('field')
  }
  await commands.show('slice')
}

const wordsEntries = ({ words }: PaletteState): readonly PaletteEntry[] => [
  {
    id: 'words',
    group: 'do',
    label: ({ t }) => t('words.palette'),
    run: (commands) => {
      commands.showWords(true)
      commands.showPart('codes')
      return commands.show('code')
    },
  },
  {
    id: 'suggestions',
    group: 'do',
    label: ({ t }) => t(words.suggesting ? 'words.palette.off' : 'words.palette.on'),
    run: (commands) => commands.suggest(!words.suggesting),
  },
]

function codeEntries({ code, screen }: PaletteState): readonly PaletteEntry[] {
  const codes = code.codebook?.codes ?? []
  if (codes.length === 0) return []
  return [
    ...codes.map(
      ({ id, name }): PaletteEntry => ({
        id: `code:${id}`,
        group: 'code',
        label: ({ t }) => t('palette.code', { code: name }),
        run: (commands) => commands.showFiltered('code', codesClause([id], true)),
      }),
    ),
    ...codes
      .filter(({ rule }) => rule.trim() !== '')
      .map(
        ({ id, name }): PaletteEntry => ({
          id: `audit:${id}`,
          group: 'code',
          label: ({ t }) => t('audit.palette', { code: name }),
          run: (commands) => commands.openAudit(id),
        }),
      ),
    ...(screen === 'code' && code.list
      ? [{ id: 'why', group: 'code', label: ({ t }) => t('proof.why.choose'), run: (commands) => commands.askWhy(null), command: 'proof.why.key' } satisfies PaletteEntry]
      : []),
    {
      id: 'code:none',
      group: 'code',
      label: ({ t }) => t('palette.uncoded'),
      run: (commands) => commands.showFiltered('code', codesClause('any', false)),
    },
  ]
}

const waveEntries = ({ waves }: ProjectView): readonly PaletteEntry[] =>
  waves.length < 2
    ? []
    : waves.map(({ id, name }) => ({
        // It is kept on the computer as run last: a name of a file may be somebody's.
        id: `wave:${id}`,
        group: 'wave',
        label: ({ t }) => t('palette.wave', { wave: name }),
        run: (commands) => commands.showFiltered('slice', waveClause(name)),
      }))

const personalEntry = ({ showsPersonal }: PaletteState): PaletteEntry => ({
  id: 'personal',
  group: 'do',
  label: ({ t }) => t(showsPersonal ? 'personal.mask' : 'personal.show'),
  run: (commands) => commands.showPersonal(!showsPersonal),
})

const passwordEntry = ({ locked }: ProjectView): PaletteEntry => ({
  id: 'password',
  group: 'do',
  label: ({ t }) => t(locked ? 'password.change' : 'password.set'),
  also: 'password.also',
  run: (commands) => commands.openLayer('password'),
})

const ERASE_ENTRY: PaletteEntry = {
  id: 'erase',
  group: 'do',
  label: ({ t }) => t('erase.palette'),
  also: 'erase.also',
  run: (commands) => commands.openErase(null),
}

const exportEntries = ({ locale }: PaletteState, project: ProjectView): readonly PaletteEntry[] =>
  EXPORT_KINDS.filter((kind) => mayExport(kind, project)).map((kind) => ({
    id: `export:${kind}`,
    group: 'export',
    label: ({ t }) => t('palette.export', { what: t(`export.${kind}`) }),
    run: (commands) => commands.exportAs(kind, locale),
  }))
