import { assertNever } from '../base/assert'
import type { Phrases } from './phrases'
import type { DeskFilterPart } from './types'

const NAME_WIDTH = 40
const TEXT_WIDTH = 60

/** A condition of the coding desk as a phrase. `either` puts names together and says how many more there are. */
export function deskPartWords(part: DeskFilterPart, words: Phrases, either: (names: readonly string[]) => string): string {
  const { say } = words
  const names = (all: readonly string[]): string => either(all.map((name) => words.label(name, NAME_WIDTH)))
  switch (part.kind) {
    case 'origin':
      return say(`report.filter.origin.${part.origin}`, { codes: part.codes === 'any' ? say('report.filter.origin.any') : names(part.codes) })
    case 'length': {
      const { from, to } = part
      if (to === null) return say('report.filter.length.from', { from: from ?? 0 })
      return from === null ? say('report.filter.length.to', { to }) : say('report.filter.length', { from, to })
    }
    case 'rule':
      return say('report.filter.rule', { rule: words.label(part.rule, TEXT_WIDTH) })
    case 'days': {
      const { from, to } = part
      if (to === null) return say('report.filter.days.from', { from: from === null ? '' : words.day(from) })
      return from === null ? say('report.filter.days.to', { to: words.day(to) }) : say('report.days', { first: words.day(from), last: words.day(to) })
    }
    case 'marks':
      return say(part.has ? 'report.filter.marks' : 'report.filter.marks.not', { marks: words.either(part.marks.map((mark) => say(`filter.mark.${mark}`))) })
    case 'question':
      return say('report.filter.question', { questions: names(part.questions) })
    case 'changed':
      return say('report.filter.changed')
    case 'suggested':
      return say('report.filter.suggested')
    case 'sample':
      return say('report.filter.sample', { n: part.n, seed: String(part.seed) })
    default:
      return assertNever(part, 'part of a filter')
  }
}
