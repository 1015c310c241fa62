import { ok } from '../../shared/base/result'
import { problemOf, verifyProject } from '../../shared/engine/recover/verify-project'
import type { Problem, ProblemCode } from '../../shared/protocol/recovery'
import { createNodePlatform } from '../node/node-platform'
import { openNodeStore } from '../shelf/node-store'
import { nodeTask } from '../node/node-task'
import { required, type Command } from './command'
import { unlock } from './session'

const MESSAGES: Readonly<Record<ProblemCode, string>> = {
  length: 'The file is shorter or longer than it was saved.',
  hash: 'The content is not what was saved: its SHA-256 is another.',
  foreign: 'The file was changed by another program, or holds what Earshot never writes.',
  'not-a-project': 'It is no Earshot project.',
  'newer-format': 'It was saved by a newer Earshot.',
  'project-too-large': 'It is larger than Earshot opens.',
  content: 'The database is damaged.',
  chain: 'The log of changes does not follow from one to the next.',
  registers: 'The records are not those that the log of changes makes.',
  batches: 'Rows of an import are missing.',
  journal: 'The journal beside the file is damaged, or belongs to another history.',
}

const messageOf = ({ code, detail }: Problem): string => (detail === '' ? MESSAGES[code] : `${MESSAGES[code]} (${detail})`)

export const verify: Command = {
  usage: 'verify --project P',
  summary: 'checks a project file from end to end: hash, tables, rows, log, records, journal; changes nothing',
  options: { project: { type: 'string' } },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    const store = openNodeStore(path.value, 'read')
    if (!store.ok) return store
    try {
      const platform = await createNodePlatform()
      const unlocked = await unlock(platform, store.value, path.value)
      if (!unlocked.ok && unlocked.fault.code === 'password') return ok({ json: { ok: true, problems: [], locked: true, opened: false }, text: `${path.value} is as it was saved; what is in it is checked with its password alone` })
      if (!unlocked.ok && unlocked.fault.code === 'wrong-password') return unlocked
      // What does not even unlock is said by its bytes.
      const found = unlocked.ok ? await verifyProject(platform, unlocked.value, path.value, nodeTask) : ok([problemOf(unlocked.fault)])
      if (!found.ok) return found
      const problems = found.value.map((problem) => ({ code: problem.code, message: messageOf(problem) }))
      const isOk = problems.length === 0
      const lines = isOk ? [`${path.value} is whole`] : [`${path.value} is damaged`, ...problems.map(({ code, message }) => `${code}: ${message}`)]
      const locked = unlocked.ok && unlocked.value.lock !== null ? { locked: true, opened: true } : {}
      return ok({ json: { ok: isOk, problems, ...locked }, text: lines.join('\n') })
    } finally {
      await store.value.close()
    }
  },
}
