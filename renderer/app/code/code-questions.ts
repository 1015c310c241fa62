import type { CodebookEntry } from '../../../shared/protocol/engine-api'

/** Whether a code can be given to the answers to a question. */
export const isForQuestion = ({ isFor }: Pick<CodebookEntry, 'isFor'>, field: string): boolean => isFor === null || isFor.includes(field)

/** The other codes of its group. */
export function rivalsOf(codes: readonly CodebookEntry[], code: string): readonly string[] {
  const group = codes.find(({ id }) => id === code)?.exclusive
  return group === undefined ? [] : codes.flatMap(({ id, exclusive }) => (id !== code && exclusive === group ? [id] : []))
}
