import { expect, it } from 'vitest'
import { planImport } from '../../../shared/ingest/plan-import'
import { recognisePreset } from '../../../shared/ingest/presets'
import { dataFile, must, profilesOf, read, textFile } from '../../helpers/survey-files'

it.each([
  ['qualtrics', 'StartDate,EndDate,Status,IPAddress,Progress,Finished,RecordedDate,ResponseId,Q1_NPS'],
  ['surveymonkey', 'Respondent ID,Collector ID,Start Date,End Date,IP Address'],
  ['surveymonkey', 'RespondentID,Do you ever recline your seat?'],
  ['typeform', '#,How likely are you to recommend us?,Response Type,Start Date (UTC),Submit Date (UTC),Network ID'],
  ['google-forms', '타임스탬프,추천 의향'],
  ['ms-forms', 'ID,Start time,Completion time,Email,Name,Q1'],
  ['limesurvey', 'id,submitdate,lastpage,startlanguage,Q1'],
  ['formbricks', 'No.,Response ID,Timestamp,Finished,Survey ID,Formbricks ID (internal),1. NPS'],
  ['jotform', 'Submission Date,Submission ID,Score'],
  ['alchemer', 'Time Started,Date Submitted,Status,Score'],
  ['questback', 'lfdn,external_lfdn,tester,dispcode,lastpage,v_300'],
  ['delighted', 'id,score,comment,Delighted Source,Delighted Device Type'],
  ['asknicely', 'response_id,name,email,answer,answerlabel,comment,responded,question_type'],
  ['retently', 'id,companyName,score,comment,ratingCategory,metricsType,isBogus'],
  ['satismeter', 'project,campaign,rating,category,feedback,created,dismissed,pending'],
  ['hubspot', 'hs_value,hs_content,hs_response_group,hs_survey_type'],
  ['hubspot', 'Rating,Response,Sentiment,Survey Type,Survey Name,Date'],
  [null, '#,Score,Token,Submitted at'],
  [null, 'id,score,comment,hs_value'],
])('%s has %s', (name, headers) => {
  expect(recognisePreset(headers.split(','))?.name ?? null).toBe(name)
})

it('a Salesforce report is known by its footer', async () => {
  const table = must(await read(textFile('Account,NPS,Why\nA,9,good\nB,3,bad\n\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n')))
  expect(table).toMatchObject({ preset: 'salesforce', rows: 2 })
  expect(must(await read(dataFile('re-encoded/r_english_2018_salesforce_footer.csv'))).preset).toBe('google-forms')
})

const asidesOf = async (text: string) => {
  const table = must(await read(textFile(text)))
  const plan = must(planImport(table, await profilesOf(table), {}, { ids: new Set() }))
  return { asides: [...plan.asides], scale: plan.score?.scale }
}

it('NPS, CSAT and CES in one score column: only NPS is taken', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => [`${at % 11},fine,NPS`, `${at % 3},ok,CSAT`, `${(at % 7) + 1},easy,CES`]).flat()
  const { asides, scale } = await asidesOf(`hs_value,hs_content,hs_survey_type\n${rows.join('\n')}\n`)
  expect(scale).toBe('0-10')
  expect(asides).toHaveLength(80)
  expect(asides.slice(0, 2)).toEqual([[1, 'other-survey'], [2, 'other-survey']])
})

it('a file of other surveys only is not emptied', async () => {
  const { asides } = await asidesOf('score,comment,survey_type\n4,fine,CSAT\n5,good,CSAT\n')
  expect(asides).toEqual([])
})

it('surveys that were sent and never answered are set aside', async () => {
  const { asides } = await asidesOf('response_id,answer,answerlabel,responded,question_type\n1,9,Promoter,1790000000,nps\n2,,,0,nps\n')
  expect(asides).toEqual([[1, 'unanswered']])
})
