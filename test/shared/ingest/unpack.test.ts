import { zipSync, type Zippable } from 'fflate'
import { expect, it } from 'vitest'
import { unpack } from '../../../shared/ingest/unpack'
import { dataFile, must, read, textFile } from '../../helpers/survey-files'

const CSV = new TextEncoder().encode('id,NPS,Why\n1,9,good\n')
const zip = (parts: Zippable, name = 'Export.zip') => ({ name, bytes: zipSync(parts) })

it('opens the one export in a ZIP, whatever lies beside it', async () => {
  const parts = { 'CSV/Q3 survey.csv': CSV, '__MACOSX/CSV/._Q3 survey.csv': CSV, 'CSV/': new Uint8Array(0), 'README.txt': CSV, 'logo.png': CSV }
  const file = must(unpack(zip(parts)))
  expect(file).toEqual({ name: 'Q3 survey.csv', bytes: CSV })
  expect(must(await read(file)).rows).toBe(1)
})

it('opens a workbook in a ZIP', async () => {
  const workbook = dataFile('spack-user-survey/spack-user-survey-2020-responses.xlsx')
  const file = must(unpack(zip({ [workbook.name]: [workbook.bytes, { level: 0 }] })))
  expect(must(await read(file))).toMatchObject({ format: 'xlsx', rows: 170 })
})

it.each([
  [{}, 0, ''],
  [{ 'a.png': CSV }, 0, ''],
  [{ 'a.csv': CSV, 'b/b.tsv': CSV }, 2, 'a.csv, b/b.tsv'],
  [Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`${at}.csv`, CSV])), 7, '0.csv, 1.csv, 2.csv, 3.csv, 4.csv, …'],
])('refuses %j', (parts, count, names) => {
  expect(unpack(zip(parts))).toEqual({ ok: false, fault: { code: 'zip', params: { file: 'Export.zip', count, names } } })
})

it('leaves other files as they are', () => {
  const file = textFile('id,NPS\n1,9\n')
  expect(must(unpack(file))).toBe(file)
  const workbook = dataFile('limesurvey-artifact-evaluation/AEC-Survey-AE1.xlsx')
  expect(must(unpack(workbook))).toBe(workbook)
})

it('does not inflate without end', () => {
  expect(unpack(zip({ 'a.csv': new Uint8Array(40 * 2 ** 20).fill(48) }))).toMatchObject({ ok: false, fault: { code: 'too-large' } })
})
