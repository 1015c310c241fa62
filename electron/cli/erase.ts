import { fault } from '../../shared/base/fault'
import { ok, refuse } from '../../shared/base/result'
import { checkStance } from '../../shared/engine/anonymous/gate'
import { eraseRespondents, findRespondents, foundRespondents } from '../../shared/engine/erase/erase-respondent'
import type { Project } from '../../shared/engine/project/project'
import type { ErasedCounts, ErasureReceipt, FoundRespondent } from '../../shared/protocol/erase'
import { nodeTask } from '../node/node-task'
import { required, type Answer, type Command } from './command'
import { keptByApp } from './kept-by-app'
import { changeProject, withProject } from './session'

const OUTSIDE = 'Not within reach: the survey\'s own files, exports and summaries made before, copies and backups, other projects.'

export const erase: Command = {
  usage: 'erase --project P --respondent VALUE [--dry-run]',
  summary: 'erases the person whose respondent id, e-mail address or name that is, exactly, for good: rows, tags, notes, history, earlier states; --dry-run counts only',
  options: { project: { type: 'string' }, respondent: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    const value = required(args, 'respondent')
    if (!value.ok) return value
    if (args.flag('dry-run')) {
      return withProject(path.value, 'findRespondent', (project) => {
        const person = theOne(project, value.value)
        return person.ok ? ok(wouldGo(person.value.person)) : person
      })
    }
    const kept = keptByApp(path.value)
    if (!kept.ok) return kept
    return changeProject(path.value, false, async (project) => {
      const may = checkStance(project, 'eraseRespondent')
      if (!may.ok) return may
      const person = theOne(project, value.value)
      if (!person.ok) return person
      const erased = await eraseRespondents(project, person.value.found, { keys: [person.value.person.key], keep: [] }, kept.value.drop, nodeTask)
      if (!erased.ok) return erased
      erased.value.project.discard()
      return ok(receipt(erased.value.receipt))
    })
  },
}

/** The person that is meant; several are never listed. */
function theOne(project: Project, value: string) {
  const found = findRespondents(project, { value })
  if (!found.ok) return found
  const [person, ...others] = foundRespondents(found.value)
  if (!person || others.length > 0) return refuse(fault('several-respondents', { n: others.length + 1 }))
  return ok({ found: found.value, person })
}

const linesOf = ({ responses, comments, leftOut, tags, notes, quotes }: ErasedCounts): readonly string[] =>
  Object.entries({ responses, comments, 'rows left out by imports': leftOut, 'hand tags': tags, notes, quotes }).map(([what, n]) => `  ${n} ${what}`)

function wouldGo({ counts, waves, mentions }: FoundRespondent): Answer {
  const texts = waves.map(({ name, responses, removed }) => `  ${name}${removed ? ' (removed)' : ''}: ${responses}`)
  const json = { dryRun: true, respondents: 1, counts, waves, mentions: mentions.map(({ place, name }) => ({ place, name })) }
  const lines = ['Would erase 1 respondent:', ...linesOf(counts), 'in', ...texts, `and cut ${mentions.length} texts with the person's name or words`, 'Nothing was changed.']
  return { json, text: lines.join('\n') }
}

function receipt({ at, author, respondents, counts, mentions }: ErasureReceipt): Answer {
  const lines = [
    `${at}${author === '' ? '' : `, by ${author}`}: erased ${respondents} respondent for good:`,
    ...linesOf(counts),
    `  ${mentions.cut} texts cut that had the person's name or words`,
    'History, journal and earlier states were rewritten or dropped. If the same responses are imported again, they are left out.',
    OUTSIDE,
  ]
  return { json: { dryRun: false, at, author, respondents, counts, mentions, outside: OUTSIDE }, text: lines.join('\n') }
}

