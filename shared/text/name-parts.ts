import type { Part } from './cover'

/** Family names of two syllables; all others have one. */
const LONG_FAMILY = /^(?:남궁|황보|제갈|사공|선우|서문|독고|동방)/u

/** A Korean given name of two syllables where somebody is addressed: many given names are everyday words otherwise (지원, 수정). */
const ADDRESSED = /(?<![\p{L}\p{N}])\p{Script=Hangul}{2}(?= ?(?:님|씨(?!앗)|쌤))/gu

/** A capital within a sentence; at its start any word has one (Will, Price). */
const CAPITALISED = /(?<=[\p{L}\p{N},;:&▇] ?["“‘'(]?)(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{M}'’-]*[\p{L}\p{M}]/gu

/** Finds what people are called by part of a name: "Mina" of "Mina Kim", "민준님" of "김민준". */
export function createPartFinder(names: Iterable<string>): (text: string) => readonly Part[] {
  const [given, parts] = [new Set<string>(), new Set<string>()]
  for (const name of names) {
    const hangul = name.replaceAll(/\s/gu, '')
    if (/^\p{Script=Hangul}{3,4}$/u.test(hangul) && (hangul.length === 3 || LONG_FAMILY.test(hangul))) given.add(hangul.slice(-2))
    const words = name.split(/[\s,.]+/u).filter(Boolean)
    if (words.length > 1) for (const word of words) if (/^\p{Lu}\p{L}*\p{Ll}/u.test(word) && word.length >= 3) parts.add(word)
  }
  return (text) => [
    ...(given.size > 0 ? [...text.matchAll(ADDRESSED)].flatMap(({ 0: word, index }) => (given.has(word) ? [{ from: index, to: index + word.length }] : [])) : []),
    ...(parts.size > 0 ? [...text.matchAll(CAPITALISED)].flatMap(({ 0: word, index }) => {
      const own = word.replace(/['’]s$/u, '')
      return parts.has(own) ? [{ from: index, to: index + own.length }] : []
    }) : []),
  ]
}
