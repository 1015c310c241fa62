import { g2Of, timesAsOften } from '../nps/association'
import { logOddsOf } from '../nps/log-odds'
import { benjaminiHochberg } from '../nps/many-tests'
import { twoSidedP, Z95 } from '../nps/normal'
import { countForms, isTelling, isTopic, type FormCounts, type Sides, type WordIndex } from './word-index'

/** Share of the words listed that may be there by chance. */
const MOST_CHANCE = 0.05

/** A form that comments use: how many of either group have it, and what speaks for it. */
export interface RankedWord {
  /** Its number. */
  readonly form: number
  readonly one: number
  readonly other: number
  /** How many times as often it is in the first group; Infinity where the second has none of it, 0 where there is none. */
  readonly times: number
  /** Log-odds by their standard error, or G2. */
  readonly strength: number
}

export interface RankedWords {
  readonly ones: number
  readonly others: number
  readonly words: readonly RankedWord[]
}

const FEWEST_COMMENTS = 5

/** The commonest words of the first group, in at least five of its comments. */
export const frequentWords = (index: WordIndex, sides: Sides): RankedWords =>
  ranked(index, sides, (counts, forms) => forms.filter((form) => counts.one[form]! >= FEWEST_COMMENTS && isTopic(index.words[form]!)).map((form) => ({ form, strength: counts.one[form]! })))

/** Words by how much more the first group uses them than the second, held to what is common in both; see `logOddsOf`. */
export const wordsApart = (index: WordIndex, sides: Sides): RankedWords =>
  ranked(index, sides, (counts, forms) => {
    const all = forms.filter((form) => counts.one[form]! + counts.other[form]! >= FEWEST_COMMENTS)
    const odds = logOddsOf(all.map((form) => [counts.one[form]!, counts.other[form]!]))
    // Its prior holds rare words back already.
    return all.flatMap((form, at) => (odds[at]!.z > Z95 ? [{ form, strength: odds[at]!.z }] : []))
  })

/** Words that comments of the first group have more often than those of the second, by G2. */
export const wordsTogether = (index: WordIndex, sides: Sides): RankedWords =>
  ranked(index, sides, (counts, forms) => {
    const { ones, others, one, other } = counts
    const all = forms.filter((form) => one[form]! >= FEWEST_COMMENTS)
    const found = all.map((form) => g2Of([one[form]!, ones - one[form]!, other[form]!, others - other[form]!]))
    // G2 is chi-squared with one degree of freedom: the square of a standard normal.
    // With hundreds of words looked at, a limit for each alone would let dozens pass.
    const qs = benjaminiHochberg(found.map((g2) => twoSidedP(Math.sqrt(g2))))
    return all.flatMap((form, at) => (qs[at]! <= MOST_CHANCE && one[form]! * others > other[form]! * ones ? [{ form, strength: found[at]! }] : []))
  })

function ranked(
  index: WordIndex,
  sides: Sides,
  choose: (counts: FormCounts, forms: readonly number[]) => readonly { readonly form: number; readonly strength: number }[],
): RankedWords {
  const counts = countForms(index, sides, index.formOf)
  const { ones, others } = counts
  const forms = index.words.flatMap((word, form) => (counts.one[form]! + counts.other[form]! > 0 && isTelling(word) ? [form] : []))
  const words = choose(counts, forms).map(({ form, strength }): RankedWord => {
    const [one, other] = [counts.one[form]!, counts.other[form]!]
    return { form, one, other, strength, times: timesAsOften({ one, other, ones, others }) }
  })
  return { ones, others, words: words.toSorted((a, b) => b.strength - a.strength || (index.words[a.form]! < index.words[b.form]! ? -1 : 1)) }
}
