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

export const textsFor = (length: number): readonly string[] => LETTERS.map((piece) => `${piece.repeat(Math.ceil(length / piece.length))}\u0000?`)
