import { strToU8, zipSync } from 'fflate'
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

test('a plan offers the sheets of a workbook and reads the one asked for', async () => {
  const row = (...cells: readonly string[]) => cells.map((value) => ({ value, type: String }))
  const bytes = new Uint8Array(
    await (
      await writeXlsxFile([
        { sheet: 'Notes', data: [row('Score', 'Team'), row('1', 'A')] },
        { sheet: '응답', data: [row('Score', 'Industry'), row('10', 'Finance'), row('9', 'Retail')] },
      ]).toBlob()
    ).arrayBuffer(),
  )
  const file = { name: 'two.xlsx', bytes }
  expect(viewPlan(await plan(file))).toMatchObject({ sheet: 'Notes', sheets: ['Notes', '응답'], rows: 1 })
  expect(viewPlan(await plan(file, { read: { sheet: '응답' } }))).toMatchObject({ sheet: '응답', rows: 2 })
})

test('one sheet, and text', async () => {
  const one = viewPlan(await plan(dataFile('spack-user-survey/spack-user-survey-2020-responses.xlsx')))
  expect(one.sheets).toEqual([one.sheet])
  expect(viewPlan(await plan(textFile('Score\n10\n')))).toMatchObject({ sheet: null, sheets: [] })
})
