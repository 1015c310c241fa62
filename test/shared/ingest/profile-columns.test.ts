import { describe, expect, test } from 'vitest'
import type { ColumnProfile } from '../../../shared/ingest/types'
import type { SourceFile } from '../../../shared/ingest/types'
import { dataFile, must, profilesOf, read, textFile } from '../../helpers/survey-files'

const profiles = async (file: SourceFile): Promise<readonly ColumnProfile[]> => profilesOf(must(await read(file)))
const rolesOf = (columns: readonly ColumnProfile[], role: string) =>
  columns.filter((column) => column.role === role).map((column) => column.header)

describe('real files', () => {
  test('Carpentries 2017', async () => {
    const columns = await profiles(dataFile('carpentries-nps/longterm_October2017.csv'))
    expect(rolesOf(columns, 'score')).toEqual(['Likely-To-Recommend'])
    expect(columns[74]).toMatchObject({ kind: 'score', scale: '0-10', blank: 74 })
    expect(columns[0]).toMatchObject({ kind: 'category', role: 'segment', distinct: 22 })
  })

  test('Carpentries 2020: items of five points are no scores', async () => {
    const columns = await profiles(dataFile('carpentries-nps/2020_carpentryconhome_raw.csv'))
    expect(rolesOf(columns, 'score')).toEqual(['nps'])
    expect(columns.filter((column) => column.kind === 'score')).toHaveLength(1)
  })

  test('NSMC', async () => {
    const columns = await profiles(dataFile('nsmc-naver-movie/nsmc_20k_dev.csv'))
    expect(columns.map((column) => [column.name, column.role, column.kind])).toEqual([
      ['review_id', 'id', 'id'],
      ['movie_id', 'ignore', 'number'],
      ['date', 'date', 'date'],
      ['rating', 'score', 'score'],
      ['author', 'person', 'text'],
      ['review', 'comment', 'text'],
    ])
    expect(columns[2]).toMatchObject({ dateOrder: 'ymd', ambiguousDate: false })
    expect(columns[3]).toMatchObject({ scale: '1-10' })
  })

  test('R community 2018, English', async () => {
    const columns = await profiles(dataFile('r-community-survey-nps/2018-english-responses.tsv'))
    expect(rolesOf(columns, 'score')).toEqual([expect.stringMatching(/^How likely are you to recommend R/)])
    expect(rolesOf(columns, 'date')).toEqual(['Timestamp'])
    expect(rolesOf(columns, 'comment').slice(0, 2)).toEqual([
      'What do you like best about using R?',
      'What do you like least about using R?',
    ])
    expect(rolesOf(columns, 'segment')).toEqual(
      expect.arrayContaining(['What industry do you work or participate in?', 'In what country do you currently reside?']),
    )
    const names = columns.map((column) => column.name)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(43)
    expect(Math.max(...names.map((name) => name.length))).toBeLessThan(70)
  })

  test('R community 2019: two recommend questions, the first is proposed', async () => {
    const columns = await profiles(dataFile('r-community-survey-nps/2019 Spanish R Community Survey Responses.csv'))
    expect(columns.filter((column) => column.kind === 'score').map((column) => [column.index, column.role])).toEqual([
      [19, 'score'],
      [38, 'segment'],
    ])
  })

  test('NHS: labelled comments without a score', async () => {
    const columns = await profiles(dataFile('nhs-patient-feedback-coded/text_data.csv'))
    expect(rolesOf(columns, 'comment')).toEqual(['feedback'])
    expect(rolesOf(columns, 'score')).toEqual([])
  })
})

const table = (header: string, row: (at: number) => string, rows = 120): SourceFile =>
  textFile(`${header}\n${Array.from({ length: rows }, (_, at) => row(at)).join('\n')}\n`)

describe('roles', () => {
  test('a business export', async () => {
    const header = 'Response ID,Customer ID,Email,Submitted at,NPS,NPS_NPS_GROUP,Why that score?,Account name,Plan,Tenure (months),Zip'
    const words = ['slow', 'support', 'is', 'very', 'kind', 'and', 'prices', 'rise']
    const sentence = (at: number): string => words.map((_, word) => words[(at * (word + 3) + word) % words.length]).join(' ') + ` ${at}`
    const columns = await profiles(
      table(header, (at) =>
        [`R${at}`, `C${at % 40}`, `a${at}@example.com`, `2026-0${(at % 9) + 1}-11`, at % 11, (at % 3) + 1, sentence(at), `Firm ${at % 60}`, ['Free', 'Pro'][at % 2], at % 90, `0${1000 + at}`].join(),
      ),
    )
    expect(columns.map((column) => column.role)).toEqual([
      'id', 'respondent', 'person', 'date', 'score', 'segment', 'comment', 'account', 'segment', 'tenure', 'ignore',
    ])
    expect(columns.map((column) => column.kind)).toEqual([
      'id', 'id', 'text', 'date', 'score', 'number', 'text', 'category', 'category', 'number', 'text',
    ])
  })

  test('a Korean export', async () => {
    const header = '응답 ID,제출일시,추천 의향 (0~10),그 이유를 말씀해 주세요,업종,가입 기간,고객번호,이메일'
    const columns = await profiles(
      table(header, (at) =>
        [`N${at}`, `2026. 9. ${(at % 28) + 1} 오후 2:34:56`, at % 11, `배송이 ${at}번 늦어서 아쉬웠어요`, ['금융', '제조', '유통'][at % 3], ['1년 미만', '1~2년'][at % 2], `K${at % 50}`, `a${at}@b.kr`].join(),
      ),
    )
    expect(columns.map((column) => column.role)).toEqual(['id', 'date', 'score', 'comment', 'segment', 'tenure', 'respondent', 'person'])
  })

  test.each(['Comment', 'Why?', '의견', 'Your feedback'])('a few short answers under "%s" are comments', async (header) => {
    const columns = await profiles(textFile(`NPS,${header}\n9,good\n3,bad\n10,good\n2,너무 느려요\n7,\n`))
    expect(rolesOf(columns, 'comment')).toEqual([header])
  })

  test('reasons chosen from a list are a segment', async () => {
    const columns = await profiles(table('id,NPS,Reason', (at) => `${at},${at % 11},${['Price', 'Service', 'Quality'][at % 3]}`))
    expect(rolesOf(columns, 'segment')).toEqual(['Reason'])
  })

  test.each([
    ['how many years', 'How many years have you used it?'],
    ['an age', 'Age'],
    ['a duration', 'Duration (in seconds)'],
    ['a group', 'NPS group'],
  ])('%s is no score', async (_, header) => {
    const columns = await profiles(table(`id,${header}`, (at) => `${at},${at % 11}`))
    expect(rolesOf(columns, 'score')).toEqual([])
  })

  test.each(['Annual revenue', 'Seats', 'Number of employees', '연 매출', '직원수', '나이'])('numbers under “%s” tell customers apart, however many there are', async (header) => {
    const columns = await profiles(table(`NPS,${header},Request,id`, (at) => `${at % 11},${at * 7 + 1},${at * 3},${at}`))
    expect(columns.map((column) => column.role)).toEqual(['score', 'segment', 'ignore', 'id'])
  })

  test.each(['Contract date', 'Renewal date', '계약일', '최초 구매일'])('days under “%s” are not those of the answer, and tell customers apart', async (header) => {
    const day = (at: number): string => `2025-0${1 + (at % 9)}-1${at % 9}`
    const columns = await profiles(table(`NPS,${header},Submitted at`, (at) => `${at % 11},${day(at * 5)},${day(at)}`))
    expect(columns.map((column) => [column.role, column.kind])).toEqual([['score', 'score'], ['segment', 'date'], ['date', 'date']])
    expect((await profiles(table(`NPS,${header}`, (at) => `${at % 11},${day(at)}`)))[1]!.role).toBe('segment')
  })

  test('0/1 columns and codes are no scores; a column that uses all of 0-10 is', async () => {
    const columns = await profiles(table('Q1,Q2,Q3', (at) => `${at % 2},${at % 11},${(at % 3) + 1}`))
    expect(columns.map((column) => column.role)).toEqual(['segment', 'score', 'segment'])
  })

  test('the recommend question wins over a rating', async () => {
    const columns = await profiles(table('Rating,Would you recommend us?', (at) => `${at % 11},${at % 11}`))
    expect(columns.map((column) => [column.role, column.kind])).toEqual([
      ['segment', 'number'],
      ['score', 'score'],
    ])
  })

  test('cells that would change when read as numbers stay text', async () => {
    const columns = await profiles(table('a,b,c,d', (at) => `${`00${at % 7}`},${10n ** 17n + BigInt(at % 5)},${at % 5}.50,${at}`))
    expect(columns.map((column) => column.kind)).toEqual(['category', 'category', 'category', 'number'])
  })

  test('several answers in a cell', async () => {
    const options = ['Excel', 'Python', 'SQL', 'R']
    const columns = await profiles(table('Tools', (at) => `"${options.filter((_, bit) => ((at + 1) >> bit) % 2 === 1).join(', ') || 'None'}"`))
    expect(columns[0]).toMatchObject({ kind: 'multi' })
  })

  test('the rows of a grid keep what tells them apart', async () => {
    const columns = await profiles(dataFile('spack-user-survey/spack-user-survey-2020-responses.csv'))
    const names = columns.map(({ name }) => name)
    expect(names).toContain('Rank these TBD Spack… [Better compiler flag handling]')
    expect(names).toContain('How would you rate the overall quality of ... [Spack]')
    expect(names.filter((name) => / \(\d+\)$/.test(name))).toEqual([])
    for (const name of names) expect([...name].length).toBeLessThanOrEqual(60)
  })

  test('names are short and different, even where headers are not', async () => {
    const columns = await profiles(textFile(`Q,q,,"<b>Big</b>  one",${'word '.repeat(40)},${'word '.repeat(40)}\n1,2,3,4,5,6\n`))
    expect(columns.map((column) => column.name)).toEqual([
      'Q', 'q (2)', 'Column 3', 'Big one', expect.stringMatching(/^(word ){10,12}word…$/), expect.stringMatching(/… \(2\)$/),
    ])
    expect(columns[3]!.header).toBe('<b>Big</b>  one')
  })

  test('an id that Excel damaged is none', async () => {
    const columns = await profiles(table('Response ID,NPS', (at) => `1.2345E+${14 + (at % 80)},${at % 11}`))
    expect(rolesOf(columns, 'id')).toEqual([])
  })
})
