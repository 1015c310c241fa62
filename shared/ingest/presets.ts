/** How the export of one survey tool is recognised, and what its columns say about a response being complete. */
export interface Preset {
  readonly name: string
  /** All of these headers are there (compared with `headerKey`). */
  readonly headers?: readonly string[]
  /** The first header is one of these. */
  readonly first?: readonly string[]
  /** At least two headers start like this. */
  readonly prefix?: string
  /** Cells of `header` that say a response is set aside, and why. */
  readonly asides?: readonly AsideRule[]
}

export interface AsideRule {
  readonly header: string
  readonly cells: RegExp
  readonly code: 'unfinished' | 'preview' | 'spam' | 'unanswered'
}

/**
 * Ordered from the most particular to the least. The first nine are verified on real exports or in the tools' own source;
 * of Delighted, AskNicely, Retently, SatisMeter and HubSpot only the names of the fields are.
 */
export const PRESETS: readonly Preset[] = [
  {
    name: 'qualtrics',
    headers: ['startdate', 'enddate', 'finished', 'responseid'],
    asides: [
      { header: 'status', cells: /^(survey preview|survey test|1|2)$/i, code: 'preview' },
      { header: 'status', cells: /^(spam|possible spam|8|9)$/i, code: 'spam' },
      { header: 'finished', cells: /^(false|0|no)$/i, code: 'unfinished' },
    ],
  },
  {
    name: 'formbricks',
    headers: ['no.', 'responseid', 'surveyid', 'finished'],
    asides: [{ header: 'finished', cells: /^no$/i, code: 'unfinished' }],
  },
  {
    name: 'typeform',
    headers: ['#', 'networkid', 'submitdate(utc)'],
    asides: [{ header: 'responsetype', cells: /^(?!completed$).+/i, code: 'unfinished' }],
  },
  {
    name: 'alchemer',
    headers: ['timestarted', 'datesubmitted', 'status'],
    asides: [{ header: 'status', cells: /^(partial|abandoned|disqualified)$/i, code: 'unfinished' }],
  },
  {
    name: 'limesurvey',
    headers: ['id', 'submitdate', 'lastpage'],
    asides: [{ header: 'submitdate', cells: /^$/, code: 'unfinished' }],
  },
  {
    name: 'limesurvey',
    headers: ['responseid', 'datesubmitted', 'lastpage'],
    asides: [{ header: 'datesubmitted', cells: /^$/, code: 'unfinished' }],
  },
  { name: 'surveymonkey', headers: ['respondentid', 'collectorid'] },
  { name: 'surveymonkey', first: ['respondentid'] },
  { name: 'questback', headers: ['lfdn', 'dispcode'], asides: [{ header: 'tester', cells: /^1$/, code: 'preview' }] },
  { name: 'delighted', prefix: 'delighted' },
  {
    name: 'asknicely',
    headers: ['answerlabel', 'question_type'],
    asides: [{ header: 'responded', cells: /^0?$/, code: 'unanswered' }],
  },
  {
    name: 'retently',
    headers: ['ratingcategory', 'metricstype'],
    asides: [{ header: 'isbogus', cells: /^(true|1|yes)$/i, code: 'spam' }],
  },
  {
    name: 'satismeter',
    headers: ['rating', 'category', 'feedback', 'dismissed'],
    asides: [
      { header: 'dismissed', cells: /^(true|1)$/i, code: 'unanswered' },
      { header: 'pending', cells: /^(true|1)$/i, code: 'unanswered' },
    ],
  },
  { name: 'hubspot', headers: ['hs_value'], prefix: 'hs_' },
  { name: 'hubspot', headers: ['rating', 'sentiment', 'surveytype', 'surveyname'] },
  { name: 'ms-forms', headers: ['id', 'starttime', 'completiontime'] },
  { name: 'jotform', headers: ['submissiondate', 'submissionid'] },
  { name: 'google-forms', first: ['timestamp', '타임스탬프', 'marcatemporal', 'horodateur', 'zeitstempel'] },
]

/** A header as presets compare it: tags and white space out, one width, lower case. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, '')
    .toLowerCase()

/** The tool whose export has these headers, or null. */
export function recognisePreset(headers: readonly string[]): Preset | null {
  const keys = headers.map(headerKey)
  const known = new Set(keys)
  return (
    PRESETS.find(
      (preset) =>
        (preset.headers?.every((header) => known.has(header)) ?? true) &&
        (preset.first?.includes(keys[0] ?? '') ?? true) &&
        (preset.prefix === undefined || keys.filter((key) => key.startsWith(preset.prefix!)).length > 1),
    ) ?? null
  )
}
