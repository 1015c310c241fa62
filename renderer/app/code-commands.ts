import { createCodeBookCommands, type CodeBookCommands } from './code-book-commands'
import { createCodeListCommands, type CodeListCommands } from './code-list-commands'
import { createCodePages } from './code-pages'
import { createCodeTagCommands, type CodeTagCommands } from './code-tag-commands'
import type { CommandContext } from './command-context'
import type { FilterCommands } from './filter-commands'

export type CodeCommands = CodeListCommands & CodeTagCommands & CodeBookCommands

/** What can be done on the code screen. */
export function createCodeCommands(context: CommandContext, filter: Pick<FilterCommands, 'brush' | 'setFilter'>): CodeCommands {
  const pages = createCodePages(context)
  const book = createCodeBookCommands(context)
  return {
    ...book,
    ...createCodeListCommands(context, pages, filter),
    ...createCodeTagCommands(context, pages, book.loadCodebook),
  }
}
