import type { Verbatim } from '../../../shared/protocol/engine-api'
import { verbatimAt } from '../../app/code/code-list'
import { marksOf } from '../../app/code/code-marks'
import { useCommands, useSession, useWords } from '../../app/context'
import { marksOfExplanation } from '../../app/code/explain-words'
import { useShown } from '../../app/project/shown-text'
import { useKeyCap } from '../../app/keys/use-bindings'
import { useAnonymous } from '../../app/project/use-anonymous'
import { Button } from '../../parts/button'
import { IconButton } from '../../parts/icon-button'
import { MarkedText } from '../../parts/marked-text'
import { ScoreChip } from '../../parts/score-chip'
import { MaskedNote } from '../personal/masked-note'
import { scoreLabel } from './score-label'
import { RowRepeats } from './row-repeats'
import { Suggestions } from './suggestions'
import { TagReason } from './tag-reason'
import { useCodes } from './use-codes'
import { useExplanation } from './use-explanation'
import { WhyPanel } from './why-panel'
import { VerbatimMarks } from './verbatim-marks'

/** Keys that scroll the pane while it has the focus, instead of moving in the list. */
const SCROLLING = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '])

/** The verbatim under the cursor: all of it, and why it has the codes it has. */
export function ReadingPane() {
  const { t } = useWords()
  const verbatim = useSession(({ code }) => (code.list ? verbatimAt(code.list, code.cursor) : null))
  return (
    <section
      className="code-read"
      aria-label={t('code.read')}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && SCROLLING.has(event.key)) event.stopPropagation()
      }}
    >
      {verbatim ? <Reading verbatim={verbatim} /> : <p className="quiet">{t('code.read.none')}</p>}
    </section>
  )
}

function Reading({ verbatim }: { readonly verbatim: Verbatim }) {
  const words = useWords()
  const { t, count, day } = words
  const commands = useCommands()
  const shown = useShown()
  const codes = useCodes()
  const anonymous = useAnonymous()
  const cursor = useSession((state) => state.code.cursor)
  const total = useSession((state) => state.code.list?.total ?? 0)
  const pick = useKeyCap('code.key.pick')
  const why = useKeyCap('proof.why.key')
  const tags = verbatim.tags.filter(({ code }) => codes.has(code))
  const explanation = useExplanation(verbatim)
  const asked = useSession((state) => state.code.why?.code ?? null)
  const marks = explanation?.root && asked !== null ? marksOfExplanation(explanation.root, codes.get(asked)) : marksOf(verbatim, codes)
  const facts = [
    ...(verbatim.day ? [{ name: t('code.read.day'), value: day(`${verbatim.day}T00:00:00`) }] : []),
    ...verbatim.segments.map(({ name, value }) => ({ name, value: shown.text(value) })),
    { name: t('code.read.wave'), value: verbatim.waveName },
    { name: t('code.read.question'), value: verbatim.question },
    ...(anonymous ? [] : [{ name: t('code.read.line'), value: count(verbatim.line) }]),
  ]
  return (
    <>
      <div className="read-head">
        {anonymous ? null : (
          <>
            <ScoreChip score={verbatim.score} group={verbatim.group} label={scoreLabel(verbatim, words)} />
            <span>{verbatim.group ? t(`code.group.${verbatim.group}`) : t('code.score.none')}</span>
          </>
        )}
        <span className="read-place quiet">{t('code.read.place', { place: cursor + 1, total })}</span>
        <IconButton
          icon="up"
          label={t('code.read.previous')}
          disabled={cursor === 0}
          onPress={() => void commands.moveTo(cursor - 1)}
        />
        <IconButton
          icon="down"
          label={t('code.read.next')}
          disabled={cursor + 1 >= total}
          onPress={() => void commands.moveTo(cursor + 1)}
        />
      </div>
      <p className="read-text">
        <MarkedText text={shown.text(verbatim.text)} spans={marks} />
      </p>
      <MaskedNote text={verbatim.text} />
      <RowRepeats verbatim={verbatim} />
      <VerbatimMarks verbatim={verbatim} />
      <div className="read-tags">
        <div className="read-tags-head">
          <h2>{t('code.codes')}</h2>
          <Button onPress={() => commands.openPicker('add')}>
            {t('code.add')} {pick === '' ? null : <kbd>{pick}</kbd>}
          </Button>
          <Button title={why} onPress={() => commands.askWhy(null)}>
            {t('proof.why.open')}
          </Button>
        </div>
        {tags.length === 0 ? <p className="quiet">{t('code.tag.none')}</p> : null}
        <ul>
          {tags.map((tag) => (
            <TagReason key={tag.code} verbatim={verbatim} tag={tag} code={codes.get(tag.code)!} />
          ))}
        </ul>
        <Suggestions verbatim={verbatim} />
        {codes.size === 0 ? null : (
          <Button onPress={() => commands.openCodeDialog({ kind: 'example' })}>
            {t('codes.example.keep')}
          </Button>
        )}
      </div>
      <WhyPanel verbatim={verbatim} explanation={explanation} />
      <dl className="read-facts">
        {facts.map(({ name, value }, at) => (
          // Two fields may have the same short name.
          <div key={at}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {anonymous ? null : (
        <div className="read-erase">
          <Button look="quiet" onPress={() => commands.openErase({ wave: verbatim.wave, line: verbatim.line })}>
            {t('erase.open')}
          </Button>
        </div>
      )}
    </>
  )
}
