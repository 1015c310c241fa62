import { cellEscaped } from '../cell-pieces'
import { stringsEnd, stringsStart, xmlText } from './parts'

/** Numbers texts in the order in which they come: a workbook keeps each once. */
export interface SharedStrings {
  readonly numberOf: (text: string) => number
  /** The part of the workbook, in pieces. */
  readonly xml: () => Iterable<string>
}

export function createSharedStrings(): SharedStrings {
  const known = new Map<string, number>()
  return {
    numberOf(text) {
      let number = known.get(text)
      if (number === undefined) {
        number = known.size
        known.set(text, number)
      }
      return number
    },
    *xml() {
      yield stringsStart()
      for (const text of known.keys()) yield `<si><t xml:space="preserve">${xmlText(cellEscaped(text))}</t></si>`
      yield stringsEnd
    },
  }
}
