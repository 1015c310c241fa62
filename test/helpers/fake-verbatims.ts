import { ok } from '../../shared/base/result'
import type {
  Codebook,
  EngineApi,
  ProjectView,
  Tag,
  TagRequest,
  Verbatim,
  VerbatimKey,
} from '../../shared/protocol/engine-api'
import type { Clause } from '../../shared/query/types'

export const verbatimOf = (line: number, patch: Partial<Verbatim> = {}): Verbatim => ({
  wave: 'w1',
  line,
  field: 'f3',
  text: `comment in line ${line}`,
  score: 9,
  group: 'promoters',
  day: null,
  question: 'Why?',
  waveName: 'answers',
  segments: [],
  tags: [],
  marks: [],
  found: [],
  ...patch,
})

/** A code without a rule that nothing has. */
export const fakeCode = (id: string, parent: string | null = null): Codebook['codes'][number] => ({
  id,
  name: id.toUpperCase(),
  parent,
  rule: '',
  description: '',
  color: '#4477aa',
  position: 0,
  depth: 0,
  isFor: null,
  ruleVersion: 1,
  isRuleWrong: false,
  failing: 0,
  n: 0,
  byHand: 0,
  withBelow: null,
  figure: null,
})

/** Verbatims that can be listed, filtered by "no code" and tagged by hand. */
export function fakeVerbatims(total: number, project: ProjectView) {
  const all = Array.from({ length: total }, (_, at) => verbatimOf(at + 2))
  const sameKey = (a: VerbatimKey, b: VerbatimKey): boolean => a.wave === b.wave && a.line === b.line && a.field === b.field
  const listed = (where: readonly Clause[]): readonly Verbatim[] =>
    where.some(({ kind }) => kind === 'codes') ? all.filter(({ tags }) => !tags.some(({ has }) => has)) : all
  const requests: TagRequest[] = []
  const engine: Partial<EngineApi> = {
    openProject: () => Promise.resolve(ok(project)),
    codebook: () => Promise.resolve(ok({ verbatims: total, coded: 0, nothing: 0, codes: [fakeCode('a'), fakeCode('b')], archived: [] })),
    verbatims: ({ where, first, count }) => {
      const list = listed(where)
      return Promise.resolve(ok({ total: list.length, first, verbatims: list.slice(first, first + count) }))
    },
    nextUncoded: ({ where, after }) => {
      const place = listed(where).findIndex(({ tags }, at) => at > after && !tags.some(({ has }) => has))
      return Promise.resolve(ok(place < 0 ? null : place))
    },
    tag: (request) => {
      requests.push(request)
      const { verbatims, code: id, verdict } = request
      const tag: Tag = { code: id, has: true, byRule: false, matched: [], byHand: { coder: 'Mina', at: '2026-07-12T00:00:00Z' } }
      all.forEach((verbatim, at) => {
        if (!('where' in verbatims) && !verbatims.some((key) => sameKey(key, verbatim))) return
        const others = verbatim.tags.filter((each) => each.code !== id)
        all[at] = { ...verbatim, tags: verdict === 'add' ? [...others, tag] : others }
      })
      return Promise.resolve(ok({ ...project, revision: project.revision + requests.length, undo: 'tag' }))
    },
  }
  return { engine, requests, all }
}
