import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/universal'
import { quietTask } from '../../../shared/base/task'
import { answerSlice } from '../../../shared/engine/figures/answers'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import type { Project } from '../../../shared/engine/project/project'
import type { SourceFile } from '../../../shared/ingest/types'
import { cellsOf } from '../../../shared/table/column'
import { must, newProject } from '../../helpers/project'
import { dataFile } from '../../helpers/survey-files'

async function imported(file: SourceFile): Promise<Project> {
  const project = await newProject()
  const read = must(await readFile(project.platform, file, {}, quietTask))
  must(await importPlan(project, read, must(await planFile(read, { treatAsNps: true }, project)), quietTask))
  return project
}

/** Everything that a project says but for where it comes from. */
const said = (project: Project) => ({
  fields: [...project.registers.field],
  waves: [...project.registers.wave.values()].map(({ columns, counts, scale }) => ({ columns, counts, scale })),
  scores: [...project.columns.scores],
  days: [...project.columns.days],
  aside: [...project.columns.live],
})

/** Cells by header, those given left out. */
const cells = (project: Project, without: readonly string[] = []) =>
  project.fields().filter(({ label }) => !without.includes(label)).map(({ id, label }) => [label, cellsOf(project.columns.text(id)).map((cell) => cell.trimEnd())])

describe('CSV and XLSX of one survey', () => {
  test('Google Forms: all the same but for how the time of day is written', async () => {
    const name = 'r-community-survey-nps/2019 Spanish R Community Survey Responses'
    const [csv, xlsx] = [await imported(dataFile(`${name}.csv`)), await imported(dataFile(`${name}.xlsx`))]
    expect(said(xlsx)).toEqual(said(csv))
    expect(cells(xlsx, ['Timestamp'])).toEqual(cells(csv, ['Timestamp']))
  })

  // The CSV files of these two were edited by hand before they were published: a few answers were shortened or taken out.
  test.each([
    ['2020', { 8: 1, 9: 1, 10: 3, 15: 2, 16: 2 }],
    ['2021', { 11: 1 }],
  ])('Google Forms, %s: the same fields and days; answers differ where the CSV was edited', async (year, edited) => {
    const name = `spack-user-survey/spack-user-survey-${year}-responses`
    const [csv, xlsx] = [await imported(dataFile(`${name}.csv`)), await imported(dataFile(`${name}.xlsx`))]
    expect(said(xlsx)).toEqual(said(csv))
    const lines = (text: string): string => text.replace(/[ \t]+\n/g, '\n').trimEnd()
    const differing = csv.fields().map(({ id }) => {
      const [a, b] = [cellsOf(csv.columns.text(id)), cellsOf(xlsx.columns.text(id))]
      return a.filter((cell, row) => lines(cell) !== lines(b[row]!)).length
    })
    expect(Object.fromEntries(differing.flatMap((count, at) => (count > 0 && at > 0 ? [[at, count]] : [])))).toEqual(edited)
  })
})

const HEADER = ['응답 ID', '제출일시', '추천 의향 (0~10)', '그 이유를 말씀해 주세요', '업종', '쓰는 기능', '우편번호']
const ROWS = Array.from({ length: 60 }, (_, at) => [
  `응답-${at}`,
  `2026. 9. ${(at % 28) + 1} ${at % 2 ? '오후' : '오전'} 2:34:56`,
  at % 3 ? String(at % 11) : '０１２３４５６７８９'[at % 10]!,
  `배송이 ${at}번이나 늦어서, 정말 아쉬웠어요`,
  ['금융', '제조', '유통 · 물류'][at % 3]!,
  ['알림', '검색', '보고서 (엑셀, PDF)'].filter((_word, bit) => ((at % 7) + 1) >> bit & 1).join(', '),
  `0${1000 + at}`,
])
const csv = (delimiter = ','): string => [HEADER, ...ROWS].map((row) => row.map((cell) => (/[",;\t]/.test(cell) ? `"${cell}"` : cell)).join(delimiter)).join('\r\n')
const file = (name: string, bytes: Uint8Array): SourceFile => ({ name, bytes: new Uint8Array(bytes) })

test('one Korean survey, however it was saved, is one project', async () => {
  const utf8 = await imported(file('utf8.csv', Buffer.from(csv())))
  expect(utf8.fields().map(({ role, kind }) => `${role} ${kind}`)).toEqual([
    'id id', 'date date', 'score score', 'comment text', 'segment category', 'segment multi', 'ignore text',
  ])
  const workbook = await writeExcelFile([HEADER, ...ROWS].map((row) => row.map((value) => ({ value, type: String })))).toBlob()
  const saved: Readonly<Record<string, SourceFile>> = {
    'with a byte order mark': file('bom.csv', Buffer.from(`\ufeff${csv()}`)),
    'CP949 out of Excel': file('cp949.csv', iconv.encode(csv(), 'cp949')),
    'Unicode text out of Excel': file('unicode.txt', Buffer.from(`\ufeff${csv('\t')}`, 'utf16le')),
    'with semicolons': file('semicolon.csv', Buffer.from(csv(';'))),
    workbook: file('book.xlsx', new Uint8Array(await workbook.arrayBuffer())),
  }
  for (const [how, each] of Object.entries(saved)) {
    const project = await imported(each)
    expect(said(project), how).toEqual(said(utf8))
    expect(cells(project), how).toEqual(cells(utf8))
  }
})

test('names out of a Mac, with their syllables taken apart, are the same fields and the same groups', async () => {
  const [composed, apart] = [await imported(file('nfc.csv', Buffer.from(csv()))), await imported(file('nfd.csv', Buffer.from(csv().normalize('NFD'))))]
  expect([...apart.registers.field.keys()]).toEqual([...composed.registers.field.keys()])
  const industry = composed.fields()[4]!.id
  const groups = async (project: Project) =>
    must(await answerSlice(project, { by: [{ kind: 'field', field: industry }], where: [] })).rows.map(({ key, figure }) => [key[0]?.normalize('NFC'), figure.n])
  expect(await groups(apart)).toEqual(await groups(composed))
  const both = await newProject()
  for (const [name, text] of [['nfc', csv()], ['nfd', csv().replaceAll('응답-', '다음-').normalize('NFD')]] as const) {
    const read = must(await readFile(both.platform, file(`${name}.csv`, Buffer.from(text)), {}, quietTask))
    must(await importPlan(both, read, must(await planFile(read, {}, both)), quietTask))
  }
  expect(new Set((await groups(both)).map(([value]) => value))).toEqual(new Set(['금융', '유통 · 물류', '제조']))
})
