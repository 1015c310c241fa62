/** The start of a text on which a pattern that backtracks takes for ever, over and over, and what lets it fail at the end. */
const LETTERS = ['a', 'ab', 'x', ' ', '0', 'a ', '가', '\t', 'a.', 'é'] as const

const nested = (piece: string): readonly string[] => [
  `(${piece}+)+$`,
  `(${piece}*)*b$`,
  `(${piece}|${piece})*$!`,
  `(${piece}|${piece}${piece})+$!`,
  `(${piece}+${piece}+)+!`,
  `(${piece}?){40}${piece}{40}!`,
  `(?:${piece}+)*(?:${piece}+)*!`,
  `((${piece}+)+)+!`,
]

/** Patterns that were published as taking exponential or polynomial time somewhere. */
const PUBLISHED = [
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(.*)*,(.*)*,(.*)*!',
  '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
  '^(?:[a-z0-9]+\\.)*[a-z0-9]+@(?:[a-z0-9]+\\.)+[a-z]+$',
  '(?:.*=.*)+!',
  '\\s+$',
  '(\\s|\\w)*!',
  '^(\\w+\\s?)*$!',
  '([^"]|"")*"!',
  '(?:[^\\\\]|\\\\.)*!',
  '(<[^>]*>)*!',
  '.*.*.*.*.*!',
  '(.+)(.+)(.+)(.+)!',
  '(x+x+)+y',
  '(a|a?)+b$',
  '^(a?){60}a{60}$',
  '(0|[1-9]\\d*)*!',
  '([가-힣]+\\s*)+!',
  '(요|어요|해요)+!',
  '[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*!',
] as const

/** A hundred patterns that make an engine that backtracks stop answering. */
export const SLOW_PATTERNS: readonly string[] = [...LETTERS.flatMap(nested), ...PUBLISHED]

/** Patterns that are accepted by no engine in linear time, or grow beyond all bounds: refused, with a reason. */
export const REFUSED_PATTERNS = ['(?=a)a', '(?!a)b', '(?<=a)b', '(?<!a)b', '(a)\\1', '(?>a+)b', '(?<x>a)\\k<x>', '(a', 'a{2,1}', '(x{1000}){1000}', '[b-a]', '*a', '\\p{Nothing}', ''] as const

/** Of the hundred, those with too many steps under way at once: refused as well. */
export const WIDE_PATTERNS = ['^(a?){60}a{60}$'] as const

/** At the bound of what is taken: nearly every letter of texts that are made for them is a new state. */
export const HARD_PATTERNS = [
  '[ab]*a[ab]{12}!',
  '[ab]*a[ab]{290}!',
  'a.{0,145}b!',
  '(a.{0,40}b){3}!',
  '.*a.{90}b.{90}a!',
  '(?:a.{1,8}b.{1,8}){8}!',
  '(.{0,30}a.{0,30}b){2}!',
  '[ab]{0,70}a[ab]{0,70}b!',
] as const

/** What people write. */
export const ORDINARY_PATTERNS = [
  '.+',
  'refund.{0,60}late',
  '(not|never|no).{0,50}(work|load|open)',
  '안.{0,50}돼',
  '(환불|취소).{0,100}(안|못|늦)',
  '(\\w+\\s+){0,20}late',
  '환불.{0,20}(안|못)',
  '\\b(refund|money back|cancel(l?ed|lation)?|chargeback)\\b',
  '\\d{2,4}-\\d{3,4}-\\d{4}',
  '(?:\\w+ ){0,5}refund',
  '\\w+@\\w+\\.\\w{2,10}',
  '(\\w+\\W+){0,10}late',
  '[\\p{L}\\p{N}\\p{Han}\\p{Hangul}]+\\p{P}',
  '[^\\x{1F600}-\\x{1F64F}]{20}',
  Array.from({ length: 100 }, (_, at) => `w${(at * 7919).toString(26)}`).join('|'),
] as const

export const textsFor = (length: number): readonly string[] => LETTERS.map((piece) => `${piece.repeat(Math.ceil(length / piece.length))}\u0000?`)
