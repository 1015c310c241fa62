import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { compileRules } from '../../shared/coding/compile-rules'
import { createMatcher } from '../../shared/coding/match'
import { parseRule } from '../../shared/coding/parse-rule'

// Rules against a known coding: what hinders, pleases and annoys users of Jupyter (jupyter/surveys @8f07655, CC0). Its analysts set
// themes by regular expressions; `jupyter-codebook.csv` holds the same expressions as our rules, `QUESTION/THEME,RULE`: an
// expression began anywhere at the start of a word, so most became beginnings of words (`edit(ing|or)`: `editing* OR editor*`).
// Prints one JSON line: for each theme how many comments the analysts gave it, and precision and recall of our rule.
const [folder = ''] = process.argv.slice(2)
const QUESTIONS = ['difficult_aspects', 'hinderances', 'pleasant_aspects']

interface Entry {
  readonly code: string
  readonly rule: string
}
interface Coded {
  readonly verbatim: string
  /** `a|b`. */
  readonly themes: string
}

const table = <T>(path: string): readonly T[] => Papa.parse<T>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data
const codebook = table<Entry>(join(process.cwd(), 'test', 'bench', 'jupyter-codebook.csv'))

const themes: Record<string, { readonly n: number; readonly precision: number; readonly recall: number }> = {}
const all = { hit: 0, extra: 0, missed: 0 }
const differing: string[] = []
for (const question of QUESTIONS) {
  const comments = table<Coded>(join(folder, `JOINED_${question}_verbatim_themes.csv`))
  const entries = codebook.filter(({ code }) => code.startsWith(`${question}/`))
  const rules = entries.map(({ code, rule }) => {
    const parsed = parseRule(rule)
    if (!parsed.ok) throw new Error(`${code}: ${JSON.stringify(parsed.error)}`)
    return parsed.rule
  })
  const match = createMatcher(compileRules(rules))
  const counts = entries.map(() => ({ hit: 0, extra: 0, missed: 0 }))
  for (const { verbatim, themes: given } of comments) {
    const own = new Set(given.split('|'))
    const found = new Map(match(verbatim).map(({ rule, spans }) => [rule, spans]))
    entries.forEach(({ code }, at) => {
      const has = own.has(code.slice(question.length + 1))
      const what = found.has(at) ? (has ? 'hit' : 'extra') : has ? 'missed' : null
      if (what === null) return
      counts[at]![what] += 1
      all[what] += 1
      const words = found.get(at)?.map(({ start, end }) => verbatim.slice(start, end)).join(', ') ?? verbatim
      if (what !== 'hit') differing.push(`${code} ${what}: ${words}`)
    })
  }
  entries.forEach(({ code }, at) => {
    const { hit, extra, missed } = counts[at]!
    themes[code] = { n: hit + missed, precision: hit / (hit + extra), recall: hit / (hit + missed) }
  })
}
if (process.argv.includes('--differing')) process.stderr.write(`${differing.join('\n')}\n`)
const { hit, extra, missed } = all
themes['all themes'] = { n: hit + missed, precision: hit / (hit + extra), recall: hit / (hit + missed) }
console.log(JSON.stringify(themes))
