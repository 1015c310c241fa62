import { useCommands, useSession, useWords } from '../../app/context'
import type { Codebook } from '../../../shared/protocol/engine-api'
import { Button } from '../../parts/button'
import { ArchivedCodes } from './archived-codes'
import { BookMenu } from './book-menu'
import { CodebookTree } from './codebook-tree'
import { PanelSwitch } from './panel-switch'

/** The codebook: how far it reaches, its codes with their figures, and the ways to change it. */
export function CodebookPanel() {
  const { t } = useWords()
  const codebook = useSession((state) => state.code.codebook)
  const version = useSession((state) => state.project?.codebookVersion ?? 0)
  return (
    <section className="code-book" aria-label={t('code.book')}>
      <div className="book-head">
        <PanelSwitch />
        {codebook && (codebook.codes.length > 0 || version > 0) ? <BookActions /> : null}
      </div>
      {codebook && codebook.codes.length > 0 ? <Coverage codebook={codebook} /> : null}
      {codebook?.codes.length === 0 ? <NoCodes /> : null}
      {codebook && codebook.codes.length > 0 ? <CodebookTree codebook={codebook} /> : null}
      {codebook && codebook.archived.length > 0 ? <ArchivedCodes codes={codebook.archived} /> : null}
    </section>
  )
}

function BookActions() {
  const { t } = useWords()
  const commands = useCommands()
  return (
    <>
      <Button look="quiet" title={t('code.book.import.title')} onPress={() => void commands.importCodebook()}>
        {t('code.book.import')}
      </Button>
      <Button onPress={() => commands.editCode(null)}>{t('code.book.new')}</Button>
      <BookMenu />
    </>
  )
}

function Coverage({ codebook: { coded, nothing, verbatims } }: { readonly codebook: Codebook }) {
  const { t, percent } = useWords()
  const share = verbatims === 0 ? 0 : coded / verbatims
  const done = verbatims === 0 ? 0 : (coded + nothing) / verbatims
  return (
    <div className="coverage">
      <p>{t('code.book.coverage', { coded, verbatims, share: percent(share) })}</p>
      {nothing > 0 ? <p className="quiet">{t('desk.coverage.nothing', { n: nothing, share: percent(done) })}</p> : null}
      <div className="coverage-track" aria-hidden="true">
        <div className="coverage-bar" style={{ inlineSize: `${share * 100}%` }} />
        {nothing > 0 ? <div className="coverage-nothing" style={{ inlineSize: `${(done - share) * 100}%` }} /> : null}
      </div>
    </div>
  )
}

function NoCodes() {
  const { t } = useWords()
  const commands = useCommands()
  return (
    <div className="empty">
      <p>
        <strong>{t('code.book.empty')}</strong>
      </p>
      <p>{t('code.book.empty.what')}</p>
      <p>
        {t('code.book.empty.example')} <code>{t('code.book.empty.rule')}</code>
      </p>
      <Button look="primary" onPress={() => commands.editCode(null)}>
        {t('code.book.new')}
      </Button>
      <Button onPress={() => void commands.importCodebook()}>{t('code.book.empty.import')}</Button>
      <Button look="quiet" onPress={() => void commands.startCodebook()}>
        {t('codes.starter')}
      </Button>
    </div>
  )
}
