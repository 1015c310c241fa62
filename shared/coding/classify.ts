import type { CompiledRules } from './compile-rules'
import { Reader } from './reader'

/** Numbers of the rules that `text` matches, ascending. */
export function classifyText(rules: CompiledRules, text: string): readonly number[] {
  const reader = new Reader(rules)
  reader.read(text)
  return reader.matches.toSorted((a, b) => a - b)
}

/** Classifies many texts, piece by piece, so that the caller can report progress and stop in between. */
export class Classifier {
  /** `hits[rule][row]` is 1 where the text of that row matches the rule. */
  readonly hits: readonly Uint8Array[]
  private readonly reader: Reader

  constructor(rules: CompiledRules, rows: number) {
    this.reader = new Reader(rules)
    this.hits = rules.nodes.map(() => new Uint8Array(rows))
  }

  /** Adds what `text` matches to `row`: a row with several comments is given each of them. */
  add(row: number, text: string): void {
    this.reader.read(text)
    for (const rule of this.reader.matches) this.hits[rule]![row] = 1
  }
}

/** One array per rule with a 1 for every text that matches it. */
export function classifyTexts(rules: CompiledRules, texts: readonly string[]): readonly Uint8Array[] {
  const classifier = new Classifier(rules, texts.length)
  texts.forEach((text, row) => classifier.add(row, text))
  return classifier.hits
}
