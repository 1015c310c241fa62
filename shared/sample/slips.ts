import type { Random } from '../base/seeded-random'
import { between, chance, pick } from './chance'
import type { Language } from './facts'

type Slip = readonly [from: RegExp, to: string]

const SLIPS_EN: readonly Slip[] = [
  [/\breally\b/, 'realy'],
  [/\bdefinitely\b/, 'definately'],
  [/\breceive/, 'recieve'],
  [/\bseparate/, 'seperate'],
  [/\bdifferent\b/, 'diferent'],
  [/\bmanagement\b/, 'managment'],
  [/\bbecause\b/, 'becuase'],
  [/\buntil\b/, 'untill'],
  [/\ba lot\b/, 'alot'],
  [/\bit is\b/, 'its'],
  [/\bproblem/, 'porblem'],
  [/\bcannot\b/, 'can not'],
  [/\banswers?\b/, 'anwser'],
  [/\bupdate\b/, 'udpate'],
  [/\bcustomer/, 'custumer'],
  [/\bexpensive\b/, 'expencive'],
  [/'(?=t |ve |s |m )/, ''],
]
const SLIPS_KO: readonly Slip[] = [
  [/수 있/, '수있'],
  [/수가 없/, '수가없'],
  [/것 같/, '거 같'],
  [/것 같/, '것같'],
  [/안 돼/, '안되'],
  [/안 됩/, '안됩'],
  [/했으면 /, '했으면'],
  [/ 좀 /, '좀 '],
  [/너무 /, '너무'],
  [/잘 쓰/, '잘쓰'],
  [/됐/, '됬'],
  [/다 좋/, '다좋'],
  [/못 쓰/, '못쓰'],
  [/한 번/, '한번'],
  [/데요/, '대요'],
  [/바뀌어/, '바껴'],
  [/그럭저럭 /, '그럭저럭'],
  [/때마다 /, '때 마다 '],
  [/밖에 /, ' 밖에 '],
  [/\. /, '.'],
  [/어떻게/, '어떡게'],
]
/** Spacings that most people write. */
const HABITS_KO: readonly Slip[] = [
  [/해 주/g, '해주'],
  [/해 보/g, '해보'],
  [/([가-힣])아 주/g, '$1아주'],
  [/([가-힣])어 주/g, '$1어주'],
  [/써 본/g, '써본'],
]

/** The text as people type it in a hurry: now and then a typo, no capital, no full stop, a smile. */
export function withSlips(random: Random, text: string, language: Language, score: number): string {
  return language === 'Korean' ? slipsKo(random, text, score) : slipsEn(random, text, score)
}

function slipsEn(random: Random, text: string, score: number): string {
  let typed = text
  if (chance(random, 0.05)) typed = slip(random, typed, SLIPS_EN)
  if (chance(random, 0.04)) typed = mistyped(random, typed)
  if (chance(random, 0.11)) typed = typed.toLowerCase()
  if (chance(random, 0.14)) typed = typed.replace(/\.$/, '')
  if (chance(random, 0.025)) typed = typed.replace(/\.$/, score >= 9 ? ' :)' : '...')
  if (chance(random, 0.03)) typed = typed.replace(/\.$/, score >= 9 ? '!' : '!!')
  return typed
}

function slipsKo(random: Random, text: string, score: number): string {
  let typed = text
  if (chance(random, 0.65)) typed = HABITS_KO.reduce((words, [from, to]) => words.replace(from, to), typed)
  if (chance(random, 0.11)) typed = slip(random, typed, SLIPS_KO)
  if (chance(random, 0.34)) typed = typed.replace(/\.$/, '')
  if (chance(random, 0.07)) typed = typed.replace(/(?<=[가-힣])\.?$/, pick(random, score >= 9 ? ['ㅎㅎ', '^^', '!!', '~'] : score >= 7 ? ['~', '..', 'ㅎㅎ'] : ['ㅠㅠ', 'ㅠ', '...', '..']))
  return typed
}

/** A long word with two letters swapped, one left out or one typed twice. */
function mistyped(random: Random, text: string): string {
  const words = [...text.matchAll(/\b[a-z]{6,}\b/g)]
  if (words.length === 0) return text
  const word = pick(random, words)
  const at = word.index + between(random, 1, word[0].length - 3)
  const [before, first, second, after] = [text.slice(0, at), text[at]!, text[at + 1]!, text.slice(at + 2)]
  return before + pick(random, [second + first, first, first + first + second]) + after
}

/** One of the slips that can happen in the text. */
function slip(random: Random, text: string, slips: readonly Slip[]): string {
  const possible = slips.filter(([from]) => from.test(text))
  if (possible.length === 0) return text
  const [from, to] = pick(random, possible)
  return text.replace(from, to)
}
