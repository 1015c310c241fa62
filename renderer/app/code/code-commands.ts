import { createCodeBookCommands, type CodeBookCommands } from '../codebook/code-book-commands'
import { createCodeListCommands, type CodeListCommands } from './code-list-commands'
import { createCodePages } from './code-pages'
import { createCodeTagCommands, type CodeTagCommands } from './code-tag-commands'
import { createCodebookOperations, type CodebookOperations } from '../codebook/codebook-operations'
import { createCursorWay } from './cursor-way'
import type { CommandContext } from '../command-context'
import type { FilterCommands } from '../filter/filter-commands'

export type CodeCommands = CodeListCommands & CodeTagCommands & CodeBookCommands & CodebookOperations

/** What can be done on the code screen. */
export function createCodeCommands(
  context: CommandContext,
  filter: Pick<FilterCommands, 'brush' | 'setFilter' | 'countResponses'>,
): CodeCommands {
  const pages = createCodePages(context)
  const way = createCursorWay()
  const book = createCodeBookCommands(context)
  /** A tag changes the counts of the codebook and, where the filter asks for codes, which responses pass it. */
  const recount = async (): Promise<void> => {
    await Promise.all([book.loadCodebook(), filter.countResponses()])
  }
  return {
    ...book,
    ...createCodebookOperations(context),
    ...createCodeListCommands(context, pages, way, filter),
    ...createCodeTagCommands(context, pages, way, recount),
  }
}
