import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { exportLeftOut } from '../../../shared/engine/import/export-left-out'
import { countPlan } from '../../../shared/ingest/plan-counts'
import type { ImportPlan } from '../../../shared/ingest/types'
import { must, plan, textFile } from '../../helpers/survey-files'

const TEXT = [
  'ResponseId,StartDate,EndDate,Finished,Score,Why?,',
  'r1,2026-01-01,2026-01-01,True,9,Fine,x',
  'r1,2026-01-02,2026-01-02,True,3,"Not, fine",y',
  'r2,2026-01-02,2026-01-02,False,3,=1+1,y',
  'ResponseId,StartDate,EndDate,Finished,Score,Why?,',
  'r3,2026-01-02,2026-01-02,True,3,a,b,c,d',
  'old,2026-01-02,2026-01-02,True,8,known,',
  'r4,2026-01-03,2026-01-03,True,10,"two\nlines",',
  '',
  'Grand total,,,,,,',
  '',
].join('\n')

const rowsOf = async (planned: ImportPlan, locale: 'en' | 'ko'): Promise<readonly (readonly string[])[]> => {
  const bytes = must(await exportLeftOut(planned, locale, quietTask))
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  return Papa.parse<string[]>(new TextDecoder().decode(bytes), { newline: '\r\n', skipEmptyLines: true }).data
}

it('lists every row that stays out, with line, reason and all cells', async () => {
  const planned = await plan(textFile(TEXT), { roles: { 1: 'id' } }, ['old'])
  const counts = countPlan(planned)
  expect(counts).toMatchObject({ accepted: 2, setAside: 1, duplicates: 2, rejected: 3 })
  const [header, ...rows] = await rowsOf(planned, 'en')
  expect(header).toEqual(['Line', 'Reason', 'ResponseId', 'StartDate', 'EndDate', 'Finished', 'Score', 'Why?', 'Cell 7', 'Cell 8', 'Cell 9'])
  expect(rows.map(([line, reason]) => [line, reason])).toEqual([
    ['3', 'same response id as line 2'],
    ['4', 'not finished'],
    ['5', 'the header again'],
    ['6', 'too many cells to be read'],
    ['7', 'already in the project'],
    ['11', 'a footer, not a response'],
  ])
  expect(rows[1]).toEqual(['4', 'not finished', 'r2', '2026-01-02', '2026-01-02', 'False', '3', "'=1+1", 'y', '', ''])
  expect(rows[3]!.slice(2)).toEqual(['r3', '2026-01-02', '2026-01-02', 'True', '3', 'a', 'b', 'c', 'd'])
})

it('says why in the language of the window', async () => {
  const [header, first] = await rowsOf(await plan(textFile(TEXT), { roles: { 1: 'id' } }), 'ko')
  expect(header!.slice(0, 2)).toEqual(['줄 번호', '이유'])
  expect(first!.slice(0, 2)).toEqual(['3', '2번째 줄과 응답 ID가 같음'])
})
