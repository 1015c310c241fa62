import { useEffect, useState } from 'react'
import type { CodebookChange, CodebookTrial, CodebookVersion } from '../../../shared/protocol/engine-api'
import { authorName } from '../../app/words/author-name'
import { useCommands, useSession, useWords } from '../../app/context'
import type { Words } from '../../app/words/words'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { Swatch } from '../../parts/tag-chip'

/** The versions of the codebook; one that is chosen is run over all waves and shown beside today's. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const present = useSession((state) => state.project?.codebookVersion ?? 0)
  const [versions, setVersions] = useState<readonly CodebookVersion[] | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const [trial, setTrial] = useState<CodebookTrial | null>(null)
  useEffect(() => {
    let wanted = true
    void commands.codebookVersions().then((found) => {
      if (wanted) setVersions(found)
    })
    return () => {
      wanted = false
    }
  }, [commands, present])
  useEffect(() => {
    if (chosen === null) return
    let wanted = true
    void commands.tryCodebook(chosen).then((found) => {
      if (wanted) setTrial(found)
    })
    return () => {
      wanted = false
    }
  }, [commands, chosen, present])
  return (
    <Dialog title={t('codes.history')} closeLabel={t('app.close')} onClose={onClose} wide>
      <div className="versions">
        <ul className="versions-list" aria-label={t('codes.history.versions')}>
          {(versions ?? []).map((version) => (
            <li key={version.version}>
              <button
                type="button"
                className="versions-item"
                aria-pressed={chosen === version.version}
                onClick={() => setChosen(version.version)}
              >
                <strong>{t(version.version === present ? 'codes.history.present' : 'codes.version', { version: version.version })}</strong>
                <span className="quiet">{t('codes.history.by', { author: authorName(version.author) ?? t('code.coder.me'), time: words.time(version.at) })}</span>
                <Changes version={version} />
              </button>
            </li>
          ))}
        </ul>
        <div className="versions-trial" role="region" aria-label={t('codes.history.found')} tabIndex={0}>
          {chosen === null ? <p className="quiet">{t('codes.history.choose')}</p> : null}
          {chosen !== null && trial?.version !== chosen ? <p className="quiet">{t('code.preview.waiting')}</p> : null}
          {trial && trial.version === chosen ? (
            <Trial
              trial={trial}
              present={present}
              onUse={() => {
                onClose()
                void commands.restoreCodebook(trial.version)
              }}
            />
          ) : null}
        </div>
      </div>
    </Dialog>
  )
}

const MOST_CHANGES = 3

function Changes({ version: { changes, step } }: { readonly version: CodebookVersion }) {
  const words = useWords()
  const said = changes.slice(0, MOST_CHANGES).map((change) => changeText(change, words))
  const more = changes.length - said.length
  return (
    <span className="versions-changes">
      {step === 'done' ? null : `${words.t(`codes.history.${step}`)} `}
      {said.join(' · ')}
      {more > 0 ? ` · ${words.t('codes.history.more', { n: more })}` : null}
    </span>
  )
}

const changeText = ({ kind, name, to }: CodebookChange, { t }: Words): string => t(`codes.change.${kind}`, { name, to: to ?? '' })

function Trial({ trial, present, onUse }: { readonly trial: CodebookTrial; readonly present: number; readonly onUse: () => void }) {
  const { t, count, percent } = useWords()
  const { version, verbatims, coded, codes } = trial
  const share = (n: number): string => percent(verbatims === 0 ? 0 : n / verbatims)
  const cell = (n: number | null) =>
    n === null ? (
      <span className="quiet">–</span>
    ) : (
      <>
        {count(n)} <span className="quiet">{share(n)}</span>
      </>
    )
  const [old, now] = [t('codes.version', { version }), t('codes.history.today', { version: present })]
  return (
    <>
      <div className="versions-use">
        <p role="status">{t('codes.history.coverage', { past: share(coded.past), today: share(coded.today), verbatims })}</p>
        {version === present ? null : (
          <Button look="primary" onPress={onUse}>
            {t('codes.history.use')}
          </Button>
        )}
      </div>
      <p className="quiet">{t('codes.history.what')}</p>
      <table className="table versions-table">
        <thead>
          <tr>
            <th scope="col">{t('codes.history.code')}</th>
            <th scope="col" className="numeric">
              {old}
            </th>
            <th scope="col" className="numeric">
              {now}
            </th>
          </tr>
        </thead>
        <tbody>
          {codes.map(({ id, name, renamed, color, depth, past, today }) => (
            <tr key={id}>
              <th scope="row">
                <span className="versions-code" data-depth={Math.min(depth, 3)}>
                  <Swatch color={color} /> {name}
                  {renamed === null ? null : <span className="quiet"> {t('codes.history.renamed', { name: renamed })}</span>}
                </span>
              </th>
              <td className="numeric">{cell(past)}</td>
              <td className="numeric">{cell(today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
