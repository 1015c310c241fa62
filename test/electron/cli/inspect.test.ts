import { expect, it } from 'vitest'
import { commandLine } from '../../helpers/command-line'
import { readRows } from '../../helpers/naive-figure'
import { CARPENTRIES, FILMS_CP949, R_ENGLISH, R_WORKBOOK } from './surveys'

const cli = commandLine()

const first = (headers: readonly string[], roles: readonly string[], kinds: readonly string[]): object[] =>
  headers.map((name, column) => ({ index: column + 1, name, role: roles[column], kind: kinds[column] }))
const film = first(
  ['review_id', 'movie_id', 'date', 'rating', 'author', 'review'],
  ['id', 'ignore', 'date', 'score', 'person', 'comment'],
  ['id', 'number', 'date', 'score', 'text', 'text'],
)

it('says what a CSV, a TSV, a workbook and a CP949 file hold', async () => {
  const inspect = (file: string): Promise<object> => cli.json<object>('inspect', file)
  const [csv, tsv, xlsx, cp949] = await Promise.all([CARPENTRIES, R_ENGLISH, R_WORKBOOK, FILMS_CP949].map(inspect))
  const message = expect.stringMatching(/\w/) as unknown
  const scaleNote = { code: 'scale-not-nps', message }
  expect(csv).toEqual({
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    headerRows: 1,
    rows: readRows(CARPENTRIES).length,
    preset: null,
    columns: expect.arrayContaining([{ index: 75, name: 'Likely-To-Recommend', role: 'score', kind: 'score' }]) as unknown,
    score: { column: 'Likely-To-Recommend', scale: '0-10' },
    warnings: [{ code: 'no-date', message }],
    personal: [],
  })
  expect(tsv).toMatchObject({ format: 'tsv', encoding: 'utf-8', delimiter: '\t', headerRows: 1, rows: 3062, preset: 'google-forms' })
  expect(tsv).toMatchObject({ score: { column: expect.stringMatching(/^How likely are you to recommend R/) as unknown, scale: '1-10' } })
  expect(tsv).toHaveProperty('columns.length', 43)
  expect(tsv).toHaveProperty('warnings', expect.arrayContaining([scaleNote]))
  expect(xlsx).toMatchObject({ format: 'xlsx', encoding: null, delimiter: null, headerRows: 1, rows: 338, score: { scale: '1-10' } })
  expect(xlsx).toHaveProperty('columns.length', 52)
  expect(cp949).toEqual({
    format: 'csv',
    encoding: 'cp949',
    delimiter: ',',
    headerRows: 1,
    rows: 3000,
    preset: null,
    columns: film,
    score: { column: 'rating', scale: '1-10' },
    warnings: [scaleNote],
    personal: [{ column: 'author', person: true, kinds: [] }],
  })
})

it('answers people in words', async () => {
  const { code, stdout, stderr } = await cli.run('inspect', FILMS_CP949)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/nsmc_3000_cp949\.csv: csv, cp949, 3000 rows, 6 columns\n/)
})
