import { expect, it } from 'vitest'
import { dataFile, plan } from '../../helpers/survey-files'

type Row = readonly [
  file: string,
  encoding: string | null,
  delimiter: string | null,
  headerRows: number,
  rows: number,
  preset: string | null,
  score: string | null,
  scale: string | null,
]

/** Every real export of the shared data that holds survey rows, and what it is. */
const FILES: readonly Row[] = [
  ['carpentries-nps/2020_carpentryconhome_raw.csv', 'utf-8', ',', 1, 124, null, 'nps', '0-10'],
  ['carpentries-nps/longterm_October2017.csv', 'utf-8', ',', 1, 476, null, 'Likely-To-Recommend', '0-10'],
  ['fivethirtyeight-surveymonkey/StarWars.csv', 'windows-1252', ',', 2, 1186, 'surveymonkey', null, null],
  ['fivethirtyeight-surveymonkey/flying-etiquette.csv', 'utf-8', ',', 1, 1040, 'surveymonkey', null, null],
  ['fivethirtyeight-surveymonkey/poll-of-pollsters-anonymous-answers-7.tsv', 'macintosh', '\t', 2, 20, 'surveymonkey', null, null],
  ['fivethirtyeight-surveymonkey/thanksgiving-2015-poll-data.csv', 'utf-8', ',', 1, 1058, 'surveymonkey', null, null],
  ['jupyter-surveys/2016-05-education-survey-responses.csv', 'utf-8', ',', 1, 125, 'google-forms', null, null],
  ['jupyter-surveys/20160115235816-SurveyExport.csv', 'utf-8', ',', 1, 1706, 'alchemer', null, null],
  ['jupyter-surveys/JOINED_difficult_aspects_verbatim_themes.csv', 'utf-8', ',', 1, 513, null, null, null],
  ['jupyter-surveys/JOINED_hinderances_verbatim_themes.csv', 'utf-8', ',', 1, 763, null, null, null],
  ['jupyter-surveys/JOINED_pleasant_aspects_verbatim_themes.csv', 'utf-8', ',', 1, 580, null, null, null],
  ['jupyter-surveys/difficult_aspects_themes.csv', 'utf-8', ';', 1, 513, null, null, null],
  ['jupyter-surveys/hinderances_themes.csv', 'utf-8', ';', 1, 763, null, null, null],
  ['jupyter-surveys/pleasant_aspects_themes.csv', 'utf-8', ';', 1, 580, null, null, null],
  ['limesurvey-artifact-evaluation/AEC-Survey-AE1.xlsx', null, null, 1, 256, null, null, null],
  ['limesurvey-artifact-evaluation/AEC-Survey-AE2.xlsx', null, null, 1, 256, null, null, null],
  ['limesurvey-artifact-evaluation/AEC-Survey-G4.xlsx', null, null, 1, 256, null, null, null],
  ['limesurvey-artifact-evaluation/survey-questions.xlsx', null, null, 1, 40, null, null, null],
  ['napire2018-coded/napire_truth.csv', 'utf-8', ';', 1, 488, null, null, null],
  ['napire2018-coded/v_277_with_246_total_365_coded.csv', 'windows-1252', ';', 1, 366, null, null, null],
  ['napire2018-coded/v_27_reasons_relationship_good_102_coded.csv', 'windows-1252', ';', 1, 171, null, null, null],
  ['napire2018-coded/v_282_with_246_total_334_coded.csv', 'windows-1252', ';', 1, 342, null, null, null],
  ['napire2018-coded/v_343_compatibility_129_coded.csv', 'utf-8', ';', 1, 158, null, null, null],
  ['napire2018-coded/v_350_usability_188_coded.csv', 'utf-8', ';', 1, 236, null, null, null],
  ['nhs-patient-feedback-coded/text_data.csv', 'utf-8', ',', 1, 10334, null, null, null],
  ['nsmc-naver-movie/nsmc_20k_dev.csv', 'utf-8', ',', 1, 20000, null, 'rating', '1-10'],
  ['qualtrics-export-fixtures/Multiple_Answer_MC_Questions (Insights).csv', 'utf-8', ',', 3, 5, 'qualtrics', null, null],
  ['qualtrics-export-fixtures/Multiple_Answer_MC_Questions.csv', 'utf-8', ',', 2, 5, 'qualtrics', null, null],
  ['qualtrics-export-fixtures/Q5 Coded.xlsx', null, null, 1, 5, null, null, null],
  ['qualtrics-export-fixtures/Sample_Survey (Insights).csv', 'utf-8', ',', 3, 5, 'qualtrics', null, null],
  ['qualtrics-export-fixtures/Sample_Survey.csv', 'utf-8', ',', 2, 5, 'qualtrics', null, null],
  ['qualtrics-export-fixtures/Test_Survey_for_Coded_Comments.csv', 'utf-8', ',', 3, 10, 'qualtrics', null, null],
  ['r-community-survey-nps/2018-english-responses.tsv', 'utf-8', '\t', 1, 3062, 'google-forms', 'How likely are you to recommend R to a colleague, friend…', '1-10'],
  ['r-community-survey-nps/2018-spanish-responses.tsv', 'utf-8', '\t', 1, 295, 'google-forms', '¿Qué tan probable es que recomiendes R a un colega, amiga/o…', '1-10'],
  ['r-community-survey-nps/2019 Spanish R Community Survey Responses.csv', 'utf-8', ',', 1, 338, 'google-forms', '¿Qué tan probable es que recomiendes R a un colega, amiga/o…', '1-10'],
  ['r-community-survey-nps/2019 Spanish R Community Survey Responses.xlsx', null, null, 1, 338, 'google-forms', '¿Qué tan probable es que recomiendes R a un colega, amiga/o…', '1-10'],
  ['re-encoded/late_korean_cp949.csv', 'cp949', ',', 1, 20050, null, 'score', '0-10'],
  ['re-encoded/late_korean_utf8.csv', 'utf-8', ',', 1, 20050, null, 'score', '0-10'],
  ['re-encoded/nsmc_2000_utf16le_bom_tab.txt', 'utf-16le', '\t', 1, 2000, null, 'rating', '1-10'],
  ['re-encoded/nsmc_2000_utf16le_nobom_comma.csv', 'utf-16le', ',', 1, 2000, null, 'rating', '1-10'],
  ['re-encoded/nsmc_3000_cp949.csv', 'cp949', ',', 1, 3000, null, 'rating', '1-10'],
  ['re-encoded/r_english_2018_salesforce_footer.csv', 'utf-8', ',', 1, 1500, 'google-forms', 'How likely are you to recommend R to a colleague, friend…', '1-10'],
  ['re-encoded/r_spanish_2018_cp1252_semicolon_CRLF.csv', 'windows-1252', ';', 1, 295, 'google-forms', '¿Qué tan probable es que recomiendes R a un colega, amiga/o…', '1-10'],
  ['spack-user-survey/spack-user-survey-2020-responses.csv', 'utf-8', ',', 1, 170, 'google-forms', null, null],
  ['spack-user-survey/spack-user-survey-2020-responses.xlsx', null, null, 1, 170, 'google-forms', null, null],
  ['spack-user-survey/spack-user-survey-2021-responses.csv', 'utf-8', ',', 1, 179, 'google-forms', null, null],
  ['spack-user-survey/spack-user-survey-2021-responses.xlsx', null, null, 1, 179, 'google-forms', null, null],
]

it.each(FILES)('%s', async (file, encoding, delimiter, headerRows, rows, preset, score, scale) => {
  const planned = await plan(dataFile(file))
  const found = planned.score && planned.columns.find(({ index }) => index === planned.score!.index)!.name
  const { table } = planned
  expect([table.encoding, table.delimiter, table.headerRows, table.rows, table.preset, found, planned.score?.scale ?? null]).toEqual([
    encoding,
    delimiter,
    headerRows,
    rows,
    preset,
    score,
    scale,
  ])
})
