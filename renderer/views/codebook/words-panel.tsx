import { useEffect, useRef } from 'react'
import { faultText } from '../../../shared/locale/translate'
import { useCommands, useSession, useWords } from '../../app/context'
import { rulesInto, wordsCode } from '../../app/codebook/words-commands'
import { WORD_CHOICES, type WordChoice, type WordsAnswer } from '../../app/codebook/words-state'
import { Select } from '../../parts/select'
import { PanelSwitch } from './panel-switch'
import { ThemeRows } from './theme-rows'
import { useCodes } from '../code/use-codes'
import { WordRows } from './word-rows'

const PAUSE_MS = 100
/** Themes take a while, and are none the worse for a tag more. */
const LONG_PAUSE_MS = 2000
const NEW_CODE = ''

/** Words of the comments that pass the filter, and the way from a word into a rule. */
export function WordsPanel() {
  const { t } = useWords()
  const commands = useCommands()
  const codes = [...useCodes().values()]
  const choice = useSession((state) => state.words.choice)
  const of = useSession(wordsCode)
  const into = useSession(rulesInto)
  const waiting = useSession((state) => state.words.waiting)
  useWordsLoaded(of)
  const options = codes.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` }))
  return (
    <section className="code-book words-panel" aria-label={t('words.title')} aria-busy={waiting}>
      <div className="book-head">
        <PanelSwitch />
      </div>
      <Select
        label={t('words.list')}
        value={choice}
        options={WORD_CHOICES.map((value) => ({ value, label: t(`words.list.${value}`) }))}
        onChange={(value) => commands.listWords(value as WordChoice)}
      />
      {choice === 'code' && of !== null ? (
        <Select label={t('words.of')} value={of} options={options} onChange={commands.listWordsOf} />
      ) : null}
      {codes.length === 0 ? null : (
        <Select
          label={t('words.into')}
          title={t('words.into.title')}
          value={into ?? NEW_CODE}
          options={[{ value: NEW_CODE, label: t('words.into.new') }, ...options]}
          onChange={(value) => commands.addRulesTo(value === NEW_CODE ? null : value)}
        />
      )}
      <Answered choice={choice} />
    </section>
  )
}

function Answered({ choice }: { readonly choice: WordChoice }) {
  const { t } = useWords()
  const answer = useSession(({ words, project }) => (words.answer?.project === project?.id ? words.answer : null))
  // What is there of another list says nothing about this one.
  if (answer?.choice !== choice) return <p className="quiet">{t('words.waiting')}</p>
  if (answer.kind === 'fault') return <Teach what={faultText(answer.fault, t).message} hint={faultText(answer.fault, t).hint} />
  const isEmpty = answer.kind === 'themes' ? answer.themes.themes.length === 0 : answer.words.rows.length === 0
  return (
    <>
      <About answer={answer} />
      {isEmpty ? <Teach what={t(`words.none.${choice}`)} hint={t(`words.none.${choice}.hint`)} /> : null}
      {isEmpty ? null : answer.kind === 'themes' ? (
        <ThemeRows themes={answer.themes.themes} />
      ) : (
        <WordRows choice={choice} words={answer.words} />
      )}
    </>
  )
}

/** What is listed, of how many. */
function About({ answer }: { readonly answer: Exclude<WordsAnswer, { readonly kind: 'fault' }> }) {
  const { t, percent } = useWords()
  if (answer.kind === 'themes') {
    const { uncovered, sampled } = answer.themes
    return <p className="quiet words-about">{t('words.about.themes', { uncovered, sampled })}</p>
  }
  const { ones, others } = answer.words
  const all = ones + others
  const share = percent(all === 0 ? 0 : others / all)
  return <p className="quiet words-about">{t(`words.about.${answer.choice}`, { ones, others, all, share })}</p>
}

function Teach({ what, hint }: { readonly what: string; readonly hint: string }) {
  return (
    <div className="empty">
      <p>
        <strong>{what}</strong>
      </p>
      <p>{hint}</p>
    </div>
  )
}

/** Keeps what is listed up to date with the filter, the tags and the choice. */
function useWordsLoaded(of: string | null): void {
  const commands = useCommands()
  const project = useSession((state) => state.project)
  const filter = useSession((state) => state.filter)
  const choice = useSession((state) => state.words.choice)
  const isRepeated = useSession(({ words }) => words.choice === 'themes' && words.answer?.choice === 'themes')
  const pause = useRef(PAUSE_MS)
  useEffect(() => {
    pause.current = isRepeated ? LONG_PAUSE_MS : PAUSE_MS
  })
  useEffect(() => {
    const timer = setTimeout(() => void commands.loadWords(), pause.current)
    return () => clearTimeout(timer)
  }, [commands, project, filter, choice, of])
}
