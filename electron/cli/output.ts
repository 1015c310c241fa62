import { extname } from 'node:path'
import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import { quietTask } from '../../shared/base/task'
import { exportCsv } from '../../shared/engine/export-csv'
import { SUMMARY_FORMATS, writeSummary } from '../../shared/engine/summary'
import { LOCALES } from '../../shared/locale/translate'
import { writeFileAtomically } from '../atomic-file'
import { required, usageFault, type Answer, type Command } from './command'
import { withProject } from './session'

function write(path: string, bytes: Uint8Array): Result<Answer> {
  try {
    writeFileAtomically(path, bytes)
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code === 'ENOSPC') return refuse(fault('storage-full'))
    const reasons = new Map<unknown, string>([
      ['ENOENT', 'its folder does not exist'],
      ['ENOTDIR', 'its folder does not exist'],
      ['EISDIR', 'there is a folder of that name'],
      ['EACCES', 'you may not write there'],
      ['EPERM', 'you may not write there'],
      ['EROFS', 'you may not write there'],
    ])
    return refuse(fault('not-writable', { file: path, what: reasons.get(code) ?? String(code) }))
  }
  return ok({ json: { file: path, bytes: bytes.length }, text: `Wrote ${path} (${bytes.length} bytes)` })
}

const extensionOf = (path: string): string => extname(path).slice(1).toLowerCase()

const formatFault = (file: string, formats: readonly string[]): ReturnType<typeof refuse> =>
  refuse(fault('output-format', { file, formats: formats.map((format) => `.${format}`).join(', ') }))

export const summary: Command = {
  usage: 'summary --project P --out FILE.pptx|.xlsx [--lang en|ko]',
  summary: 'writes the executive summary as slides or as a workbook',
  options: { project: { type: 'string' }, out: { type: 'string' }, lang: { type: 'string' } },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    const out = required(args, 'out')
    if (!out.ok) return out
    const locale = LOCALES.find((known) => known === (args.one('lang') ?? 'en'))
    if (!locale) return usageFault(`--lang takes ${LOCALES.join(' or ')}.`)
    const format = SUMMARY_FORMATS.find((known) => known === extensionOf(out.value))
    if (!format) return formatFault(out.value, SUMMARY_FORMATS)
    return withProject(path.value, async (project) => {
      const bytes = await writeSummary(project, format, [], locale, quietTask)
      return bytes.ok ? write(out.value, bytes.value) : bytes
    })
  },
}

export const exportResponses: Command = {
  usage: 'export --project P --out FILE.csv',
  summary: 'writes every response with its codes as CSV',
  options: { project: { type: 'string' }, out: { type: 'string' } },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    const out = required(args, 'out')
    if (!out.ok) return out
    if (extensionOf(out.value) !== 'csv') return formatFault(out.value, ['csv'])
    return withProject(path.value, async (project) => {
      const bytes = await exportCsv(project, quietTask)
      return bytes.ok ? write(out.value, bytes.value) : bytes
    })
  },
}
