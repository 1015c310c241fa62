import { ok, type Result } from '../../shared/base/result'
import { checkCodebook } from '../../shared/engine/codebook/check-codebook'
import { exportCodebook, CODEBOOK_FORMATS } from '../../shared/engine/export/export-codebook'
import { nodeDecoder } from '../node/node-decode'
import { nodeTask } from '../node/node-task'
import { required, usageFault, type Answer, type Arguments, type Command } from './command'
import { extensionOf, formatFault, write } from './output'
import { printed } from './personal'
import { readSource, withProject } from './session'

export const codebook: Command = {
  usage: 'codebook check FILE [--with-personal-data] | codebook export --project P --out FILE.csv|.qdc [--with-personal-data]',
  summary:
    'judges the examples (must_hit, must_miss) of a codebook by its rules, conditions on the response left out; or writes the codebook of a project',
  options: { project: { type: 'string' }, out: { type: 'string' }, 'with-personal-data': { type: 'boolean' } },
  takesFiles: true,
  run(args) {
    const [what, ...files] = args.positionals
    if (what === 'check') return Promise.resolve(check(args, files))
    if (what === 'export') return exportTo(args, files)
    return Promise.resolve(usageFault('Say codebook check FILE, or codebook export --project P --out FILE.'))
  },
}

function check(args: Arguments, files: readonly string[]): Result<Answer> {
  const [path, ...more] = files
  if (path === undefined || more.length > 0 || args.one('project') !== undefined || args.one('out') !== undefined) {
    return usageFault('codebook check takes one file.')
  }
  const source = readSource(path)
  if (!source.ok) return source
  const checked = checkCodebook(nodeDecoder, source.value)
  if (!checked.ok) return checked
  const { codes, passed } = checked.value
  const print = printed(args.flag('with-personal-data'))
  const failed = checked.value.failed.map((one) => ({ ...one, text: print(one.text) }))
  const words = { must_hit: 'must match, and does not', must_miss: 'must not match, and does' }
  const text = [
    `${codes} codes, ${passed} of ${passed + failed.length} examples hold`,
    ...failed.map((one) => `${one.code}: ${words[one.kind]}: ${one.text}`),
  ].join('\n')
  return ok({ json: { ...checked.value, failed }, text })
}

async function exportTo(args: Arguments, files: readonly string[]): Promise<Result<Answer>> {
  if (files.length > 0) return usageFault('codebook export takes no file but --out.')
  const path = required(args, 'project')
  if (!path.ok) return path
  const out = required(args, 'out')
  if (!out.ok) return out
  const format = CODEBOOK_FORMATS.find((known) => known === extensionOf(out.value))
  if (!format) return formatFault(out.value, CODEBOOK_FORMATS)
  return withProject(path.value, 'exportCodebook', async (project) => {
    const bytes = await exportCodebook(project, format, nodeTask, args.flag('with-personal-data') ? 'included' : 'masked')
    if (!bytes.ok) return bytes
    const written = await write(out.value, bytes.value)
    if (!written.ok) return written
    return ok({ ...written.value, json: { ...(written.value.json as object), codes: project.registers.code.size } })
  })
}
