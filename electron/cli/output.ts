import { basename, extname, join } from 'node:path'
import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import { exportResponses as exportEngine } from '../../shared/engine/export/export-responses'
import { masksOf } from '../../shared/engine/people/person-mask'
import { editedOutline, writeSummary, writeSummaryCharts } from '../../shared/engine/summary/summary'
import { LOCALES } from '../../shared/locale/translate'
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/protocol/engine-api'
import type { OutputFile } from '../../shared/protocol/output-file'
import type { Outline } from '../../shared/report/outline'
import { PAPERS, SUMMARY_FORMATS } from '../../shared/protocol/summary-file'
import { replaceFile } from '../disk/atomic-file'
import { codeOf, nodeFiles } from '../disk/files'
import { nodeTask } from '../node/node-task'
import { required, usageFault, type Answer, type Command } from './command'
import { readWhere } from './dimensions'
import { withProject } from './session'
import { readBrand, readEdits } from './summary-files'

/** Writes a file, or says why not. */
export async function write(path: string, bytes: Uint8Array, files = nodeFiles): Promise<Result<Answer>> {
  try {
    await replaceFile(path, bytes, files)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOSPC' || code === 'EDQUOT') return refuse(fault('storage-full'))
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

export const extensionOf = (path: string): string => extname(path).slice(1).toLowerCase()

export const formatFault = (file: string, formats: readonly string[]): ReturnType<typeof refuse> =>
  refuse(fault('output-format', { file, formats: formats.map((format) => `.${format}`).join(', ') }))

export const summary: Command = {
  usage:
    "summary --project P (--out FILE.pptx|.pdf|.html|.xlsx | --charts FOLDER | --print-outline) [--paper 16:9|a4] [--responses] [--lang en|ko] [--period P] [--against P] [--where 'FIELD=VALUE']... [--outline EDITS.json] [--brand BRAND.json] [--clock ISO-TIME]",
  summary:
    'writes the executive summary as slides, as a PDF, as a page or as a workbook, or each of its charts as SVG, or prints what it says as JSON; edits and brand of a file take the place of those in the project; the clock is the only time in it',
  options: {
    project: { type: 'string' },
    out: { type: 'string' },
    lang: { type: 'string' },
    paper: { type: 'string' },
    period: { type: 'string' },
    against: { type: 'string' },
    where: { type: 'string', multiple: true },
    outline: { type: 'string' },
    brand: { type: 'string' },
    clock: { type: 'string' },
    charts: { type: 'string' },
    'print-outline': { type: 'boolean' },
    responses: { type: 'boolean' },
  },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    const locale = LOCALES.find((known) => known === (args.one('lang') ?? 'en'))
    if (!locale) return usageFault(`--lang takes ${LOCALES.join(' or ')}.`)
    const [prints, charts] = [args.flag('print-outline'), args.one('charts')]
    const needsFile = !prints && charts === undefined
    const out = needsFile ? required(args, 'out') : ok('')
    if (!out.ok) return out
    const format = SUMMARY_FORMATS.find((known) => known === extensionOf(out.value))
    if (!format && needsFile) return formatFault(out.value, SUMMARY_FORMATS)
    const [outline, brand] = [args.one('outline'), args.one('brand')]
    const edits = outline === undefined ? ok(undefined) : readEdits(outline)
    if (!edits.ok) return edits
    const dress = brand === undefined ? ok(undefined) : readBrand(brand)
    if (!dress.ok) return dress
    const clock = readClock(args.one('clock'))
    if (!clock.ok) return clock
    const wishes = { ...(edits.value && { edits: edits.value }), ...(dress.value && { brand: dress.value }), ...(clock.value !== null && { at: clock.value }) }
    const paper = PAPERS.find((known) => known === (args.one('paper') ?? '16:9'))
    if (!paper) return usageFault(`--paper takes ${PAPERS.join(' or ')}.`)
    const responses = args.flag('responses')
    if (responses && format !== 'xlsx') return usageFault('--responses is for a workbook (.xlsx).')
    return withProject(path.value, 'summary', async (project) => {
      const where = readWhere(project, args.many('where'))
      if (!where.ok) return where
      const input = { where: where.value, locale, period: args.one('period'), against: args.one('against') }
      if (charts !== undefined) {
        const drawn = await writeSummaryCharts(project, input, nodeTask, wishes)
        return drawn.ok ? writeAll(charts, drawn.value) : drawn
      }
      if (!format) {
        const said = await editedOutline(project, input, nodeTask, wishes)
        if (!said.ok) return said
        const json = withoutValues(said.value, masksOf(project.columns).data)
        return ok({ json, text: JSON.stringify(json, null, 2) })
      }
      const bytes = await writeSummary(project, { format, paper, responses, ...input }, nodeTask, wishes)
      return bytes.ok ? write(out.value, bytes.value) : bytes
    })
  },
}

/** An outline whose filters name nobody. */
const withoutValues = (outline: Outline, masked: (text: string) => string): Outline => ({
  ...outline,
  queries: outline.queries.map((query) => ({
    ...query,
    where: query.where.map((clause) => (clause.kind === 'values' ? { ...clause, values: clause.values.map((value) => (value === null ? null : masked(value))) } : clause)),
  })),
})

/** Writes files into a folder that is there. */
async function writeAll(folder: string, files: readonly OutputFile[]): Promise<Result<Answer>> {
  const written: string[] = []
  for (const { name, bytes } of files) {
    const done = await write(join(folder, name), bytes)
    if (!done.ok) return done
    written.push(join(folder, name))
  }
  return ok({ json: { files: written }, text: written.length === 0 ? 'There is no chart.' : written.map((file) => `Wrote ${file}`).join('\n') })
}

/** A time as ISO 8601 in UTC, to the second or finer; null where none is given. */
function readClock(given: string | undefined): Result<string | null> {
  if (given === undefined) return ok(null)
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(given) ? new Date(given) : null
  if (time === null || Number.isNaN(time.getTime())) return usageFault('--clock takes a time such as 2026-07-02T09:30:00Z.')
  return ok(time.toISOString())
}

const ENDINGS: Readonly<Record<ExportFormat, string>> = { csv: 'csv', xlsx: 'xlsx', parquet: 'parquet', codebook: 'csv' }

/** The format asked for, or the one that the name's ending says. */
function formatFor(asked: string | undefined, out: string): Result<ExportFormat> {
  const format = EXPORT_FORMATS.find((known) => known === asked)
  if (asked !== undefined && !format) return usageFault(`--format takes ${EXPORT_FORMATS.join(', ')}.`)
  const ending = extensionOf(out)
  if (format) return ENDINGS[format] === ending ? ok(format) : formatFault(out, [ENDINGS[format]])
  const said = EXPORT_FORMATS.find((known) => known === ending)
  return said ? ok(said) : formatFault(out, [...new Set(Object.values(ENDINGS))])
}

export const exportResponses: Command = {
  usage: 'export --project P --out FILE.csv|.xlsx|.parquet [--format csv|xlsx|parquet|codebook] [--with-personal-data]',
  summary: 'writes every response with its codes, or the codebook; personal data masked unless asked for; beside Parquet the SQL that computes the score on it',
  options: { project: { type: 'string' }, out: { type: 'string' }, format: { type: 'string' }, 'with-personal-data': { type: 'boolean' } },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    const out = required(args, 'out')
    if (!out.ok) return out
    const format = formatFor(args.one('format'), out.value)
    if (!format.ok) return format
    return withProject(path.value, format.value === 'codebook' ? 'exportCodebook' : 'refused', async (project) => {
      const base = out.value.slice(0, -extname(out.value).length)
      const done = await exportEngine(project, format.value, basename(base), nodeTask, args.flag('with-personal-data') ? 'included' : 'masked')
      if (!done.ok) return done
      const { parts, rows, split } = done.value
      let answer: Result<Answer> = usageFault('There is nothing to write.')
      // What a name is asked for comes last: when it is there, all of it is.
      for (const { ending, bytes } of parts.toReversed()) {
        answer = await write(ending === ENDINGS[format.value] ? out.value : `${base}.${ending}`, bytes)
        if (!answer.ok) return answer
      }
      if (!answer.ok) return answer
      const beside = parts.slice(1).map(({ ending }) => `${base}.${ending}`)
      const json = {
        ...(answer.value.json as object),
        rows,
        ...(split > 0 ? { split } : {}),
        ...(beside.length > 0 ? { beside } : {}),
      }
      const notes = [
        ...beside.map((file) => `Wrote ${file}`),
        ...(split > 0 ? [`${split} texts are longer than an Excel cell; they go on in the columns "earshot_more2: ..." at the end`] : []),
      ]
      return ok({ json, text: [answer.value.text, ...notes].join('\n') })
    })
  },
}
