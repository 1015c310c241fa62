import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { effectOf } from '../../nps/code-effect'
import { differenceOf } from '../../nps/difference'
import { disagreementOf } from '../../nps/disagreement'
import { figureOf } from '../../nps/figure'
import type { IntervalMethod } from '../../nps/interval'
import { benjaminiHochberg } from '../../nps/many-tests'
import { Z95 } from '../../nps/normal'
import { riskRatio } from '../../nps/risk'
import type { Figure, GroupCounts } from '../../nps/types'
import type { AdjustedDriver, DetractorRisk, DriverBase, DriverCode, DriversQuery, DriversWithin } from '../../protocol/drivers'
import { adjustCodes, type AdjustedOutcome } from './adjusted-drivers'
import { branchesOf, type CodeBranch } from '../codebook/code-branches'
import type { Columns } from '../columns/columns'
import { methodOf } from '../settings/method'
import { latestOfEach } from '../people/people'
import type { Project } from '../project/project'
import { createRecent, keyOfFilter } from '../filter/recent'
import { checkScale } from '../figures/scale'
import { selectResponses } from '../filter/select'
import { placesOf } from '../tags/tag-parts'
import { tagsOf, type Tags } from '../tags/tagging'

const recent = createRecent<DriversWithin>()

/** What each code, with all below it, goes with among the responses that pass the filter. */
export async function answerDriversWithin(project: Project, { where, base }: DriversQuery, task: Task): Promise<Result<DriversWithin>> {
  const tags = await tagsOf(project, task)
  const method = methodOf(project)
  const { interval, perPerson } = method
  const found = await selectResponses(project, where, task)
  if (!tags.isWhole || task.cancelled()) return refuse(fault('cancelled'))
  const { columns } = tags
  const key = `${base} ${JSON.stringify(method)} ${keyOfFilter(project, where)}`
  const known = recent.get(columns, key, tags)
  if (known) return ok(known)
  const { refusal, nonStandard } = checkScale(columns, found)
  if (refusal) return refuse(refusal)
  const selected = perPerson ? latestOfEach(columns, found, null) : found
  const answer = driversIn(tags, selected, base, interval, nonStandard)
  recent.set(columns, key, tags, answer)
  return ok(answer)
}

/** Some responses: how many are of each group, and the sum of their scores. */
interface Tally {
  readonly counts: GroupCounts
  readonly scores: number
}

const lessThan = (all: GroupCounts, some: GroupCounts): GroupCounts => ({
  promoters: all.promoters - some.promoters,
  passives: all.passives - some.passives,
  detractors: all.detractors - some.detractors,
})

const known = new WeakMap<Tags, Writers>()

/** 1 for every response with a comment, and with one that has a code. */
interface Writers {
  readonly commented: Uint8Array
  readonly coded: Uint8Array
}

function writersOf(tags: Tags): Writers {
  let writers = known.get(tags)
  if (!writers) {
    const { rows } = tags.columns
    writers = { commented: new Uint8Array(rows), coded: new Uint8Array(rows) }
    for (const [at, { span, found }] of tags.comments.entries()) {
      const any = tags.any[at]!
      for (let row = 0; row < span.rows; row++) {
        writers.commented[span.first + row]! |= found.filled[row]!
        writers.coded[span.first + row]! |= any[row]!
      }
    }
    known.set(tags, writers)
  }
  return writers
}

function driversIn(tags: Tags, selected: Uint8Array, base: DriverBase, interval: IntervalMethod, nonStandard: string | null): DriversWithin {
  const { columns } = tags
  const branches = branchesOf(tags)
  const { commented, coded } = writersOf(tags)
  const within = base === 'scored' ? selected : selected.map((one, row) => one & commented[row]!)
  const all = tallyAll(columns, within)
  const total = figureOf(all.counts, interval)
  const levels = adjustedByLevel(columns, within, branches)
  const plain = branches.map((branch) => plainCode(branch, tallyAt(columns, within, placesOf(branch.rows)), all.counts, interval))
  const tested = plain.filter(({ p }) => p !== null)
  const qs = benjaminiHochberg(tested.map(({ p }) => p!))
  const qOf = new Map(tested.map(({ id }, at) => [id, qs[at]!]))
  return {
    base,
    total,
    scored: countScored(columns, selected),
    commented: countScored(columns, selected, commented),
    coded: countScored(columns, selected, coded),
    meanScore: total.n === 0 ? null : all.scores / total.n,
    tested: tested.length,
    codes: plain.map((code): DriverCode => {
      const { outcomes } = levels[code.depth]!
      const adjusted = adjustedOf(outcomes.get(code.id)!, code)
      const disagrees = adjusted.kind === 'fit' && code.contribution !== null && code.low !== null && code.high !== null
        ? disagreementOf({ contribution: code.contribution, low: code.low, high: code.high }, adjusted)
        : null
      return { ...code, q: qOf.get(code.id) ?? null, adjusted, disagrees }
    }),
    intercepts: levels.map(({ intercept }) => intercept),
    nonStandard,
  }
}

/**
 * Themes are told apart from themes, and the codes below them from each other: a theme with its own parts held the same
 * would say nothing. On each level stand its codes, and those above that have none below.
 */
function adjustedByLevel(columns: Columns, within: Uint8Array, branches: readonly CodeBranch[]) {
  const deepest = Math.max(-1, ...branches.map(({ own }) => own.depth))
  return Array.from({ length: deepest + 1 }, (_, level) => {
    const side = branches.filter(({ own, codes }) => own.depth === level || (own.depth < level && codes.length === 1))
    return adjustCodes(columns, within, side.map(({ own, rows }) => ({ id: own.id, rows })))
  })
}

function plainCode({ own, codes }: CodeBranch, { counts, scores }: Tally, all: GroupCounts, interval: IntervalMethod): Omit<DriverCode, 'q' | 'adjusted' | 'disagrees'> {
  const [mentions, rest] = [figureOf(counts, interval), figureOf(lessThan(all, counts), interval)]
  const effect = effectOf(mentions, rest)
  const known = mentions.base !== 'tiny' && rest.base !== 'tiny'
  const { contribution, low, high } = known ? effect : { contribution: null, low: null, high: null }
  return {
    id: own.id,
    code: own.code.name,
    color: own.code.color,
    depth: own.depth,
    branch: codes.map(({ id }) => id),
    mentions,
    rest,
    share: effect.share,
    meanScore: mentions.n === 0 ? null : scores / mentions.n,
    contribution,
    error: high === null || contribution === null ? null : (high - contribution) / Z95,
    low,
    high,
    p: known ? differenceOf(rest, mentions).p : null,
    risk: known ? riskOf(mentions, rest) : null,
  }
}

function riskOf(mentions: Figure, rest: Figure): DetractorRisk | null {
  const cells = {
    withYes: mentions.detractors,
    withNo: mentions.n - mentions.detractors,
    withoutYes: rest.detractors,
    withoutNo: rest.n - rest.detractors,
  }
  const ratio = riskRatio(cells)
  if (!ratio) return null
  return { ...ratio, share: mentions.detractors / mentions.n, shareRest: rest.detractors / rest.n, filled: Object.values(cells).includes(0) }
}

function adjustedOf(outcome: AdjustedOutcome, { share }: { readonly share: number }): AdjustedDriver {
  if (outcome.kind !== 'fit') return outcome
  const { contribution, slope, inflation } = outcome.adjusted
  const error = outcome.adjusted.error * share
  return { kind: 'fit', contribution, error, low: contribution - Z95 * error, high: contribution + Z95 * error, slope, inflation }
}

function tallyAll({ groups, scores }: Columns, within: Uint8Array): Tally {
  const counts = [0, 0, 0]
  let sum = 0
  for (let row = 0; row < groups.length; row++) {
    if (!within[row] || groups[row]! < 0) continue
    counts[groups[row]!]! += 1
    sum += scores[row]!
  }
  return { counts: { detractors: counts[0]!, passives: counts[1]!, promoters: counts[2]! }, scores: sum }
}

function tallyAt({ groups, scores }: Columns, within: Uint8Array, places: Uint32Array): Tally {
  const counts = [0, 0, 0]
  let sum = 0
  for (const row of places) {
    if (!within[row] || groups[row]! < 0) continue
    counts[groups[row]!]! += 1
    sum += scores[row]!
  }
  return { counts: { detractors: counts[0]!, passives: counts[1]!, promoters: counts[2]! }, scores: sum }
}

function countScored({ groups }: Columns, selected: Uint8Array, marked?: Uint8Array): number {
  let count = 0
  for (let row = 0; row < groups.length; row++) if (selected[row] && groups[row]! >= 0 && (!marked || marked[row])) count += 1
  return count
}
