import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import type { Kind, Role } from '../model/role'
import type { TextColumn } from '../table/column'
import { areNumbers, samplesOf, shapeOf } from './column-shape'
import { countDistinct, DISTINCT_LIMIT } from './count-distinct'
import { detectDates } from './detect-dates'
import { detectScale, tallyScores } from './detect-scale'
import { plainHeader, shortNames, WORDS } from './header-words'
import { asksForScore, pickScores } from './pick-score'
import type { Draft } from './column-draft'
import type { ColumnProfile, RawTable } from './types'

const MAX_SEGMENT = 50
const MAX_PLACES = 300
/** Among so few cells even the options of a choice hardly repeat. */
const FEW = 30
const VARIED = 0.85
const DAMAGED_ID = /^\d(\.\d+)?E\+\d+$/i

/**
 * What each column holds and is most likely for, from all of its cells. `today` is an ISO day: dates after it speak
 * against an order of day and month. Lets others work between columns; refuses `cancelled`.
 */
export async function profileColumns(table: RawTable, today: string, task: Task): Promise<Result<readonly ColumnProfile[]>> {
  const names = shortNames(table.headers)
  const drafts: Draft[] = []
  for (const [at, column] of table.columns.entries()) {
    task.report(at / table.columns.length, 'planning')
    await task.breathe()
    if (task.cancelled()) return refuse(fault('cancelled'))
    drafts.push(draft(table.headers[at]!, column, table.rows, today))
  }
  const scores = pickScores(drafts)
  const roles = drafts.map((column, at) => (at === scores[0] ? 'score' : proposeRole(column, table.columns[at]!)))
  keepBest(roles, 'date', drafts, (column) => dateRank(column))
  for (const role of ['id', 'tenure', 'respondent', 'account'] as const) keepBest(roles, role, drafts, () => 0)
  const profiles = drafts.map((column, at) => ({
    index: at + 1,
    header: column.header,
    name: names[at]!,
    kind: scores.includes(at) ? 'score' : kindOf(column, roles[at]!),
    role: roles[at]!,
    scale: column.scale,
    dateOrder: column.dates?.order ?? null,
    ambiguousDate: column.dates?.ambiguous ?? false,
    ...(column.shape.relative === null ? {} : { relativeTime: column.shape.relative }),
    blank: column.rows - column.filled,
    distinct: column.distinct,
    samples: samplesOf(table.columns[at]!),
  }))
  return ok(profiles)
}

function draft(header: string, column: TextColumn, rows: number, today: string): Draft {
  const plain = plainHeader(header)
  const couldBeId = WORDS.responseId.test(plain) || WORDS.plainId.test(plain)
  const { blank, distinct } = countDistinct(column, couldBeId ? Infinity : DISTINCT_LIMIT)
  const filled = rows - blank
  const tally = filled > 0 ? tallyScores(column) : null
  const scale = tally && detectScale(tally, asksForScore(plain))
  const dates = filled > 0 && scale === null ? detectDates(column, today, WORDS.date.test(plain)) : null
  let known: boolean | undefined
  const numbers = (): boolean => (known ??= filled > 0 && dates === null && areNumbers(column))
  return { header, plain, rows, filled, distinct, shape: shapeOf(column), scale, dates, numbers }
}

/** The role by itself, without looking at the other columns. */
function proposeRole(column: Draft, cells: TextColumn): Role {
  const { plain, filled, distinct, shape } = column
  if (filled === 0 || shape.relative !== null) return 'ignore'
  if (isId(column, cells)) return 'id'
  const repeatable = WORDS.responseId.test(plain) && WORDS.repeatable.test(plain)
  if (WORDS.respondent.test(plain) || repeatable) return 'respondent'
  if (WORDS.person.test(plain) || shape.emails > 0.8 || shape.addresses > 0.8 || shape.personal > 0.8) return 'person'
  if (WORDS.tenure.test(plain) && isShort(column)) return 'tenure'
  if (column.dates && WORDS.customerDate.test(plain) && !WORDS.answerDate.test(plain)) return 'segment'
  if (column.dates) return WORDS.otherDate.test(plain) || WORDS.machine.test(plain) ? 'ignore' : 'date'
  if (isComment(column)) return 'comment'
  if (WORDS.machine.test(plain) || distinct < 2) return 'ignore'
  if (WORDS.survey.test(plain) && distinct <= MAX_SEGMENT) return 'survey'
  if (isAccount(column)) return 'account'
  return isSegment(column) ? 'segment' : 'ignore'
}

/** Responses are told apart by it, so nearly all of its cells must differ; the header must say so. */
function isId({ plain, filled, distinct }: Draft, cells: TextColumn): boolean {
  if (samplesOf(cells, 5).some((cell) => DAMAGED_ID.test(cell))) return false
  if (WORDS.responseId.test(plain)) return distinct >= filled * (WORDS.repeatable.test(plain) ? 0.9 : 0.5)
  return WORDS.plainId.test(plain) && (distinct >= filled * 0.9 || (filled < 20 && distinct * 2 > filled))
}

function isComment({ plain, shape, distinct, filled, scale, numbers }: Draft): boolean {
  if (scale !== null || shape.multiple || distinct < 2 || numbers()) return false
  // A few answers under such a header are comments, be they short or alike; many that repeat are choices from a list.
  if (WORDS.commentAlone.test(plain) && (filled < FEW || shape.variety > 0.3)) return true
  if (filled >= 5 && filled < FEW && shape.variety < VARIED) return false
  if (WORDS.comment.test(plain) && shape.variety > 0.3 && shape.length >= 8 && shape.words >= 1.5) return true
  if (shape.variety < 0.5 || shape.words < 2) return false
  if (shape.words >= 4 && shape.length >= 20) return true
  return WORDS.openQuestion.test(plain) && shape.words >= 2.5 && shape.variety > 0.7
}

const isShort = ({ shape }: Draft): boolean => shape.length <= 40

const isAccount = ({ plain, distinct, shape }: Draft): boolean =>
  WORDS.account.test(plain) && !WORDS.notAccount.test(plain) && distinct >= 20 && shape.length <= 60

function isSegment({ plain, distinct, filled, shape, numbers }: Draft): boolean {
  if (WORDS.amount.test(plain) && numbers()) return true
  if (shape.length > 80 || distinct > MAX_PLACES) return false
  if (distinct <= MAX_SEGMENT) return distinct * 2 <= filled || distinct <= 10
  if (distinct <= MAX_SEGMENT * 2 && distinct * 20 <= filled && !shape.multiple && !numbers()) return true
  return WORDS.place.test(plain) && distinct * 4 <= filled && !numbers()
}

function kindOf({ dates, numbers, shape, distinct, filled }: Draft, role: Role): Kind {
  if (role === 'id' || role === 'respondent') return 'id'
  if (role === 'comment' || filled === 0) return 'text'
  if (dates) return 'date'
  if (numbers()) return 'number'
  if (shape.multiple) return 'multi'
  if (role === 'account') return distinct * 2 <= filled ? 'category' : 'text'
  const repeats = distinct <= MAX_SEGMENT ? distinct < filled || distinct <= 2 : distinct * 4 <= filled
  return repeats && shape.length <= 120 ? 'category' : 'text'
}

function dateRank({ plain, filled, rows }: Draft): number {
  const words = WORDS.answerDate.test(plain) ? 3 : WORDS.startDate.test(plain) ? 1 : WORDS.date.test(plain) ? 2 : 0
  return words + filled / rows
}

/** Only one column can have `role`: the one that ranks highest, the first of several. */
function keepBest(roles: Role[], role: Role, drafts: readonly Draft[], rank: (column: Draft) => number): void {
  const holders = roles.flatMap((held, at) => (held === role ? [at] : []))
  const [best] = holders.toSorted((a, b) => rank(drafts[b]!) - rank(drafts[a]!))
  for (const at of holders) {
    if (at !== best) roles[at] = role !== 'date' && isSegment(drafts[at]!) ? 'segment' : 'ignore'
  }
}
