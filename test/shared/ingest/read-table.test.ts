import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { Encoding } from '../../../shared/model/role'
import { cellsOf, dataFile, must, read, textFile } from '../../helpers/survey-files'

const table = async (text: string) => must(await read(textFile(text)))
const rejected = async (text: string) => (await table(text)).rejected.map(({ line, code }) => [line, code])

describe('rows that are no responses', () => {
  test('titles above the header', async () => {
    const read1 = await table('Q3 survey\nExported 2026-07-01,\n\nid,score,comment,plan\n1,9,good,Pro\n2,3,bad,Free\n')
    expect(read1.headers).toEqual(['id', 'score', 'comment', 'plan'])
    expect(read1.rejected.map((row) => [row.line, row.code])).toEqual([
      [1, 'title'],
      [2, 'title'],
    ])
    expect([...read1.lines]).toEqual([5, 6])
  })

  test('a footer, with its lines', async () => {
    const text = 'id,score,comment\n1,9,good\n2,3,bad\n\n\nNPS report\n"Copyright (c) 2026 salesforce.com, inc."\nExample Corp\n'
    expect(await rejected(text)).toEqual([
      [6, 'footer'],
      [7, 'footer'],
      [8, 'footer'],
    ])
  })

  test('a total below the last row', async () => {
    expect(await rejected('id,score,comment,plan\n1,9,good,Pro\nTotal,9,,\n')).toEqual([[3, 'footer']])
  })

  test('a response that only has an id is one, even at the end', async () => {
    const read1 = await table('id,score,comment\n1,9,good\n2,,\n3,,\n')
    expect(read1.rows).toBe(3)
    expect(read1.rejected).toEqual([])
  })

  test('sparse rows in the middle stay in order', async () => {
    const read1 = await table('id,score,comment\n1,9,good\n2,,\n3,,\n4,5,x\n')
    expect(cellsOf(read1).map((row) => row[0])).toEqual(['1', '2', '3', '4'])
    expect([...read1.lines]).toEqual([2, 3, 4, 5])
  })

  test('the header again, rows too long, blank lines', async () => {
    const text = 'id,score,comment\n1,9,good\n\nid,score,comment\n2,3,too,many\n3,4,fine,,\n4,5\n'
    const read1 = await table(text)
    expect(read1.rejected.map((row) => [row.line, row.code])).toEqual([
      [4, 'repeated-header'],
      [5, 'too-many-cells'],
    ])
    expect(cellsOf(read1)).toEqual([
      ['1', '9', 'good'],
      ['3', '4', 'fine'],
      ['4', '5', ''],
    ])
    expect(read1.warnings).toEqual([
      { code: 'ragged-rows', params: { count: 1 } },
      { code: 'repeated-header', params: { count: 1 } },
    ])
  })
})

describe('headers', () => {
  test('hostile, repeated and blank ones survive', async () => {
    const read1 = await table('__proto__,score,,score,constructor\n1,2,3,4,5\n')
    expect(read1.headers).toEqual(['__proto__', 'score', '', 'score', 'constructor'])
    expect(cellsOf(read1)).toEqual([['1', '2', '3', '4', '5']])
  })

  test('none', async () => {
    const read1 = must(await read(textFile('1,9,x\n2,8,y\n'), { headerRows: 0 }))
    expect(read1.headers).toEqual(['', '', ''])
    expect(read1.rows).toBe(2)
  })

  test.each([
    ['qualtrics-export-fixtures/Sample_Survey (Insights).csv', 3, 'qualtrics', 5],
    ['qualtrics-export-fixtures/Sample_Survey.csv', 2, 'qualtrics', 5],
    ['fivethirtyeight-surveymonkey/StarWars.csv', 2, 'surveymonkey', 1186],
    ['jupyter-surveys/20160115235816-SurveyExport.csv', 1, 'alchemer', 1706],
    ['spack-user-survey/spack-user-survey-2020-responses.csv', 1, 'google-forms', 170],
  ])('%s', async (path, headerRows, preset, rows) => {
    const read1 = must(await read(dataFile(path)))
    expect(read1).toMatchObject({ headerRows, preset, rows })
  })

  test('SurveyMonkey options continue their question', async () => {
    const { headers } = must(await read(dataFile('fivethirtyeight-surveymonkey/StarWars.csv')))
    expect(headers[4]).toMatch(/^Which of the following Star Wars films have you seen.* - Star Wars: Episode II/)
    expect(headers.filter((header) => header === '')).toEqual([])
  })
})

test('every record of a random table is a row or rejected', async () => {
  const word = fc.constantFrom('', 'a', 'b c', '9', 'Total', '"q"', 'x,y', 'l1\nl2')
  const records = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 15 })
  await fc.assert(
    fc.asyncProperty(records, async (rows) => {
      fc.pre(rows.flat().some((text) => text !== ''))
      const body = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')
      const read1 = await table(`id,score,comment,plan\n${body}\n`)
      const filled = rows.filter((row) => row.some((text) => text.trim() !== '')).length
      expect(read1.rows + read1.rejected.length).toBe(filled)
      expect([...read1.lines]).toEqual([...read1.lines].toSorted((a, b) => a - b))
    }),
    { seed: 20_260_702, numRuns: 400 },
  )
})

describe('encodings', () => {
  const truth = async () => {
    const rows = cellsOf(must(await read(dataFile('nsmc-naver-movie/nsmc_20k_dev.csv'))))
    return new Map(rows.map((row) => [row[0]!, row]))
  }

  test.each([
    ['re-encoded/nsmc_3000_cp949.csv', 'cp949', ',', 3000],
    ['re-encoded/nsmc_2000_utf16le_bom_tab.txt', 'utf-16le', '\t', 2000],
    ['re-encoded/nsmc_2000_utf16le_nobom_comma.csv', 'utf-16le', ',', 2000],
  ])('%s has the cells of its source', async (path, encoding, delimiter, rows) => {
    const read1 = must(await read(dataFile(path)))
    expect(read1).toMatchObject({ encoding, delimiter, rows })
    const source = await truth()
    for (const row of cellsOf(read1)) expect(row).toEqual(source.get(row[0]!))
  })

  test.each([
    ['re-encoded/late_korean_cp949.csv', 'cp949', 're-encoded/late_korean_utf8.csv'],
    ['re-encoded/r_spanish_2018_cp1252_semicolon_CRLF.csv', 'windows-1252', 'r-community-survey-nps/2018-spanish-responses.tsv'],
    ['re-encoded/r_english_2018_salesforce_footer.csv', 'utf-8', 'r-community-survey-nps/2018-english-responses.tsv'],
  ])('%s has the cells of its source', async (path, encoding, source) => {
    const read1 = must(await read(dataFile(path)))
    const wanted = must(await read(dataFile(source)))
    expect(read1.encoding).toBe(encoding)
    expect(read1.headers).toEqual(wanted.headers)
    expect(cellsOf(read1)).toEqual(cellsOf(wanted).slice(0, read1.rows))
  })

  const korean = 'id,점수,의견\n1,9,배송이 빨라요 뷁\n2,3,"너무, 느려요"\n'
  const western = 'id;puntuación\n1;¡Qué bien!\n2;año €\n'
  test.each<[Encoding, string, readonly number[]]>([
    ['utf-8', korean, []],
    ['utf-8', korean, [0xef, 0xbb, 0xbf]],
    ['utf-16le', korean, [0xff, 0xfe]],
    ['utf-16be', korean, [0xfe, 0xff]],
    ['cp949', korean, []],
    ['windows-1252', western, []],
    ['windows-1252', 'id,why\n1,it’s “fine”\n2,naïve café\n', []],
    ['macintosh', 'id;puntuación\n1;¡Qué bien!\n2;año £\n', []],
    ['macintosh', 'id,why\n1,it’s “fine”\n2,naïve café\n', []],
    ['shift_jis', 'id,スコア,理由\n1,9,配送がとても早いです。\n2,3,高い\n', []],
    ['gb18030', 'id,评分,原因\n1,9,这个产品很好，我们都在用\n2,3,太贵了\n', []],
    ['cp949', `id,score,why\n${'1,9,fine\n'.repeat(300)}2,3,별로\n`, []],
    ['cp949', 'id,score,why\n1,3,최악\n', []],
    ['utf-8', 'id,score\n1,9\n', []],
  ])('%s %#', async (encoding, text, mark) => {
    const bytes = Uint8Array.from([...mark, ...iconv.encode(text, encoding)])
    const read1 = must(await read({ name: 'x.csv', bytes }))
    expect(read1.encoding).toBe(encoding)
    expect([read1.headers, ...cellsOf(read1)]).toEqual([...cellsOf(must(await read(textFile(text), { headerRows: 0 })))])
  })

  test.each([
    ['fivethirtyeight-surveymonkey/poll-of-pollsters-anonymous-answers-7.tsv', 'macintosh'],
    ['napire2018-coded/v_277_with_246_total_365_coded.csv', 'windows-1252'],
  ] as const)('%s is %s', async (path, encoding) => {
    expect(must(await read(dataFile(path))).encoding).toBe(encoding)
  })

  test('the user has the last word, and is told when it does not fit', async () => {
    const bytes = iconv.encode(korean, 'cp949')
    const forced = must(await read({ name: 'x.csv', bytes }, { encoding: 'windows-1252' }))
    expect(forced.encoding).toBe('windows-1252')
    expect(await read({ name: 'x.csv', bytes }, { encoding: 'utf-8' })).toEqual({
      ok: false,
      fault: { code: 'encoding', params: { file: 'x.csv', encoding: 'utf-8' } },
    })
  })
})

describe('files that are no tables', () => {
  test.each([
    ['', 'empty-file'],
    ['\n\n', 'empty-file'],
    ['id,score\n', 'empty-file'],
    ['<html><body><table></table></body></html>', 'unsupported-file'],
    ['%PDF-1.7', 'unsupported-file'],
    ['\x89PNG\r\n\x1a\n', 'unsupported-file'],
    ['PK\x03\x04 something else', 'not-readable'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 ... W\0o\0r\0k\0b\0o\0o\0k', 'unsupported-file'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 ... E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0', 'encrypted-file'],
    [Array.from({ length: 300 }, (_, at) => String.fromCharCode((at * 37) % 256)).join(''), 'unsupported-file'],
  ])('%j', async (text, code) => {
    const result = await read({ name: 'x.csv', bytes: Uint8Array.from(text, (character) => character.charCodeAt(0)) })
    expect(result).toMatchObject({ ok: false, fault: { code } })
  })

  test('too many columns', async () => {
    const wide = Array.from({ length: 5001 }, (_, at) => `c${at}`).join(',')
    expect(await read(textFile(`${wide}\n${wide.replaceAll('c', '')}\n`))).toMatchObject({ ok: false, fault: { code: 'too-large' } })
  })
})
