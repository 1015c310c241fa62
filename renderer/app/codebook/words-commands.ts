import type { EngineInput, EngineMethod, EngineOutput, Verbatim } from '../../../shared/protocol/engine-api'
import type { Result } from '../../../shared/base/result'
import { keyOf, keyText, verbatimAt } from '../code/code-list'
import { chosenCodes, SEARCH_SOURCE, type CodeListCommands } from '../code/code-list-commands'
import type { CodeTagCommands } from '../code/code-tag-commands'
import type { CodeBookCommands } from './code-book-commands'
import type { CommandContext } from '../command-context'
import type { Session, SessionState } from '../session'
import type { WordChoice, WordsAnswer, WordsState } from './words-state'

export interface WordsCommands {
  /** Puts the words in the place of the codebook, or the codebook back. */
  readonly showWords: (shown: boolean) => void
  readonly listWords: (choice: WordChoice) => void
  /** Lists the words that go with a code. */
  readonly listWordsOf: (code: string) => void
  /** Which code rules are added to; null: each becomes a new code. */
  readonly addRulesTo: (code: string | null) => void
  /** Works out what is listed. What was asked for before is dropped. */
  readonly loadWords: () => Promise<void>
  /** Shows the verbatims that contain a word. */
  readonly showVerbatimsWith: (search: string) => Promise<void>
  /** Opens the rule editor with a rule more, on the code that rules are added to, or on a new one of that name. */
  readonly ruleFrom: (name: string, rule: string) => void
  /** Asks what else the verbatim under the cursor may be about. */
  readonly suggestTags: () => Promise<void>
  /** Turns suggestions on or off, for good. */
  readonly suggest: (on: boolean) => void
  /** Gives the verbatim a code that was suggested. */
  readonly acceptSuggestion: (verbatim: Verbatim, code: string) => Promise<void>
  /** Says that it does not have it: a coder's word, which is learned from and can be undone. */
  readonly refuseSuggestion: (verbatim: Verbatim, code: string) => Promise<void>
}

const PREFERENCE = 'suggestions'

/** The code whose words are listed: the one chosen, else the first that the filter asks for, else the first of the codebook. */
export function wordsCode({ words, filter, code }: Pick<SessionState, 'words' | 'filter' | 'code'>): string | null {
  const codes = code.codebook?.codes ?? []
  const wanted = [words.of, ...chosenCodes(filter)].find((id) => codes.some((each) => each.id === id))
  return wanted ?? codes.find(({ n }) => n > 0)?.id ?? codes[0]?.id ?? null
}

/** The code that rules are added to, if it is still there. */
export const rulesInto = ({ words: { into }, code: { codebook } }: Pick<SessionState, 'words' | 'code'>): string | null =>
  codebook?.codes.some(({ id }) => id === into) ? into : null

/** What is listed is about everything that passes the filter, but for the search that a word of the list may have set. */
export const wordsFilter = ({ words: { choice }, filter }: Pick<SessionState, 'words' | 'filter'>): SessionState['filter'] =>
  filter.filter(({ source, kind }) => source !== SEARCH_SOURCE && (kind !== 'codes' || choice === 'detractors' || choice === 'pairs'))

export function createWordsCommands(
  { session, client, host }: CommandContext,
  code: Pick<CodeListCommands, 'searchFor' | 'showPart'> & Pick<CodeTagCommands, 'tagVerbatim'> & Pick<CodeBookCommands, 'editCode'>,
): WordsCommands {
  const { get, set } = session
  const setWords = (patch: Partial<WordsState>): void => set({ words: { ...get().words, ...patch } })
  const ask = createLatest(session, client)
  const askTags = createLatest(session, client)
  setWords({ suggesting: host.getPreference(PREFERENCE) !== 'off' })

  const answerTo = async (): Promise<WordsAnswer | null> => {
    const { choice } = get().words
    const project = get().project?.id ?? ''
    const where = wordsFilter(get())
    if (choice === 'themes') {
      const found = await ask('themes', { where })
      if (!found) return null
      return found.ok ? { kind: 'themes', project, choice, themes: found.value } : { kind: 'fault', project, choice, fault: found.fault }
    }
    const of = wordsCode(get())
    // Without a code there is nothing that goes with one; the panel says so.
    if (choice === 'code' && of === null) return { kind: 'words', project, choice, words: { ones: 0, others: 0, total: 0, rows: [] } }
    const found = await ask('words', { list: choice === 'code' ? { code: of! } : choice, where })
    if (!found) return null
    return found.ok ? { kind: 'words', project, choice, words: found.value } : { kind: 'fault', project, choice, fault: found.fault }
  }

  /** What was answered is no longer asked, before the engine has said what is left. */
  const answerSuggestion = (verbatim: Verbatim, id: string, verdict: 'add' | 'remove'): Promise<void> => {
    const { suggested } = get().words
    if (suggested) {
      const verbatims = suggested.tags.verbatims.map((tags) => tags.filter(({ code: each }) => each !== id))
      setWords({ suggested: { ...suggested, tags: { ...suggested.tags, verbatims } } })
    }
    return code.tagVerbatim(verbatim, id, verdict)
  }

  return {
    showWords: (shown) => setWords({ shown }),
    listWords: (choice) => setWords({ choice, into: choice === 'code' ? wordsCode(get()) : null }),
    listWordsOf: (of) => setWords({ choice: 'code', of, into: of }),
    addRulesTo: (into) => setWords({ into }),
    loadWords: async () => {
      setWords({ waiting: true })
      const answer = await answerTo()
      if (answer) setWords({ answer, waiting: false })
    },
    showVerbatimsWith: async (search) => {
      code.showPart('list')
      await code.searchFor(search)
    },
    ruleFrom: (name, rule) => code.editCode(rulesInto(get()), { name, rule }),
    suggestTags: async () => {
      const { list, cursor } = get().code
      const verbatim = list ? verbatimAt(list, cursor) : null
      if (!verbatim || !get().words.suggesting) return setWords({ suggested: null })
      const found = await askTags('suggestTags', { verbatims: [keyOf(verbatim)] })
      // Suggestions are an extra: without them everything goes on.
      if (found) setWords({ suggested: found.ok ? { verbatim: keyText(verbatim), tags: found.value } : null })
    },
    suggest: (suggesting) => {
      host.setPreference(PREFERENCE, suggesting ? 'on' : 'off')
      setWords({ suggesting, suggested: null })
    },
    acceptSuggestion: (verbatim, id) => answerSuggestion(verbatim, id, 'add'),
    refuseSuggestion: (verbatim, id) => answerSuggestion(verbatim, id, 'remove'),
  }
}

/** Calls of which only the latest counts: the one before is cancelled, and gives null like one that went wrong. */
function createLatest(session: Session, client: CommandContext['client']) {
  let latest: AbortController | null = null
  return async <M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<Result<EngineOutput<M>> | null> => {
    latest?.abort()
    const mine = new AbortController()
    latest = mine
    try {
      const result = await client.call(method, input, { signal: mine.signal })
      return mine.signal.aborted ? null : result
    } catch (error) {
      console.error(error)
      session.set({ notice: { kind: 'broken' } })
      return null
    }
  }
}
