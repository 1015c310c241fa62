import type { Commands } from '../commands'
import type { CodeDialog } from '../code/code-state'
import type { PaletteEntry, PaletteState } from './palette-entry'

/** Dialogs of the codebook lie over the code screen. */
async function ask(commands: Commands, dialog: CodeDialog): Promise<void> {
  await commands.show('code')
  commands.openCodeDialog(dialog)
}

/** What can be done with the codebook and its codes. What is done with one code shows once something is typed. */
export function codebookEntries({ code, work, project }: PaletteState): readonly PaletteEntry[] {
  if (work || !code.codebook) return []
  const { codes, archived } = code.codebook
  return [
    { id: 'codes:new', group: 'do', label: ({ t }) => t('code.book.new'), run: (commands) => editOn(commands, null) },
    ...((project?.codebookVersion ?? 0) === 0
      ? []
      : [{ id: 'codes:history', group: 'do', label: ({ t }) => t('codes.history'), run: (commands) => ask(commands, { kind: 'history' }) } satisfies PaletteEntry]),
    { id: 'codes:starter', group: 'do', label: ({ t }) => t('codes.starter.add'), run: (commands) => commands.startCodebook() },
    { id: 'codes:qdc', group: 'export', label: ({ t }) => t('codes.export.qdc'), run: (commands) => commands.exportCodebook('qdc') },
    ...codes.flatMap(({ id, name }): PaletteEntry[] => {
      const named = { name }
      return [
        { id: `edit:${id}`, group: 'code', typedOnly: true, label: ({ t }) => t('codes.palette.edit', named), run: (commands) => editOn(commands, id) },
        { id: `merge:${id}`, group: 'code', typedOnly: true, label: ({ t }) => t('codes.palette.merge', named), run: (commands) => ask(commands, { kind: 'merge', code: id }) },
        { id: `split:${id}`, group: 'code', typedOnly: true, label: ({ t }) => t('codes.palette.split', named), run: (commands) => ask(commands, { kind: 'split', code: id }) },
        { id: `archive:${id}`, group: 'code', typedOnly: true, label: ({ t }) => t('codes.palette.archive', named), run: (commands) => commands.archiveCode(id) },
        { id: `remove:${id}`, group: 'code', typedOnly: true, label: ({ t }) => t('codes.palette.remove', named), run: (commands) => commands.removeFromBook(id) },
      ]
    }),
    ...archived.map(
      ({ id, name }): PaletteEntry => ({
        id: `restore:${id}`,
        group: 'code',
        typedOnly: true,
        label: ({ t }) => t('codes.palette.restore', { name }),
        run: (commands) => commands.restoreCode(id),
      }),
    ),
  ]
}

async function editOn(commands: Commands, code: string | null): Promise<void> {
  await commands.show('code')
  commands.editCode(code)
}
