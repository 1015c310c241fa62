import { ok } from '../../shared/base/result'
import { readFile } from '../../shared/engine/import/import-file'
import { planImport } from '../../shared/ingest/plan-import'
import { translator } from '../../shared/locale/translate'
import { createNodePlatform } from '../node/node-platform'
import { nodeTask } from '../node/node-task'
import { usageFault, type Command } from './command'
import { foundPersonal, personalLines } from './personal'
import { READ_OPTIONS, READ_USAGE, readOptions } from './read-options'
import { readSource } from './session'
import { table } from './words'

export const inspect: Command = {
  usage: `inspect FILE ${READ_USAGE}`,
  summary: 'what a survey export holds, and how it would be imported',
  options: READ_OPTIONS,
  takesFiles: true,
  async run(args) {
    const { positionals } = args
    const [path] = positionals
    if (path === undefined || positionals.length > 1) return usageFault('inspect takes one file.')
    const options = readOptions(args)
    if (!options.ok) return options
    const source = readSource(path)
    if (!source.ok) return source
    const read = await readFile(await createNodePlatform(), source.value, options.value, nodeTask)
    if (!read.ok) return read
    const plan = planImport(read.value.table, read.value.profiles, options.value, { ids: new Set() })
    if (!plan.ok) return plan
    const { format, encoding, delimiter, headerRows, rows, preset } = read.value.table
    const words = translator('en')
    const warnings = plan.value.warnings.map(({ code, params }) => ({ code, message: words(`warning.${code}`, params) }))
    const columns = plan.value.columns.map(({ index, name, role, kind }) => ({ index, name, role, kind }))
    const { score } = plan.value
    const personal = foundPersonal(plan.value)
    const json = {
      format,
      encoding,
      delimiter,
      headerRows,
      rows,
      preset,
      columns,
      score: score && { column: columns.find(({ index }) => index === score.index)?.name ?? '', scale: score.scale },
      warnings,
      personal,
    }
    const text = [
      `${source.value.name}: ${format}, ${encoding ?? 'no encoding'}, ${rows} rows, ${columns.length} columns`,
      table([['#', 'column', 'role', 'kind'], ...columns.map(({ index, name, role, kind }) => [String(index), name, role, kind])]),
      score ? `Scores: ${json.score?.column ?? ''}, ${score.scale}` : 'Scores: none found',
      ...warnings.map(({ message }) => `Note: ${message}`),
      ...personalLines(personal),
    ].join('\n')
    return ok({ json, text })
  },
}
