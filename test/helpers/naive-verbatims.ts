import { isoDay } from '../../shared/base/day'
import { parseRule } from '../../shared/coding/parse-rule'
import { decisionId } from '../../shared/engine/tags/decision-index'
import { MARK_KINDS, type Code, type MarkKind } from '../../shared/model/records'
import type { Project } from '../../shared/engine/project/project'

import type { VerbatimKey, VerbatimOrder } from '../../shared/protocol/engine-api'
import { periodOf } from '../../shared/query/period'
import type { Clause, Dimension } from '../../shared/query/types'
import { normalize } from '../../shared/text/normalize'
import { naiveMatches } from './naive-rule'
import type { TestRow } from './project'

/** A response of a test, as it stands in its wave. */
export interface NaiveResponse extends TestRow {
  readonly wave: string
  readonly waveName: string
  readonly line: number
  /** Cells by field. */
  readonly byField: ReadonlyMap<string, string>
  readonly verbatims: readonly NaiveVerbatim[]
}

export interface NaiveVerbatim extends VerbatimKey {
  readonly text: string
  /** Ids of the codes it has, by rule or by hand. */
  readonly codes: ReadonlySet<string>
  /** Those that a coder gave it, and those on which a coder says otherwise than a rule. */
  readonly byHand: ReadonlySet<string>
  readonly against: ReadonlySet<string>
  readonly marks: ReadonlySet<MarkKind>
}

/** Responses that count and their verbatims, worked out from the registers alone: every rule on every comment. */
export function naiveResponses(project: Project, rowsOf: (wave: string) => readonly TestRow[]): readonly NaiveResponse[] {
  const { registers } = project
  const rules = naivelyLive(registers.code).map(([id, { rule }]) => {
    const parsed = parseRule(rule)
    if (!parsed.ok) throw new Error(rule)
    return { id, rule: parsed.rule }
  })
  return [...registers.wave].flatMap(([wave, { name, columns }]) =>
    rowsOf(wave).flatMap((row, at): NaiveResponse[] => {
      if (row.aside) return []
      const line = at + 2
      const byField = new Map(columns.map(({ field }, column) => [field, row.cells[column] ?? '']))
      const verbatims = columns.flatMap(({ field, role }): NaiveVerbatim[] => {
        const text = byField.get(field) ?? ''
        if (role !== 'comment' || text.trim() === '') return []
        const key = { wave, line, field }
        const codes = new Set<string>()
        const byHand = new Set<string>()
        const against = new Set<string>()
        for (const { id, rule } of rules) {
          if (!(naiveQuestions(registers.code, id)?.includes(field) ?? true)) continue
          const decision = registers.decision.get(decisionId(key, id))
          const byRule = naiveMatches(rule, text)
          if (decision ? decision.verdict === 'add' : byRule) codes.add(id)
          if (decision?.verdict === 'add') byHand.add(id)
          if (decision && rule !== null && byRule !== (decision.verdict === 'add')) against.add(id)
        }
        for (const { exclusive } of registers.code.values()) {
          if (exclusive === undefined) continue
          const having = rules.filter(({ id }) => codes.has(id) && registers.code.get(id)!.exclusive === exclusive)
          const winner = having.find(({ id }) => byHand.has(id)) ?? having[0]
          for (const { id } of having) if (id !== winner?.id) [codes, byHand].forEach((set) => set.delete(id))
        }
        const marks = new Set(MARK_KINDS.filter((kind) => registers.mark.has(`${wave}/${line}/${field}/${kind}`)))
        return [{ ...key, text, codes, byHand, against, marks }]
      })
      return [{ ...row, wave, waveName: name, line, byField, verbatims }]
    }),
  )
}

/** Codes that are not archived, nor below one that is, as the codebook is read: each before those below it. */
export function naivelyLive(codes: Project['registers']['code']): readonly (readonly [string, Code])[] {
  const below = (parent: string | null): readonly (readonly [string, Code])[] =>
    [...codes]
      .filter(([, code]) => (code.parent !== null && codes.has(code.parent) ? code.parent : null) === parent && !code.archived)
      .toSorted(([, a], [, b]) => a.position - b.position)
      .flatMap((entry) => [entry, ...below(entry[0])])
  return below(null)
}

function naiveQuestions(codes: Project['registers']['code'], id: string): readonly string[] | undefined {
  const code = codes.get(id)
  return code?.questions ?? (code?.parent === null || code === undefined ? undefined : naiveQuestions(codes, code.parent))
}

export function naiveGroup({ score }: TestRow): 'detractors' | 'passives' | 'promoters' | null {
  if (score === null) return null
  return score >= 9 ? 'promoters' : score >= 7 ? 'passives' : 'detractors'
}

function naiveValue(response: NaiveResponse, by: Dimension): string | null {
  switch (by.kind) {
    case 'field':
      return response.byField.get(by.field)?.trim() || null
    case 'wave':
      return response.waveName
    case 'period':
      return response.day === null ? null : periodOf(response.day, by.unit, 1)
    case 'group':
      return naiveGroup(response)
    case 'score':
      return response.score === null ? null : String(response.score)
  }
}

/** A consonant also stands for the syllables that begin with it. */
function contains(text: string, wanted: string): boolean {
  const initials = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ']
  const pattern = Array.from(normalize(wanted.trim()).text, (character) => {
    const first = 0xac00 + 588 * initials.indexOf(character)
    if (first < 0xac00) return character.replace(/[^\p{L}\p{N}]/u, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`)
    return `[${character}${String.fromCharCode(first)}-${String.fromCharCode(first + 587)}]`
  })
  return new RegExp(pattern.join(''), 'u').test(normalize(text).text)
}
const hasSome = (have: ReadonlySet<string>, codes: readonly string[] | 'any'): boolean =>
  codes === 'any' ? have.size > 0 : codes.some((code) => have.has(code))

/** Whether the response passes the clause, any of its comments counting. */
export function naivePasses(response: NaiveResponse, clause: Clause): boolean {
  const { verbatims, day } = response
  if (clause.kind === 'values') return clause.values.includes(naiveValue(response, clause.dimension))
  if (clause.kind === 'moved') throw new Error('people move between responses: it takes more than one')
  if (clause.kind === 'except') return !clause.where.every((each) => naivePasses(response, each))
  if (clause.kind === 'days') {
    const iso = day === null ? null : isoDay(day)
    return iso !== null && (clause.from === null || iso >= clause.from) && (clause.to === null || iso <= clause.to)
  }
  if ((clause.kind === 'codes' || clause.kind === 'marks') && !clause.has) return verbatims.length > 0 && verbatims.every((one) => fits(response, one, clause))
  return verbatims.some((one) => fits(response, one, clause))
}

const fits = (response: NaiveResponse, { text, field, codes, byHand, against, marks }: NaiveVerbatim, clause: Clause): boolean => {
  switch (clause.kind) {
    case 'values':
    case 'days':
    case 'except':
    case 'moved':
      return naivePasses(response, clause)
    case 'text':
      return contains(text, clause.text)
    case 'codes':
      return clause.has ? hasSome(codes, clause.codes) : !hasSome(codes, clause.codes) && !(clause.codes === 'any' && marks.has('nothing'))
    case 'origin': {
      const from = { rule: new Set([...codes].filter((code) => !byHand.has(code))), hand: byHand, against }
      return hasSome(from[clause.origin], clause.codes)
    }
    case 'length': {
      const length = [...text.trim().normalize('NFC')].length
      return length >= (clause.from ?? 0) && length <= (clause.to ?? Infinity)
    }
    case 'rule': {
      const parsed = parseRule(clause.rule)
      return parsed.ok && naiveMatches(parsed.rule, text)
    }
    case 'marks':
      return clause.marks.some((kind) => marks.has(kind)) === clause.has
    case 'question':
      return clause.fields.includes(field)
    case 'changed':
    case 'suggested':
    case 'sample':
      throw new Error(`${clause.kind} has an oracle of its own`)
  }
}

/** The verbatims that themselves fit every clause on codes and text, of responses that pass the others; in order. */
export function naiveList(
  responses: readonly NaiveResponse[],
  where: readonly Clause[],
  order: VerbatimOrder,
): readonly { readonly response: NaiveResponse; readonly verbatim: NaiveVerbatim }[] {
  const listed = responses.flatMap((response) =>
    response.verbatims
      .filter((verbatim) => where.every((clause) => fits(response, verbatim, clause)))
      .map((verbatim) => ({ response, verbatim })),
  )
  const valueOf = ({ response: { score, day } }: (typeof listed)[number]): number | null =>
    order === 'newest' || order === 'oldest' ? day : score
  const sign = order === 'newest' || order === 'highest' ? -1 : 1
  if (order === 'file') return listed
  return listed.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right)
  })
}
