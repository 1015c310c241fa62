import { useRef, useState } from 'react'
import { widthOf } from '../../../shared/report/cut'
import { addPage, keepMine, leaveOut, moveSlide, remarkOn, removePage, resetAll, rewritePage, saySentence, takeNew } from '../../../shared/report/edits/change-edits'
import { hasEdits, type OwnPage } from '../../../shared/report/edits/edits'
import { findSentences } from '../../../shared/report/edits/find-sentence'
import { fitsPage, REMARK_ROOM, roomFor, TITLE_ROOM } from '../../../shared/report/edits/room'
import { listOf, sentencesOf, type Sentence } from '../../../shared/report/edits/sentences'
import type { Outline, Slide } from '../../../shared/report/outline'
import { useCommands, useSession, useWords } from '../../app/context'
import { sourceOf } from '../../app/summary/edited-summary'
import { Button } from '../../parts/button'
import { IconButton } from '../../parts/icon-button'
import { EditField } from './edit-field'
import { EditQuotes } from './edit-quotes'

/** What can be changed on the page that is shown, and in the whole summary. */
export function SummaryEdit({ outline }: { readonly outline: Outline }) {
  const { t } = useWords()
  const commands = useCommands()
  const { edits, page } = useSession((state) => state.summary)
  const panel = useRef<HTMLElement>(null)
  const slide = outline.slides[page]
  if (!slide) return null
  const ids = outline.slides.map(({ id }) => id)
  const isOwn = slide.kind === 'own'
  const move = (to: number): void => void commands.keepEdits(moveSlide(edits, ids, slide.id, to), slide.id)
  const add = (): void => {
    const own: OwnPage = { id: `own:${crypto.randomUUID()}`, title: t('edit.add.title'), text: '' }
    void commands.keepEdits(addPage(edits, own, ids, slide.id), own.id)
    // Its page is shown at once; its title is what is typed next.
    requestAnimationFrame(() => panel.current?.querySelector('textarea')?.select())
  }
  return (
    <section ref={panel} className="summary-edit" aria-label={t('edit.title')}>
      <div className="edit-head">
        <h2>{t('edit.title')}</h2>
        <IconButton icon="up" label={t('edit.up')} disabled={page === 0} onPress={() => move(page - 1)} />
        <IconButton icon="down" label={t('edit.down')} disabled={page === ids.length - 1} onPress={() => move(page + 1)} />
        {isOwn ? (
          <IconButton icon="remove" label={t('edit.remove')} onPress={() => void commands.keepEdits(removePage(edits, slide.id))} />
        ) : (
          <IconButton icon="nothing" label={t('edit.out')} disabled={ids.length === 1} onPress={() => void commands.keepEdits(leaveOut(edits, slide.id), ids[page + 1])} />
        )}
      </div>
      <p className="edit-keys quiet">{t(isOwn ? 'edit.keys.page' : 'edit.keys')}</p>
      <StaleCount outline={outline} />
      {isOwn ? <OwnFields key={slide.id} id={slide.id} locale={outline.locale} /> : <Sentences key={slide.id} slide={slide} locale={outline.locale} />}
      <RemarkField key={`${slide.id} remark`} slide={slide} locale={outline.locale} />
      {'quotes' in slide ? <EditQuotes slide={slide} locale={outline.locale} /> : null}
      <div className="edit-whole">
        <Button onPress={add}>{t('edit.add')}</Button>
        <Button disabled={!hasEdits(edits)} title={t('edit.reset.hint')} onPress={() => void commands.keepEdits(resetAll(), slide.id)}>
          {t('edit.reset')}
        </Button>
      </div>
    </section>
  )
}

/** How many edited sentences have new numbers behind them, and the way to the next. */
function StaleCount({ outline }: { readonly outline: Outline }) {
  const { t } = useWords()
  const commands = useCommands()
  const { stale, page } = useSession((state) => state.summary)
  const places = outline.slides.flatMap(({ id }, at) => (stale.some(({ edit }) => edit.slide === id) ? [at] : []))
  const next = places.find((at) => at > page) ?? places[0]
  if (next === undefined) return null
  return (
    <p className="mark edit-stale-count" role="status">
      {t('edit.stale.count', { n: stale.length })}{' '}
      {next === page ? null : (
        <button type="button" className="link" onClick={() => commands.showPage(next)}>
          {t('edit.stale.go')}
        </button>
      )}
    </p>
  )
}

function Sentences({ slide, locale }: { readonly slide: Slide; readonly locale: Outline['locale'] }) {
  const { t } = useWords()
  const commands = useCommands()
  const summary = useSession((state) => state.summary)
  const { edits, stale } = summary
  const source = sourceOf(summary, slide.id)
  if (!source) return null
  const sentences = sentencesOf(source)
  const found = findSentences(
    edits.sentences.filter((edit) => edit.slide === slide.id),
    sentences,
  )
  const editOf = new Map([...found].map(([edit, sentence]) => [sentence, edit]))
  const label = ({ key }: Sentence, n: number): string =>
    key === 'title' ? t('edit.heading') : key === 'subtitle' ? t('edit.subtitle') : t('edit.sentence', { n })
  const first = sentences.findIndex(({ key }) => listOf(key) !== 'title' && key !== 'subtitle')
  return sentences.map((sentence, at) => {
    const edit = editOf.get(sentence) ?? null
    const old = stale.find((each) => each.edit === edit)
    const room = roomFor(slide.kind, edit ?? { ...sentence, was: sentence.text })
    // A page has a title: without one of its own it has the generated one.
    const say = (text: string) => saySentence(edits, slide.id, sentence, edit, sentence.key === 'title' && text.trim() === '' ? sentence.text : text)
    return (
      <EditField
        key={sentence.key}
        label={label(sentence, at - first + 1)}
        lang={locale}
        value={edit?.text ?? sentence.text}
        left={(text) => room - widthOf(text)}
        onType={(text) => commands.draftEdits(text === null ? null : say(text))}
        onKeep={(text) => void commands.keepEdits(say(text), slide.id)}
        aside={
          edit ? (
            <>
              {t('edit.edited')} ·{' '}
              <button type="button" className="link" onClick={() => void commands.keepEdits(say(sentence.text), slide.id)}>
                {t('edit.again')}
              </button>
            </>
          ) : null
        }
      >
        {old ? (
          <div className="edit-stale">
            <p>{t('edit.stale', { now: old.now })}</p>
            <Button onPress={() => void commands.keepEdits(takeNew(edits, old), slide.id)}>{t('edit.take')}</Button>
            <Button look="quiet" onPress={() => void commands.keepEdits(keepMine(edits, old), slide.id)}>
              {t('edit.keep')}
            </Button>
          </div>
        ) : null}
      </EditField>
    )
  })
}

/** Title and text of a page of one's own. */
function OwnFields({ id, locale }: { readonly id: string; readonly locale: Outline['locale'] }) {
  const { t } = useWords()
  const commands = useCommands()
  const edits = useSession((state) => state.summary.edits)
  const page = edits.pages.find((each) => each.id === id)
  if (!page) return null
  const field = (patch: (text: string) => Partial<OwnPage>) => ({
    onType: (text: string | null) => commands.draftEdits(text === null ? null : rewritePage(edits, { ...page, ...patch(text) })),
    onKeep: (text: string) => void commands.keepEdits(rewritePage(edits, { ...page, ...patch(text) }), id),
  })
  return (
    <>
      <EditField label={t('edit.heading')} lang={locale} value={page.title} left={(text) => TITLE_ROOM - widthOf(text)} {...field((title) => ({ title }))} />
      <EditField label={`${t('edit.text')}. ${t('edit.text.hint')}`} lang={locale} value={page.text} isLong left={(text) => (fitsPage(text) ? null : -1)} {...field((text) => ({ text }))} />
    </>
  )
}

function RemarkField({ slide, locale }: { readonly slide: Slide; readonly locale: Outline['locale'] }) {
  const { t } = useWords()
  const commands = useCommands()
  const edits = useSession((state) => state.summary.edits)
  const remark = edits.remarks.find((each) => each.slide === slide.id)?.text ?? ''
  const [isOpen, setOpen] = useState(false)
  if (remark === '' && !isOpen)
    return (
      <Button look="quiet" title={t('edit.remark.hint')} onPress={() => setOpen(true)}>
        + {t('edit.remark')}
      </Button>
    )
  return (
    <EditField
      label={t('edit.remark')}
      lang={locale}
      value={remark}
      isNew={isOpen}
      left={(text) => REMARK_ROOM - widthOf(text)}
      onType={(text) => commands.draftEdits(text === null ? null : remarkOn(edits, slide.id, text))}
      onKeep={(text) => void commands.keepEdits(remarkOn(edits, slide.id, text), slide.id)}
    />
  )
}
