import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Decision } from '../../model/records'
import type { VerbatimKey } from '../../protocol/engine-api'
import type { SuggestedTag, SuggestedTags } from '../../protocol/words'
import { FeatureSpace } from '../../suggest/feature-space'
import { learnTagger, studied, tagIdeas, type Tagger } from '../../suggest/tagger'
import { isFor } from '../codebook/code-order'
import { rowOfLine, type Findings } from '../comments/comments'
import { decisionId } from './decision-index'
import { FEWEST_EXAMPLES, handLessons } from './hand-lessons'
import type { Project } from '../project/project'
import { tagsOf, type Tags } from './tagging'

/** Less likely than that, a code is not suggested. */
export const LEAST_SCORE = 0.4
const MOST_IDEAS = 3
const TEXTS_PER_BREATH = 500
/** What was learned holds until so many of the hand tags are others: learning anew at each would be felt. */
const MOST_CHANGED = 0.05

interface Learned {
  readonly revision: number
  readonly columns: Tags['columns']
  readonly rules: string
  readonly decisions: ReadonlyMap<string, Decision>
  readonly tagger: Tagger
  readonly byHand: number
}

interface Known {
  readonly space: FeatureSpace
  readonly texts: WeakMap<Findings, Map<number, Uint32Array>>
  learned: Learned | null
}

const ofProject = new WeakMap<Project, Known>()

/** What else the verbatims likely are about, by the tags given by hand: no code that a verbatim has, or of which a coder has spoken. */
export async function suggestTags(project: Project, { verbatims }: { readonly verbatims: readonly VerbatimKey[] }, task: Task): Promise<Result<SuggestedTags>> {
  const tags = await tagsOf(project, task)
  const known = await taggerOf(project, tags, task)
  if (!known) return refuse(fault('cancelled'))
  const { tagger, byHand, space } = known
  const found = verbatims.map((key) => (tagger.models.size === 0 ? [] : ideasOn(project, tags, tagger, space, key)))
  return ok({ byHand, fewest: FEWEST_EXAMPLES, learned: tagger.models.size, verbatims: found })
}

/** What is learned now, with the space in which texts are read for it. Null when the task was cancelled first. */
export async function taggerOf(project: Project, tags: Tags, task: Task): Promise<(Pick<Learned, 'tagger' | 'byHand'> & Pick<Known, 'space'>) | null> {
  const known: Known = ofProject.get(project) ?? { space: new FeatureSpace(), texts: new WeakMap(), learned: null }
  ofProject.set(project, known)
  const learned = tags.isWhole ? await learnedOf(project, tags, known, task) : null
  return learned && { tagger: learned.tagger, byHand: learned.byHand, space: known.space }
}

/** The codes that may be suggested for a verbatim: it has not got them, and no coder has spoken of them. */
export function openCodes({ registers }: Project, { codes }: Tags, at: number, row: number, key: VerbatimKey): ReadonlySet<string> {
  const given = codes.filter(({ parts }) => parts[at]!.has[row] === 1)
  // Of a group a verbatim has one code.
  const taken = new Set(given.flatMap(({ code }) => code.exclusive ?? []))
  const isOpen = ({ id, code, parts }: (typeof codes)[number]): boolean =>
    parts[at]!.has[row] === 0 && !taken.has(code.exclusive ?? '') && isFor(registers.code, id, key.field) && !registers.decision.has(decisionId(key, id))
  return new Set(codes.filter(isOpen).map(({ id }) => id))
}

function ideasOn(project: Project, tags: Tags, tagger: Tagger, space: FeatureSpace, key: VerbatimKey): readonly SuggestedTag[] {
  const { columns } = project
  const { comments } = tags
  const at = comments.findIndex(({ wave, field }) => wave.id === key.wave && field === key.field)
  const row = at < 0 ? -1 : rowOfLine(columns, comments[at]!.span, key.line)
  if (row < 0) return []
  const open = openCodes(project, tags, at, row, key)
  return tagIdeas(tagger, space, comments[at]!.text(row), LEAST_SCORE)
    .filter(({ code }) => open.has(code))
    .slice(0, MOST_IDEAS)
}

/** What was learned, if that still holds, or else anew. Null when the task was cancelled first. */
async function learnedOf(project: Project, tags: Tags, known: Known, task: Task): Promise<Learned | null> {
  const { revision, registers } = project
  const rules = JSON.stringify(tags.codes.map(({ id, code: { rule } }) => [id, rule]))
  const before = known.learned
  const isSame = before?.columns === tags.columns && before.rules === rules
  if (before && isSame && (before.revision === revision || changed(before.decisions, registers.decision) <= MOST_CHANGED * before.decisions.size)) {
    known.learned = { ...before, revision }
    return known.learned
  }
  const { places, courses, byHand } = handLessons(project, tags)
  const decisions = new Map(registers.decision)
  const texts: Uint32Array[] = []
  // Without anything to learn, nothing has to be read.
  for (const [number, { at, row }] of (courses.length > 0 ? places : []).entries()) {
    if (number % TEXTS_PER_BREATH === 0) {
      task.report(number / places.length, 'reading')
      await task.breathe()
      if (task.cancelled()) return null
    }
    const { found, text } = tags.comments[at]!
    const own = known.texts.get(found) ?? new Map<number, Uint32Array>()
    known.texts.set(found, own)
    const features = own.get(row) ?? studied(text(row), known.space)
    own.set(row, features)
    texts.push(features)
  }
  const tagger = await learnTagger(texts, courses, known.space.size, task)
  if (!tagger) return null
  known.learned = { revision, columns: tags.columns, rules, decisions, tagger, byHand }
  return known.learned
}

/** How many decisions are others than before. */
function changed(before: ReadonlyMap<string, Decision>, now: ReadonlyMap<string, Decision>): number {
  let same = 0
  for (const [id, { verdict }] of before) if (now.get(id)?.verdict === verdict) same += 1
  return before.size - same + (now.size - same)
}
