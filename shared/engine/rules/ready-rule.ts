import { expandRule, nothingAt, rulesByName, type RuleOfCode } from '../../coding/expand-rule'
import { leavesOf, mapRule } from '../../coding/map-rule'
import { parseRule } from '../../coding/parse-rule'
import type { ConditionRule, Rule } from '../../coding/rule'
import type { RuleError } from '../../coding/rule-error'
import { ruleKey } from '../../coding/rule-key'
import type { Code, Field } from '../../model/records'
import { normalize } from '../../text/normalize'
import { anonymityOf } from '../anonymous/anonymity'
import type { Columns } from '../columns/columns'
import type { Project } from '../project/project'

/** A rule that speaks of no other codes any more, and of fields by their ids. Rules with the same key match the same. */
export interface ReadyRule {
  readonly key: string
  /** Null matches nothing. */
  readonly rule: Rule | null
}

/** What conditions call the score and the day of the answer. */
export const SCORE = 'score'
export const DATE = 'date'

interface Kept {
  readonly revision: number
  readonly columns: Columns
  readonly ready: Map<string, ReadyRule>
  readonly ruleOf: RuleOfCode
}

const kept = new WeakMap<Project, Kept>()
const plain = new Map<string, ReadyRule>()
const MOST_PLAIN = 10_000
/** Without any of these a rule is about words alone, and the same in every project. */
const REFERS = /[#\uff03<>=\u2264\u2265\u2260]/

/** The rule made ready to be matched. What it refers to and is not there, or is wrong, is nowhere; saving a rule checks that. */
export function readyRule(project: Project, text: string): ReadyRule {
  if (!REFERS.test(text)) {
    const known = plain.get(text) ?? { key: text.trim(), rule: parsed(text) }
    if (plain.size > MOST_PLAIN) plain.clear()
    plain.set(text, known)
    return known
  }
  const { revision, columns, registers } = project
  let own = kept.get(project)
  if (own?.revision !== revision || own.columns !== columns) {
    own = { revision, columns, ready: new Map(), ruleOf: rulesByName(registers.code.values()) }
    kept.set(project, own)
  }
  let ready = own.ready.get(text)
  if (!ready) {
    ready = expandedIn(project, text, own.ruleOf)
    own.ready.set(text, ready)
  }
  return ready
}

/** The rule made ready in another codebook than the present one. */
export const readyRuleWith = (project: Project, text: string, ruleOf: RuleOfCode): ReadyRule =>
  REFERS.test(text) ? expandedIn(project, text, ruleOf) : readyRule(project, text)

function expandedIn(project: Project, text: string, ruleOf: RuleOfCode): ReadyRule {
  const { columns, registers } = project
  const expanded = expandRule(parsed(text), ruleOf)
  // In an anonymous project a rule that asked about the response would tell who wrote what it matches.
  const fields = anonymityOf(project) ? null : registers.field
  const rule = expanded.ok && expanded.rule ? bound(expanded.rule, fields) : null
  return { key: rule ? `\0${ruleKey(rule)}${readingOf(rule, columns)}` : '', rule }
}

function parsed(text: string): Rule | null {
  const result = parseRule(text)
  return result.ok ? result.rule : null
}

/** Conditions on fields by their ids; those on fields that are not there never hold, nor any where `fields` is null. */
const bound = (rule: Rule, fields: ReadonlyMap<string, Field> | null): Rule =>
  mapRule(rule, (leaf) => {
    if (leaf.kind !== 'condition') return leaf
    const field = fields && fieldOf(leaf, fields)
    return field === null ? nothingAt(leaf) : { ...leaf, field }
  })

/** How the cells that the rule asks about are read: where one cell holds several answers is found out from those of all waves. */
function readingOf(rule: Rule, columns: Columns): string {
  const answers = leavesOf(rule).flatMap((leaf) => {
    if (leaf.kind !== 'condition' || leaf.field === SCORE || leaf.field === DATE) return []
    return columns.dimension({ kind: 'field', field: leaf.field }).options?.names ?? []
  })
  return answers.length === 0 ? '' : JSON.stringify(answers)
}

/** `score`, `date` or the id of the field that a condition names. */
function fieldOf({ field }: ConditionRule, fields: ReadonlyMap<string, Field>): string | null {
  const wanted = normalize(field.trim()).text
  if (wanted === SCORE || wanted === DATE) return wanted
  const named = [...fields].filter(([, { name }]) => normalize(name).text === wanted)
  const [id] = named.find(([, { name }]) => name === field) ?? named[0] ?? []
  return id ?? null
}

/** What a rule is checked against: the codebook that it will belong to, and the fields of the project. */
export interface RuleContext {
  readonly ruleOf: RuleOfCode
  /** Null: nobody knows them here, and conditions are not checked. */
  readonly fields: ReadonlyMap<string, Field> | null
}

/** What the rule of a code is checked against: the codebook with that code as it is to be. `id` is null for a new one. */
export const codebookWith = ({ registers }: Project, id: string | null, code: Pick<Code, 'name' | 'rule'>): RuleContext => ({
  ruleOf: rulesByName([...[...registers.code].flatMap(([other, each]) => (other === id ? [] : [each])), code]),
  fields: registers.field,
})

/** What is wrong with a rule by its signs, or with what it refers to. */
export function checkRule(text: string, { ruleOf, fields }: RuleContext): RuleError | null {
  const result = parseRule(text)
  if (!result.ok) return result.error
  const expanded = expandRule(result.rule, ruleOf)
  if (!expanded.ok) return expanded.error
  for (const leaf of leavesOf(result.rule)) {
    if (leaf.kind === 'condition' && fields && fieldOf(leaf, fields) === null) return { at: leaf.at, code: 'condition-unknown', piece: leaf.field }
  }
  return null
}
