import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sheetNames } from '../../../shared/ingest/sheet-names'
import { viewPlan } from '../../../shared/ingest/plan-view'
import writeXlsxFile from 'write-excel-file/universal'
import { dataFile, plan, textFile } from '../../helpers/survey-files'

const workbook = (sheets: string) => zipSync({ 'xl/workbook.xml': strToU8(`<workbook><sheets>${sheets}</sheets></workbook>`) })

test('names are as a person sees them; hidden sheets are not offered', () => {
  const sheets = [
    '<sheet name="Q3 &amp; Q4 &#44032;&#x AC;" sheetId="1" r:id="rId1"/>'.replace('&#x AC;', '&#xAC01;'),
    '<sheet sheetId="2" state="hidden" name="Lists" r:id="rId2"/>',
    '<x:sheet sheetId="3" name="응답" r:id="rId3"></x:sheet>',
  ]
  expect(sheetNames(workbook(sheets.join('')))).toEqual(['Q3 & Q4 가각', '응답'])
  expect(sheetNames(zipSync({ 'other.xml': strToU8('<a/>') }))).toEqual([])
})

type Rows = readonly (readonly string[])[]

const workbookOf = async (sheets: Readonly<Record<string, Rows>>): Promise<Uint8Array> => {
  const data = (rows: Rows) => rows.map((row) => row.map((value) => ({ value, type: String })))
  const blob = await writeXlsxFile(Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: data(rows) }))).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

const NOTES: Rows = [['Score', 'Team'], ['1', 'A']]
const ANSWERS: Rows = [['Score', 'Industry'], ['10', 'Finance'], ['9', 'Retail']]

test('a plan offers the sheets of a workbook, proposes the fullest and reads the one asked for', async () => {
  const file = { name: 'two.xlsx', bytes: await workbookOf({ Notes: NOTES, 응답: ANSWERS }) }
  expect(viewPlan(await plan(file))).toMatchObject({ sheet: '응답', sheets: ['Notes', '응답'], rows: 2 })
  expect(viewPlan(await plan(file, { read: { sheet: 'Notes' } }))).toMatchObject({ sheet: 'Notes', rows: 1 })
})

test('the sheet of a survey tool goes before a fuller one', async () => {
  const form: Rows = [['Timestamp', 'Would you recommend us?'], ['4/9/2025 0:13:09', '9']]
  const file = { name: 'form.xlsx', bytes: await workbookOf({ Pivot: [...ANSWERS, ...ANSWERS], 'Form Responses 1': form }) }
  expect(viewPlan(await plan(file))).toMatchObject({ sheet: 'Form Responses 1', preset: 'google-forms', rows: 1 })
})

test('a hidden sheet is not proposed, even if it is the first', async () => {
  const parts = unzipSync(await workbookOf({ Lists: [...ANSWERS, ...ANSWERS], 응답: ANSWERS }))
  const book = strFromU8(parts['xl/workbook.xml']!).replace('name="Lists"', 'name="Lists" state="hidden"')
  const file = { name: 'hidden.xlsx', bytes: zipSync({ ...parts, 'xl/workbook.xml': strToU8(book) }) }
  expect(viewPlan(await plan(file))).toMatchObject({ sheet: '응답', sheets: ['응답'], rows: 2 })
})

test('one sheet, and text', async () => {
  const one = viewPlan(await plan(dataFile('spack-user-survey/spack-user-survey-2020-responses.xlsx')))
  expect(one.sheets).toEqual([one.sheet])
  expect(viewPlan(await plan(textFile('Score\n10\n')))).toMatchObject({ sheet: null, sheets: [] })
})
