import { expect, test } from 'vitest'
import { viewPlan } from '../../../shared/ingest/plan-view'
import { ASIDE_CODES, REJECT_CODES } from '../../../shared/ingest/types'
import { CATALOGUES } from '../../../shared/locale/translate'
import { plan, textFile } from '../../helpers/survey-files'

const HEADER = 'StartDate,EndDate,Status,Finished,ResponseId,Q1_NPS\n'
const row = (id: string, { status = 'IP Address', finished = 'True', score = '9' } = {}): string =>
  `2026-01-01,2026-01-01,${status},${finished},${id},${score}`

test('the first rows of each fate are there, with why', async () => {
  const rows = [
    row('R_1'),
    row('R_2', { finished: 'False' }),
    row('R_1'),
    row('R_3', { score: 'eleven' }),
    row('R_4', { status: 'Survey Preview' }),
    row('R_9'),
  ]
  const planned = await plan(textFile(HEADER + rows.join('\n')), { roles: { 6: 'score' } }, ['R_9'])
  const { samples } = viewPlan(planned)
  const said = (fate: keyof typeof samples) => samples[fate].map(({ line, reason }) => [line, reason])
  expect(said('accepted')).toEqual([
    [2, null],
    [5, { code: 'invalid-score' }],
  ])
  expect(said('set-aside')).toEqual([
    [3, { code: 'unfinished' }],
    [6, { code: 'preview' }],
  ])
  expect(said('duplicate')).toEqual([
    [4, { code: 'repeats', line: 2 }],
    [7, { code: 'there' }],
  ])
  expect(samples['duplicate'][0]?.cells).toContain('R_1')
})

test('samples reach rows that stand far behind the first ones, and are few', async () => {
  const rows = Array.from({ length: 500 }, (_, at) => `r${at < 400 ? at : 0},${at % 11},Finance,fine`)
  const planned = await plan(textFile(`Response ID,Score,Industry,Why\n${rows.join('\n')}\nTotal,,,\n`))
  const { samples, counts, preview } = viewPlan(planned)
  expect(counts).toMatchObject({ accepted: 400, duplicates: 100, rejected: 1 })
  expect(preview.every(({ fate }) => fate === 'accepted')).toBe(true)
  expect(samples.duplicate.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, at) => 402 + at))
  expect(samples.rejected).toMatchObject([{ line: 502, fate: 'rejected', reason: { code: 'footer' } }])
  expect(samples['set-aside']).toEqual([])
})

test('every reason has words', () => {
  for (const code of [...REJECT_CODES, ...ASIDE_CODES, 'there', 'repeats', 'invalid-score'] as const)
    for (const locale of ['en', 'ko'] as const) expect(CATALOGUES[locale][`reason.${code}`]).toBeTruthy()
})
