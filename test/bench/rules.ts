import AhoCorasick from 'modern-ahocorasick'
import { createNodePlatform } from '../../electron/node/node-platform'
import { nodeTask } from '../../electron/node/node-task'
import { quietTask } from '../../shared/base/task'
import type { Result } from '../../shared/base/result'
import { compileRules } from '../../shared/coding/compile-rules'
import { createMatcher } from '../../shared/coding/match'
import { parseRule } from '../../shared/coding/parse-rule'
import { codeProject } from '../../shared/engine/codebook/code-project'
import { importPlan, planFile, readFile } from '../../shared/engine/import/import-file'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import { createProject } from '../../shared/engine/project/open-project'
import { previewRule } from '../../shared/engine/rules/preview-rule'
import { tagsOf } from '../../shared/engine/tags/tagging'
import { normalize } from '../../shared/text/normalize'
import { Tokens, tokenize } from '../../shared/text/tokenize'
import { comments } from './make-data.mjs'

// 200 rules of 8 words over 200,000 comments: against an Aho-Corasick automaton of the same words, and a rule edited
// afterwards. Prints one JSON line of figures.
const [path = ''] = process.argv.slice(2)
const TEXTS = 200_000
const RULES = 200
const WORDS_PER_RULE = 8
/** The commonest words are in nearly every comment. */
const COMMONEST = 20
const EDITS = 20

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

/** The words of the texts, the commonest first. */
function wordsOf(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  const tokens = new Tokens()
  for (const each of texts) {
    const { text } = normalize(each)
    tokenize(text, tokens)
    for (let token = 0; token < tokens.count; token++) {
      const word = text.slice(tokens.starts[token], tokens.ends[token])
      if (word.length > 1) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word)
}

const figures = new Map<string, number>()
const texts = (await comments(path)).filter((text) => text.trim() !== '').slice(0, TEXTS)
const words = wordsOf(texts).slice(COMMONEST, COMMONEST + RULES * WORDS_PER_RULE)
const rules = Array.from({ length: RULES }, (_, rule) => words.filter((__, at) => at % RULES === rule).join(' OR '))

{
  const start = performance.now()
  const automaton = new AhoCorasick([...words])
  let hits = 0
  for (const text of texts) hits += automaton.search(text).length
  figures.set('Aho-Corasick built and scanned', performance.now() - start)
  if (hits === 0) throw new Error('nothing was found')
}
{
  const start = performance.now()
  const match = createMatcher(compileRules(rules.map((rule) => {
    const parsed = parseRule(rule)
    if (!parsed.ok) throw new Error(rule)
    return parsed.rule
  })))
  let spans = 0
  for (const text of texts) for (const found of match(text)) spans += found.spans.length
  figures.set('rules read and matched, spans included', performance.now() - start)
  if (spans === 0) throw new Error('nothing was found')
}
{
  const platform = await createNodePlatform('bench')
  const project = must(await createProject(platform, createMemoryStore(), 'Rules'))
  const rows = texts.map((text, at) => `${at + 1},${at % 11},"${text.replaceAll('"', '""')}"`)
  const bytes = new TextEncoder().encode(`Response ID,Score,Why?\n${rows.join('\n')}\n`)
  const read = must(await readFile(platform, { name: 'texts.csv', bytes }, { roles: { 3: 'comment' } }, quietTask))
  must(await importPlan(project, read, must(await planFile(read, { roles: { 3: 'comment' } }, project)), nodeTask))
  const codebook = `code,rule\n${rules.map((rule, at) => `Code ${at + 1},${rule}`).join('\n')}\n`
  must(await codeProject(project, { name: 'codes.csv', bytes: new TextEncoder().encode(codebook) }))
  const start = performance.now()
  await tagsOf(project, quietTask)
  figures.set('all rules counted', performance.now() - start)
  const [code] = project.registers.code.keys()
  const times: number[] = []
  for (let edit = 0; edit < EDITS; edit++) {
    const from = performance.now()
    must(await previewRule(project, { code: code!, rule: `${rules[0]} OR ${words[edit + 50]}` }, quietTask))
    times.push(performance.now() - from)
  }
  figures.set('one edited rule counted', times.sort((a, b) => a - b)[EDITS / 2]!)
}
console.log(JSON.stringify(Object.fromEntries(figures)))
