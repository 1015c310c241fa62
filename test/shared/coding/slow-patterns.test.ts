import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { seededRandom } from '../../../shared/base/seeded-random'
import { compilePattern } from '../../../shared/coding/regex'
import { HARD_PATTERNS, ORDINARY_PATTERNS, REFUSED_PATTERNS, SLOW_PATTERNS, textsFor, WIDE_PATTERNS } from './slow-patterns'

const SOAK = process.env['EARSHOT_SOAK'] === '1'
/** A short run looks at a part of them, and at no clock. */
const VERBATIMS = SOAK ? 20_000 : 1000
/** The goal is a second for 20,000 verbatims. Patterns at the bound, in random texts of their own letters, take longer, and still a time that can be waited for. */
const MOST_MS = 1000
const MOST_MS_AT_THE_BOUND = 15_000
const HARD: ReadonlySet<string> = new Set(HARD_PATTERNS)
/** Work of this process, whatever else the machine does. */
const spent = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
const isInAll = (source: string, texts: readonly string[], times: number): void => {
  const compiled = compilePattern(source)
  if (compiled.ok) for (let at = 0; at < times; at++) compiled.pattern.isIn(texts[at % texts.length]!)
}
/** Nearly every letter is a new state of a pattern about a and b. */
const mixedTexts = (letters: string): readonly string[] => {
  const chance = seededRandom(26)
  return Array.from({ length: VERBATIMS }, () => Array.from({ length: 120 }, () => letters[Math.floor(chance() * letters.length)]).join(''))
}

it('are a hundred, and none of them twice', () => {
  expect(SLOW_PATTERNS).toHaveLength(100)
  expect(new Set(SLOW_PATTERNS).size).toBe(100)
})

it('are refused by what they are, on every machine the same, where they take too many steps at once', () => {
  const refused = SLOW_PATTERNS.filter((source) => !compilePattern(source).ok)
  expect(refused.toSorted()).toEqual([...WIDE_PATTERNS].sort())
  for (const source of WIDE_PATTERNS) expect(compilePattern(source)).toEqual({ ok: false, code: 'regex-slow', piece: source })
})

it.each([...ORDINARY_PATTERNS, ...HARD_PATTERNS])('are not these: %s', (source) => {
  expect(compilePattern(source).ok).toBe(true)
})

it.each([
  ['ten thousand words', Array.from({ length: 10_000 }, (_, at) => `w${(at * 7919).toString(36)}`).join('|')],
  ['words at every letter', Array.from({ length: 3000 }, (_, at) => `${String.fromCharCode(0x4e00 + at)}w`).join('|')],
  ['thousand letters of any script', '[\\p{L}\\p{N}\\p{Han}\\p{Hangul}]{1000}'],
  ['a long stretch', 'a.{0,1000}b'],
  ['the same written out', `a${'.?'.repeat(200)}b`],
  ['many steps and letters', `(${'ab'.repeat(600)}){1000}`],
])('are refused soon: %s', (_, source) => {
  const compiled = compilePattern(source)
  expect(compiled.ok ? null : compiled.code).toBe('regex-slow')
})

it(
  'that are taken are matched in the time that is theirs',
  () => {
    const slow: string[] = []
    const sets = [textsFor(120), mixedTexts('ab'), mixedTexts('abx0 .가')]
    for (const source of [...SLOW_PATTERNS, ...HARD_PATTERNS, ...ORDINARY_PATTERNS]) {
      for (const texts of sets) {
        const took = spent(() => isInAll(source, texts, VERBATIMS))
        if (SOAK && took > (HARD.has(source) ? MOST_MS_AT_THE_BOUND : MOST_MS)) slow.push(`${source}: ${took.toFixed(0)} ms`)
      }
    }
    expect(slow).toEqual([])
  },
  SOAK ? 600_000 : 60_000,
)

it('are found by states exactly where they are found step by step', () => {
  const texts = [...textsFor(40), ...mixedTexts('ab!').slice(0, 300), ...mixedTexts('abx0 .가!').slice(0, 300)]
  for (const source of [...SLOW_PATTERNS, ...HARD_PATTERNS, ...ORDINARY_PATTERNS]) {
    const compiled = compilePattern(source)
    if (!compiled.ok) continue
    const { pattern } = compiled
    for (const text of texts) {
      let isFound = false
      pattern.find(text, () => {
        isFound = true
        return false
      })
      if (pattern.isIn(text) !== isFound) expect([source, text]).toBeNull()
    }
  }
})

it('match 200,000 texts by something that fits all of them', () => {
  const texts = mixedTexts('abx0 .가')
  const took = spent(() => isInAll('.+', texts, SOAK ? 200_000 : 20_000))
  if (SOAK) expect(took).toBeLessThan(1000)
  expect(compilePattern('.*')).toMatchObject({ ok: false, code: 'regex-empty' })
})

it('take time in proportion to the text', () => {
  const long = textsFor(20_000)
  for (const source of SLOW_PATTERNS.filter((_, at) => SOAK || at % 7 === 0)) {
    const compiled = compilePattern(source)
    if (!compiled.ok) continue
    for (const text of long) {
      compiled.pattern.isIn(text)
      compiled.pattern.find(text, () => false)
    }
  }
}, 600_000)

it.each(REFUSED_PATTERNS)('that cannot be is refused with a reason: %s', (source) => {
  const compiled = compilePattern(source)
  expect(compiled.ok).toBe(false)
  if (!compiled.ok) expect(compiled.code).toMatch(/^regex-/)
})

it('never become patterns of the JavaScript engine: those are made of what stands in the source', () => {
  const root = resolve(import.meta.dirname, '../../..')
  const paths = ['shared', 'renderer', 'electron'].flatMap((folder) =>
    readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
  )
  const makers = paths.filter((path) => /\.tsx?$/u.test(path) && /\bRegExp\(/u.test(readFileSync(resolve(root, path), 'utf8')))
  // Put together of constants alone.
  expect(new Set(makers)).toEqual(new Set(['shared/ingest/parse-date.ts', 'shared/model/bands.ts', 'shared/text/find-personal.ts']))
})
