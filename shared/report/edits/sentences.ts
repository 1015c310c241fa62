import type { HeadlineSlide, Slide } from '../outline'

export interface Sentence {
  readonly key: string
  readonly of: number
  readonly text: string
}

const listed = (name: string, texts: readonly string[]): readonly Sentence[] =>
  texts.map((text, at) => ({ key: `${name}.${at}`, of: texts.length, text }))

/**
 * The sentences of a slide that can be said in other words, whatever kind it is: its title and what stands below it.
 * Figures, tables and the small print with its cautions are not among them.
 */
export function sentencesOf(slide: Slide): readonly Sentence[] {
  return [
    { key: 'title', of: 1, text: slide.title },
    ...('subtitle' in slide ? [{ key: 'subtitle', of: 1, text: slide.subtitle }] : []),
    ...('lines' in slide ? listed('lines', slide.lines) : []),
    ...('body' in slide ? listed('body', slide.body) : []),
    ...('change' in slide && slide.change !== null ? listed('change', slide.change.lines) : []),
    ...('explained' in slide && slide.explained !== null ? listed('explained', slide.explained.statements.map(({ text }) => text)) : []),
    ...('todo' in slide && slide.todo !== null ? [{ key: 'todo', of: 1, text: slide.todo.statement.text }] : []),
  ]
}

/** The list that a sentence is in. */
export const listOf = (key: string): string => key.split('.')[0] ?? key

/** The slide with other words where `texts` has some; a blank one in a list leaves the sentence out. */
export function withSentences(slide: Slide, texts: ReadonlyMap<string, string>): Slide {
  if (texts.size === 0) return slide
  const list = (name: string, old: readonly string[]): readonly string[] =>
    old.flatMap((text, at) => {
      const said = texts.get(`${name}.${at}`) ?? text
      return said === '' ? [] : [said]
    })
  return {
    ...slide,
    title: texts.get('title') || slide.title,
    ...('subtitle' in slide ? { subtitle: texts.get('subtitle') ?? slide.subtitle } : {}),
    ...('lines' in slide ? { lines: list('lines', slide.lines) } : {}),
    ...('body' in slide ? { body: list('body', slide.body) } : {}),
    ...('change' in slide && slide.change !== null ? { change: { ...slide.change, lines: list('change', slide.change.lines) } } : {}),
    ...('explained' in slide ? { explained: explainedWith(slide.explained, texts), todo: todoWith(slide.todo, texts) } : {}),
  } as Slide
}

/** What a number was counted from stays with its sentence, whatever that says. */
function explainedWith(explained: HeadlineSlide['explained'], texts: ReadonlyMap<string, string>): HeadlineSlide['explained'] {
  if (explained === null) return null
  const statements = explained.statements
    .map(({ text, ref }, at) => ({ text: texts.get(`explained.${at}`) ?? text, ref }))
    .filter(({ text }) => text !== '')
  return statements.length === 0 ? null : { ...explained, statements }
}

function todoWith(todo: HeadlineSlide['todo'], texts: ReadonlyMap<string, string>): HeadlineSlide['todo'] {
  const said = texts.get('todo')
  if (todo === null || said === '') return null
  return said === undefined ? todo : { ...todo, statement: { ...todo.statement, text: said } }
}
