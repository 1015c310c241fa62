import { findingSentence } from '../statements'
import type { Sheet } from '../outline'
import { xmlSafe } from '../sanitize'
import { filterOf, scoreNotes, type Context } from '../slides/context'
import { methodFacts } from '../slides/method'

/** What was found, as sentences. */
export function findingSheets({ findings, words, queries }: Context): readonly Sheet[] {
  const { say } = words
  if (findings.length === 0) return []
  return [
    {
      name: say('report.sheet.findings'),
      about: say('report.sheet.findings.about'),
      columns: [
        { label: say('report.sheet.findings.text'), type: 'long-text' },
        { label: say('report.column.query'), type: 'id' },
      ],
      rows: findings.map((finding) => [findingSentence(finding, words), queries.ref(finding.counted)]),
    },
  ]
}

/** What each number was counted from; built last, when every other sheet has named its queries. */
export function querySheet(context: Context): Sheet {
  const { queries, words } = context
  const { say } = words
  const filter = filterOf(context, 600)
  return {
    name: say('report.sheet.queries'),
    about: say('report.sheet.queries.about'),
    columns: [
      { label: say('report.column.query'), type: 'id' },
      { label: say('report.sheet.queries.what'), type: 'long-text' },
      ...(filter === null ? [] : [{ label: say('report.sheet.queries.filter'), type: 'long-text' } as const]),
    ],
    rows: queries.all().map(({ id, label }) => [id, label, ...(filter === null ? [] : [filter])]),
  }
}

/** What became of every file, and how the numbers were made and from what. */
export function sourceSheets(context: Context): readonly Sheet[] {
  const { data, words } = context
  const { say } = words
  const { change } = data
  const compared =
    change === null ? [] : [[say('report.sheet.method.compared'), say('report.change.title', { from: words.period(change.from.period), to: words.period(change.to.period) })]]
  return [
    {
      name: say('report.sheet.waves'),
      about: say('report.sheet.waves.about'),
      columns: [
        { label: say('report.column.wave'), type: 'label' },
        { label: say('report.column.file'), type: 'label' },
        { label: say('report.column.accepted'), type: 'count' },
        { label: say('report.column.setAside'), type: 'count' },
        { label: say('report.column.duplicates'), type: 'count' },
        { label: say('report.column.rejected'), type: 'count' },
      ],
      rows: data.method.waves.map(({ name, file, accepted, setAside, duplicates, rejected }) => [xmlSafe(name), xmlSafe(file), accepted, setAside, duplicates, rejected]),
    },
    {
      name: say('report.sheet.method'),
      about: say('report.sheet.method.about'),
      columns: [
        { label: say('report.sheet.method.item'), type: 'label' },
        { label: say('report.sheet.method.text'), type: 'long-text' },
      ],
      rows: [
        [say('report.sheet.method.project'), xmlSafe(data.project)],
        [say('report.sheet.method.made'), words.day(data.at)],
        ...compared,
        ...methodFacts(context).map(({ label, text }) => [label, text]),
        ...definitions(context).map((text) => [say('report.sheet.method.note'), text]),
      ],
    },
  ]
}

/** What the facts do not say yet. */
function definitions(context: Context): readonly string[] {
  const { say } = context.words
  const { change, themes } = context.data
  const said = new Set(methodFacts(context).map(({ text }) => text))
  const extra = [
    ...(change === null ? [] : [say('report.note.change')]),
    ...(themes === null ? [] : [say('report.note.contribution'), say('report.note.cause')]),
    say('report.note.findings'),
  ]
  return [...new Set(scoreNotes(context, extra))].filter((text) => !said.has(text))
}
