import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsToStore } from '../../../shared/ingest/commit-rows'
import { countPlan } from '../../../shared/ingest/plan-counts'
import { viewPlan } from '../../../shared/ingest/plan-view'
import { planImport } from '../../../shared/ingest/plan-import'
import { ASIDE_CODES, NO_SCORE, REJECT_CODES, WARNING_CODES } from '../../../shared/ingest/types'
import { CATALOGUES, translator } from '../../../shared/locale/translate'
import { cellAt, lengthOf } from '../../../shared/table/column'
import { dataFile, groups, must, plan, profilesOf, read, textFile } from '../../helpers/survey-files'

const R_2019 = 'r-community-survey-nps/2019 Spanish R Community Survey Responses'

describe('published results', () => {
  test.each([
    ['carpentries-nps/longterm_October2017.csv', 'Likely-To-Recommend', '0-10', [215, 118, 69], 476, 74],
    ['r-community-survey-nps/2018-english-responses.tsv', /^How likely are you to recommend R/, '1-10', [2294, 577, 130], 3062, 61],
    ['r-community-survey-nps/2018-spanish-responses.tsv', /^¿Qué tan probable es que recomiendes R/, '1-10', [184, 58, 18], 295, 35],
    ['re-encoded/r_spanish_2018_cp1252_semicolon_CRLF.csv', /^¿Qué tan probable es que recomiendes R/, '1-10', [184, 58, 18], 295, 35],
    [`${R_2019}.csv`, /recomiendes R/, '1-10', [270, 46, 15], 338, 7],
    [`${R_2019}.xlsx`, /recomiendes R/, '1-10', [270, 46, 15], 338, 7],
    ['nsmc-naver-movie/nsmc_20k_dev.csv', 'rating', '1-10', [10650, 3905, 5445], 20000, 0],
  ])('%s', async (path, header, scale, wanted, accepted, missing) => {
    const planned = await plan(dataFile(path))
    expect(planned.columns[planned.score!.index - 1]!.header).toMatch(header)
    expect(planned.score!.scale).toBe(scale)
    expect(groups(planned)).toEqual(wanted)
    expect(viewPlan(planned)).toMatchObject({ counts: { accepted, rejected: 0 }, missingScores: missing, invalidScores: 0 })
    expect(planned.warnings.some((warning) => warning.code === 'scale-not-nps')).toBe(scale !== '0-10')
  })

  test('the second recommend question, when told so', async () => {
    const planned = await plan(dataFile(`${R_2019}.csv`), { roles: { 38: 'score' } })
    expect(groups(planned)).toEqual([79, 50, 35])
    expect(planned.columns.filter((column) => column.role === 'score').map((column) => column.index)).toEqual([38])
  })

  test('several scores are pointed out', async () => {
    const { warnings } = await plan(dataFile(`${R_2019}.csv`))
    expect(warnings.find((warning) => warning.code === 'several-scores')?.params['count']).toBe(1)
  })

  test('dates of NSMC', async () => {
    const planned = await plan(dataFile('nsmc-naver-movie/nsmc_20k_dev.csv'))
    expect(planned.answered[0]).toBe(Date.UTC(2003, 10, 21) / 1000)
    expect(planned.answered.some(Number.isNaN)).toBe(false)
  })
})

const SURVEY = 'Response ID,Date,NPS,Comment\n'

describe('the fate of rows', () => {
  test('missing and invalid scores are told apart, and both are accepted', async () => {
    const planned = await plan(textFile(`${SURVEY}a,2026-01-01,10,x y\nb,2026-01-02,N/A,x\nc,2026-01-03,,\nd,2026-01-04,11,\ne,2026-01-05,8.5,\nf,,0,\n`))
    expect([...planned.scores]).toEqual([10, NO_SCORE, NO_SCORE, NO_SCORE, NO_SCORE, 0])
    expect(planned.invalidScores).toEqual([
      { line: 5, text: '11' },
      { line: 6, text: '8.5' },
    ])
    expect(viewPlan(planned)).toMatchObject({
      counts: { accepted: 6, scored: 2, rejected: 0, duplicates: 0, setAside: 0 },
      invalidScores: 2,
      missingScores: 2,
      problems: [{ code: 'invalid-score', count: 2, lines: [5, 6] }],
    })
    expect(planned.answered[5]).toBeNaN()
  })

  test('duplicates in the file and in the project; blank ids are none', async () => {
    const text = `${SURVEY}a,,1,\nb,,2,\n a ,,3,\n,,4,\n,,5,\nz,,6,\nb,,7,\n`
    const planned = await plan(textFile(text), {}, ['z'])
    expect([...planned.duplicateOf]).toEqual([
      [2, 2],
      [5, 0],
      [6, 3],
    ])
    expect(countPlan(planned)).toMatchObject({ accepted: 4, duplicates: 3, scored: 4 })
    expect(rowsToStore(planned).leftOut.map(({ line, fate, repeats, cells }) => [line, fate, repeats, cells[2]])).toEqual([
      [4, 'duplicate', 2, '3'],
      [7, 'duplicate', null, '6'],
      [8, 'duplicate', 3, '7'],
    ])
  })

  test('the same id in another Unicode form', async () => {
    const planned = await plan(textFile(`${SURVEY}é1,,1,\ne\u03011,,2,\nx,,3,\n`))
    expect(planned.duplicateOf.size).toBe(1)
  })

  test('equal rows without an id are kept', async () => {
    const planned = await plan(textFile('NPS,Comment\n9,good\n9,good\n0,bad\n'))
    expect(countPlan(planned)).toMatchObject({ accepted: 3, duplicates: 0 })
  })

  test('unfinished and preview answers are set aside, and do not count as first', async () => {
    const text =
      'StartDate,EndDate,Status,Finished,ResponseId,Q1_NPS\n' +
      '2026-01-01,2026-01-01,IP Address,False,r1,3\n2026-01-02,2026-01-02,IP Address,True,r1,9\n' +
      '2026-01-02,2026-01-02,Survey Preview,True,r2,9\n2026-01-02,2026-01-03,Spam,True,r3,0\n2026-01-05,2026-01-05,IP Address,True,r4,7\n'
    const planned = await plan(textFile(text))
    expect([...planned.asides]).toEqual([
      [0, 'unfinished'],
      [2, 'preview'],
      [3, 'spam'],
    ].toSorted((a, b) => [...planned.asides.keys()].indexOf(a[0] as number) - [...planned.asides.keys()].indexOf(b[0] as number)))
    expect(countPlan(planned)).toMatchObject({ accepted: 2, setAside: 3, duplicates: 0, scored: 2 })
    expect([...rowsToStore(planned).asides].toSorted(([a], [b]) => a - b)).toEqual([[0, 'unfinished'], [2, 'preview'], [3, 'spam']])
  })

  test('without scores the comments can still be imported', async () => {
    const planned = await plan(dataFile('nhs-patient-feedback-coded/text_data.csv'))
    expect(planned.score).toBeNull()
    expect(planned.warnings.map((warning) => warning.code)).toContain('no-score')
    expect(countPlan(planned)).toMatchObject({ accepted: 10334, scored: 0, commented: 10334 })
  })

  test('a role for a column that is not there', async () => {
    const table = must(await read(textFile(`${SURVEY}a,,1,\n`)))
    const result = planImport(table, await profilesOf(table), { roles: { 9: 'score' } }, { ids: new Set() })
    expect(result).toMatchObject({ ok: false, fault: { code: 'unknown-column' } })
  })

  test('the order of the dates is the user’s to say', async () => {
    const file = textFile('NPS,Date\n9,03/04/2026\n8,05/06/2026\n')
    const dayOf = ({ answered }: { readonly answered: Float64Array }) => new Date(answered[0]! * 1000).toISOString().slice(0, 10)
    const guessed = await plan(file)
    expect(guessed.warnings.map(({ code }) => code)).toContain('ambiguous-date')
    const [first, second] = [await plan(file, { dateOrder: 'mdy' }), await plan(file, { dateOrder: 'dmy' })]
    expect([dayOf(first), dayOf(second)]).toEqual(['2026-03-04', '2026-04-03'])
    for (const told of [first, second]) expect(told.warnings.map(({ code }) => code)).not.toContain('ambiguous-date')
  })

  test('rows that the tool marks are imported all the same, by reason, and may then be duplicates', async () => {
    const head = 'StartDate,EndDate,Status,Finished,ResponseId,Q1_NPS\n'
    const rows = ['IP Address,False,r1,3', 'IP Address,True,r1,9', 'Survey Preview,True,r2,9', 'Spam,True,r3,0']
    const file = textFile(head + rows.map((row) => `2026-01-01,2026-01-02,${row}\n`).join(''))
    const marked = { unfinished: 1, preview: 1, spam: 1 }
    expect(await plan(file)).toMatchObject({ marked, asides: new Map([[0, 'unfinished'], [2, 'preview'], [3, 'spam']]) })
    const told = await plan(file, { include: ['unfinished', 'spam'] })
    expect(told.marked).toEqual(marked)
    expect([...told.asides]).toEqual([[2, 'preview']])
    // The finished answer is the one that counts.
    expect([...told.duplicateOf]).toEqual([[0, 3]])
    expect(countPlan(told)).toMatchObject({ accepted: 2, setAside: 1, duplicates: 1 })
    expect(viewPlan(told).marked).toEqual([
      { code: 'unfinished', count: 1, included: true },
      { code: 'preview', count: 1, included: false },
      { code: 'spam', count: 1, included: true },
    ])
  })

  test('short names are the user’s to say, unless another column has them', async () => {
    const file = textFile('How likely are you to recommend us?,"<p>Why?</p>",Plan\n9,good,Pro\n8,bad,Free\n')
    const { columns } = await plan(file, { names: { 1: 'NPS', 2: ' Reason ', 3: 'nps' } })
    expect(columns.map(({ name, header }) => [name, header])).toEqual([
      ['NPS', 'How likely are you to recommend us?'],
      ['Reason', '<p>Why?</p>'],
      ['Plan', 'Plan'],
    ])
  })

  test.each([
    ['Submitted at', ['3 days ago', 'an hour ago', 'yesterday'], '3 days ago'],
    ['작성일', ['어제', '3일 전', '2시간 전', '방금 전'], '3일 전'],
    ['Updated', ['about 2 weeks ago', 'Today', 'last month'], 'about 2 weeks ago'],
  ])('%s: time seen from an unknown day is no date', async (header, cells, example) => {
    const rows = Array.from({ length: 30 }, (_, at) => `r${at},${at % 11},${cells[at % cells.length]}`)
    const planned = await plan(textFile(`id,NPS,${header}\n${rows.join('\n')}\n`))
    expect(planned.columns[2]).toMatchObject({ role: 'ignore' })
    expect(planned.answered.every(Number.isNaN)).toBe(true)
    expect(planned.warnings).toContainEqual({ code: 'relative-dates', params: { column: header, example } })
  })

  test('SurveyMonkey without ids of respondents is known by its second row', async () => {
    const text =
      'How likely is it that you would recommend us?,What could we do better?,Which do you use?,,,How old are you?\n' +
      'Response,Open-Ended Response,App,Web,Other (please specify),Response\n' +
      Array.from({ length: 12 }, (_, at) => `${['Not at all likely - 0', '5', 'Extremely likely - 10'][at % 3]},it is slow on ${at} days,App,,,${['18-29', '30-44'][at % 2]}\n`).join('')
    const planned = await plan(textFile(text))
    expect(planned.table).toMatchObject({ preset: 'surveymonkey', headerRows: 2, rows: 12 })
    expect(planned.columns.map(({ header }) => header).slice(2, 5)).toEqual(['Which do you use? - App', 'Which do you use? - Web', 'Which do you use? - Other (please specify)'])
    expect([...planned.scores].slice(0, 3)).toEqual([0, 5, 10])
    const single = await plan(textFile('Recommend us? (0-10),Why?\nResponse,Open-Ended Response\n9,good work\n3,slow app\n'))
    expect(single.table).toMatchObject({ preset: 'surveymonkey', headerRows: 2, rows: 2 })
  })

  const monkey = (metadata: string, questions: string, labels: string): string =>
    [
      `${metadata},${questions}`,
      `${','.repeat(metadata.split(',').length)}${labels}`,
      ...Array.from({ length: 12 }, (_, at) => `1180522190${10 + at},446111201,${(at % 9) + 1}/2${at % 9}/2026 10:0${at % 10}:00,,${at % 11},it is slow on ${at} days,App,,`),
    ].join('\n')

  test.each([
    ['German', 'Befragten-ID,Collector-ID,Anfangsdatum,Vorname', 'Würden Sie uns empfehlen?,Warum?,Was nutzen Sie?,,', 'Antwort,Offene Antwort,App,Web,Sonstiges'],
    ['Spanish', 'ID,Recopilador,Fecha de inicio,Nombre', '¿Nos recomendaría?,¿Por qué?,¿Qué usa?,,', 'Respuesta,Respuesta abierta,App,Web,Otro'],
    ['French', 'ID,Collecteur,Date de début,Prénom', 'Nous recommanderiez-vous ?,Pourquoi ?,Qu’utilisez-vous ?,,', 'Réponse,Réponse libre,App,Web,Autre'],
    ['Japanese', '回答者,コレクター,開始日,名', '薦めますか,理由は何ですか,何を使いますか,,', '回答,自由回答,App,Web,その他'],
    ['Korean', '응답자 ID,수집기 ID,시작 일자,이름', '추천하시겠습니까? (0-10),이유는 무엇인가요?,무엇을 쓰시나요?,,', '응답,주관식 응답,App,Web,기타'],
  ])('SurveyMonkey in %s is known by the shape of its second row', async (_, metadata, questions, labels) => {
    const planned = await plan(textFile(monkey(metadata, questions, labels)))
    const [score, why, uses] = questions.split(',')
    const options = labels.split(',').slice(2)
    expect(planned.table).toMatchObject({ preset: 'surveymonkey', headerRows: 2, rows: 12 })
    expect(planned.table.headers).toEqual([...metadata.split(','), score, why, ...options.map((option) => `${uses} - ${option}`)])
  })

  test('SurveyMonkey in any language without a question of several columns', async () => {
    const rows = Array.from({ length: 5 }, (_, at) => `1180522190${10 + at},1/1${at}/2026 10:00,${at + 5},slow,fine`)
    const { table } = await plan(textFile(`ID,Datum,Würden Sie uns empfehlen?,Warum?,Sonst?\n,,Antwort,Offene Antwort,Offene Antwort\n${rows.join('\n')}\n`))
    expect(table).toMatchObject({ headerRows: 2, rows: 5 })
    expect(table.headers).toEqual(['ID', 'Datum', 'Würden Sie uns empfehlen?', 'Warum?', 'Sonst?'])
  })

  test('SurveyMonkey with many columns to a question has its questions above', async () => {
    const options = Array.from({ length: 20 }, (_, at) => `Option ${at}`)
    const rows = Array.from({ length: 8 }, (_, at) => `1180522190${10 + at},1/1${at}/2026 10:00,${options.map((option, column) => ((column + at) % 2 ? option : '')).join()}`)
    const { table } = await plan(textFile(`Respondent,When,Which do you know?${','.repeat(19)}\n,,${options.join()}\n${rows.join('\n')}\n`))
    expect(table).toMatchObject({ headerRows: 2, rows: 8, preset: 'surveymonkey' })
    expect(table.headers[3]).toBe('Which do you know? - Option 1')
  })

  test.each([
    ['a first answer without an id', 'Id,When,Score,Why?', [',1/2/2026,9,good', '11111,1/3/2026,8,fine', '11112,1/4/2026,8,fine', '11113,1/5/2026,8,fine']],
    ['a first answer without id and day', 'Id,When,Score,Why?', [',,9,good', '11111,1/3/2026,8,fine', '11112,1/4/2026,8,fine', '11113,1/5/2026,8,fine']],
    ['a first answer with gaps', 'Id,When,Team,Why?', [',,Sales,', '11111,1/3/2026,Sales,fine', '11112,1/4/2026,IT,fine', '11113,1/5/2026,IT,fine']],
    ['short numbers for ids', 'No,When,Team,Why?', [',,Sales,good', '1,1/3/2026,Sales,fine', '2,1/4/2026,IT,fine', '3,1/5/2026,IT,fine']],
    ['ids that repeat', 'Id,When,Team,Why?', [',,Sales,good', '11111,1/3/2026,Sales,fine', '11111,1/4/2026,IT,fine', '11113,1/5/2026,IT,fine']],
    ['no day in any column', 'Id,Plan,Team,Why?', [',,Sales,good', '11111,Pro,Sales,fine', '11112,Pro,IT,fine', '11113,Free,IT,fine']],
    ['answers that others give', 'Id,When,Team,Plan', [',,Sales,Pro', '11111,1/3/2026,Sales,Free', '11112,1/4/2026,IT,Pro', '11113,1/5/2026,IT,Pro']],
    ['answers of many kinds', 'Id,When,A,B,C,D', [',,one,two,three,four', '11111,1/3/2026,a,b,c,d', '11112,1/4/2026,a,b,c,d', '11113,1/5/2026,a,b,c,d']],
    ['few rows', 'Id,When,Team,Why?', [',,Sales,good', '11111,1/3/2026,Sales,fine']],
  ])('%s is no second header row', async (_, header, rows) => {
    const { table } = await plan(textFile(`${header}\n${rows.join('\n')}\n`))
    expect(table).toMatchObject({ headerRows: 1, rows: rows.length })
  })

  test('the user’s roles replace the proposals', async () => {
    const planned = await plan(textFile('NPS,Other,Said\n9,3,one\n8,4,two\n'), { roles: { 2: 'score', 3: 'comment' }, wave: 'W1', treatAsNps: true })
    expect(planned.columns.map((column) => column.role)).toEqual(['segment', 'score', 'comment'])
    expect(planned).toMatchObject({ wave: 'W1', treatAsNps: true, score: { index: 2, scale: '0-10' } })
  })
})

test('every line of the file is stored or left out, and the preview agrees', async () => {
  const row = fc.tuple(fc.constantFrom('', 'a', 'b', 'c', 'd'), fc.constantFrom('0', '7', '10', '', 'x', '11'), fc.constantFrom('', 'ok', 'bad, slow'))
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), fc.subarray(['a', 'b']), async (rows, known) => {
      const lines = rows.map(([id, score, comment]) => `${id},2026-01-01,${score},"${comment}"`)
      const planned = await plan(textFile(SURVEY + lines.join('\n')), { roles: { 1: 'id', 3: 'score', 4: 'comment' } }, known)
      const stored = rowsToStore(planned)
      const out = rowsToStore(planned).leftOut
      expect([...stored.lines, ...out.map(({ line }) => line)].toSorted((a, b) => a - b)).toEqual(rows.map((_, at) => at + 2))
      expect(stored.columns.map(lengthOf)).toEqual(Array.from({ length: 4 }, () => stored.rows))
      stored.lines.forEach((line, at) => {
        const [id, score, comment] = rows[line - 2]!
        expect(stored.columns.map((column) => cellAt(column, at))).toEqual([id, '2026-01-01', score, comment])
        expect(stored.scores[at]).toBe(['0', '7', '10'].includes(score) ? Number(score) : NO_SCORE)
      })
      const seen = new Set<string>(known)
      const firsts = rows.filter(([id]) => id === '' || (!seen.has(id) && seen.add(id)))
      const view = viewPlan(planned)
      expect(stored.rows).toBe(firsts.length)
      expect(view.counts.accepted).toBe(firsts.length)
      expect(view.counts.commented).toBe(firsts.filter(([, , comment]) => comment !== '').length)
      expect(view.counts.scored + view.missingScores + view.invalidScores).toBe(firsts.length)
      expect(view.preview.filter(({ fate }) => fate === 'duplicate').length).toBe(out.length)
    }),
    { seed: 20_260_706, numRuns: 300 },
  )
})

test('every warning and problem has words in both languages', () => {
  const problems = [...REJECT_CODES, ...ASIDE_CODES, 'duplicate', 'invalid-score'] as const
  const params = { scale: '1-10', column: 'A', others: 'B', count: 2, order: 'dmy', wave: 'W', file: 'f.csv', encoding: 'windows-1252', before: '1-5', after: '0-10', line: 9, example: '3 days ago', unit: 'years', low: 1, high: 9, size: 300, limit: 512 }
  for (const locale of ['en', 'ko'] as const) {
    const translate = translator(locale)
    for (const code of WARNING_CODES) expect(translate(`warning.${code}`, params)).toMatch(/[.]$/)
    for (const code of problems) expect(CATALOGUES[locale][`problem.${code}`]).toBeTruthy()
  }
  expect(translator('en')('warning.ambiguous-date', params)).toContain('day/month/year')
})
