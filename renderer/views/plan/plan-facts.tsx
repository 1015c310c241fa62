import type { ColumnProfile } from '../../../shared/ingest/types'
import { DATE_ORDERS, ENCODINGS } from '../../../shared/model/role'
import type { MessageKey } from '../../../shared/locale/translate'
import type { PlanState } from '../../app/session'
import { useCommands, useWords } from '../../app/context'
import { Select, type SelectOption } from '../../parts/select'
import { TextField } from '../../parts/text-field'

const DELIMITERS: ReadonlyMap<string, MessageKey> = new Map([
  ['\t', 'plan.delimiter.tab'],
  [',', 'plan.delimiter.comma'],
  [';', 'plan.delimiter.semicolon'],
  ['|', 'plan.delimiter.pipe'],
])
/** The names of survey tools are the same in every language. */
const TOOLS: ReadonlyMap<string, string> = new Map([
  ['alchemer', 'Alchemer'],
  ['asknicely', 'AskNicely'],
  ['delighted', 'Delighted'],
  ['earshot', 'Earshot'],
  ['formbricks', 'Formbricks'],
  ['google-forms', 'Google Forms'],
  ['hubspot', 'HubSpot'],
  ['jotform', 'Jotform'],
  ['limesurvey', 'LimeSurvey'],
  ['ms-forms', 'Microsoft Forms'],
  ['qualtrics', 'Qualtrics'],
  ['questback', 'Questback'],
  ['retently', 'Retently'],
  ['salesforce', 'Salesforce'],
  ['satismeter', 'SatisMeter'],
  ['surveymonkey', 'SurveyMonkey'],
  ['typeform', 'Typeform'],
])
const MOST_HEADER_ROWS = 6
/** What an import stands or falls with; there may be a hundred columns below. */
const TOLD_ROLES = ['score', 'comment', 'date'] as const

const same = (values: readonly string[]): readonly SelectOption[] => values.map((value) => ({ value, label: value }))

/** What was recognised about the file. How it is read can be changed; the rows follow at once. */
export function PlanFacts({
  plan,
  name,
  onName,
}: {
  readonly plan: PlanState
  /** Name of the project to make; null when the file joins one that is open. */
  readonly name: string | null
  readonly onName: (name: string) => void
}) {
  const { view, options } = plan
  const { t, count } = useWords()
  const { changePlan } = useCommands()
  const date = view.columns.find(({ role }) => role === 'date')
  const order = options.dateOrder ?? (date?.ambiguousDate ? date.dateOrder : null)
  const delimiters = view.delimiter === null ? [] : [...new Set([...DELIMITERS.keys(), view.delimiter])]
  const headerRows = Array.from({ length: Math.max(MOST_HEADER_ROWS, view.headerRows + 1) }, (_, rows) => String(rows))
  return (
    <div className="card plan-facts">
      <h2>{t('plan.recognised')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('plan.format')}</dt>
          <dd>{view.format.toUpperCase()}</dd>
        </div>
        <div>
          <dt>{t('plan.tool')}</dt>
          <dd>{view.preset === null ? t('plan.tool.none') : (TOOLS.get(view.preset) ?? view.preset)}</dd>
        </div>
        <div>
          <dt>{t('plan.rows')}</dt>
          <dd>{count(view.rows + view.counts.rejected)}</dd>
        </div>
        {view.sheet === null || view.sheets.length > 1 ? null : (
          <div>
            <dt>{t('plan.sheet')}</dt>
            <dd>{view.sheet}</dd>
          </div>
        )}
      </dl>
      {view.waves.length > 1 ? (
        <dl className="role-facts">
          <div>
            <dt>{t('plan.waves')}</dt>
            <dd>{view.waves.join(' · ')}</dd>
          </div>
        </dl>
      ) : null}
      <RoleFacts columns={view.columns} />
      <div className="fields">
        {view.sheet === null || view.sheets.length < 2 ? null : (
          <Select
            label={t('plan.sheet')}
            value={options.read?.sheet ?? view.sheet}
            options={same(view.sheets)}
            onChange={(sheet) => void changePlan({ read: { sheet } })}
          />
        )}
        {view.encoding === null ? null : (
          <Select
            label={t('plan.encoding')}
            value={options.read?.encoding ?? view.encoding}
            options={same(ENCODINGS)}
            onChange={(value) => {
              const encoding = ENCODINGS.find((each) => each === value)
              if (encoding) void changePlan({ read: { encoding } })
            }}
          />
        )}
        {view.delimiter === null ? null : (
          <Select
            label={t('plan.delimiter')}
            value={options.read?.delimiter ?? view.delimiter}
            options={delimiters.map((value) => {
              const key = DELIMITERS.get(value)
              return { value, label: key ? t(key) : value }
            })}
            onChange={(delimiter) => void changePlan({ read: { delimiter } })}
          />
        )}
        {order === null ? null : (
          <Select
            label={t('plan.date-order')}
            value={order}
            options={DATE_ORDERS.map((value) => ({ value, label: t('plan.date-order.of', { order: value }) }))}
            onChange={(value) => {
              const dateOrder = DATE_ORDERS.find((each) => each === value)
              if (dateOrder) void changePlan({ dateOrder })
            }}
          />
        )}
        <Select
          label={t('plan.header-rows')}
          value={String(options.read?.headerRows ?? view.headerRows)}
          options={same(headerRows)}
          onChange={(value) => void changePlan({ read: { headerRows: Number(value) } })}
        />
      </div>
      <div className="fields">
        {name === null ? null : <TextField label={t('plan.project')} value={name} onCommit={onName} />}
        {view.waves.length > 1 ? null : (
          <TextField
            label={t('plan.wave')}
            value={options.wave ?? view.wave}
            onCommit={(wave) => void changePlan({ wave })}
          />
        )}
      </div>
    </div>
  )
}

/** Which columns are the score, the comments and the date. */
function RoleFacts({ columns }: { readonly columns: readonly ColumnProfile[] }) {
  const { t } = useWords()
  const facts = TOLD_ROLES.flatMap((role) => {
    const headers = columns.filter((column) => column.role === role).map(({ header, name }) => header || name)
    return headers.length === 0 ? [] : [{ role, names: headers.join(' · ') }]
  })
  if (facts.length === 0) return null
  return (
    <dl className="role-facts">
      {facts.map(({ role, names }) => (
        <div key={role}>
          <dt>{t(`role.${role}`)}</dt>
          <dd className="clamp" title={names}>
            {names}
          </dd>
        </div>
      ))}
    </dl>
  )
}
