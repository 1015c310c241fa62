import { capital } from './expand'
import type { Language } from './facts'
import type { Voice } from './texts'

/** How sentences become a comment. */
export interface Glue {
  /** One after the other. */
  readonly after: (...sentences: readonly string[]) => string
  /** Fragments: Slow. Keeps crashing. */
  readonly list: (fragments: readonly string[]) => string
  /** A concession and what stands against it. */
  readonly but: (concession: string, but: string, complaint: string) => string
  /** A praise and, with some words between, a wish. */
  readonly turn: (praise: string, words: string, wish: string) => string
}

const ENDED = /[.!?…~:,ㅠㅎ)]$/

const ended = (text: string): string => (text === '' || ENDED.test(text) ? text : `${text}.`)
const joined = (sentences: readonly string[]): string =>
  sentences
    .filter((sentence) => sentence !== '')
    .map(ended)
    .join(' ')

export function glueOf(language: Language, voice: Voice): Glue {
  if (language === 'Korean') {
    return {
      after: (...sentences) => joined(sentences),
      list: (fragments) => fragments.map((fragment) => fragment.replace(/\.$/, '')).join(', '),
      but: (concession, but, complaint) => `${concession} ${but}${complaint}`,
      turn: (praise, words, wish) => joined([praise, `${words} ${wish}`]),
    }
  }
  const names = new Set([...voice.names, ...voice.months, ...voice.days, ...Object.values(voice.products), ...NAMES])
  const inside = (sentence: string): string => {
    const [first = ''] = /^[A-Za-z']+/.exec(sentence) ?? []
    const stays = first === 'I' || first.startsWith("I'") || /^[A-Z]{2}/.test(first) || names.has(first)
    return stays ? sentence : sentence.slice(0, 1).toLowerCase() + sentence.slice(1)
  }
  const follow = (before: string, sentence: string): string => (before.endsWith(':') ? inside(sentence) : capital(sentence))
  const after = (...sentences: readonly string[]): string => {
    const said = sentences.filter((sentence) => sentence !== '')
    return joined(said.map((sentence, at) => (at === 0 ? sentence : follow(said[at - 1]!, sentence))))
  }
  return {
    after,
    list: (fragments) => after(...fragments),
    but: (concession, but, complaint) => `${concession}, ${but} ${inside(ended(complaint))}`,
    turn: (praise, words, wish) => after(praise, words, wish),
  }
}

/** Other words that are always written with a capital. */
const NAMES = ['Excel', 'Android', 'Outlook', 'Starter', 'Business', 'Enterprise', 'Seoul', 'Korean', 'Harbor']
