import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { compilePattern } from '../../../shared/coding/regex'
import { REFUSED_PATTERNS, SLOW_PATTERNS, textsFor } from './slow-patterns'

const SOAK = process.env['EARSHOT_SOAK'] === '1'
/** The goal is a second for 20,000 verbatims; a short run looks at a part of them. */
const VERBATIMS = SOAK ? 20_000 : 400
const MOST_MS = SOAK ? 1000 : 200
/** A count is written out, so that a pattern with `{40}` twice is eighty times as long: linear still, and slower. */
const timesFor = (source: string): number => (source.includes('{40}') ? 6 : 1)
/** Work of this process, whatever else the machine does. */
const spent = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

it('are a hundred, and none of them twice', () => {
  expect(SLOW_PATTERNS).toHaveLength(100)
  expect(new Set(SLOW_PATTERNS).size).toBe(100)
})

it(
  'are matched in the time that is theirs',
  () => {
    const texts = textsFor(120)
    const slow: string[] = []
    for (const source of SLOW_PATTERNS) {
      const compiled = compilePattern(source)
      if (!compiled.ok) continue
      const took = spent(() => {
        for (let at = 0; at < VERBATIMS; at++) compiled.pattern.find(texts[at % texts.length]!, () => true)
      })
      if (took > MOST_MS * timesFor(source)) slow.push(`${source}: ${took.toFixed(0)} ms`)
    }
    expect(slow).toEqual([])
  },
  SOAK ? 600_000 : 60_000,
)

it('take time in proportion to the text', () => {
  const long = textsFor(20_000)
  for (const source of SLOW_PATTERNS.filter((_, at) => SOAK || at % 7 === 0)) {
    const compiled = compilePattern(source)
    if (!compiled.ok) continue
    for (const text of long) compiled.pattern.find(text, () => false)
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
