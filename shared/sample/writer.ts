import { seededRandom, type Random } from '../base/seeded-random'
import { createDeck, pick } from './chance'
import { expand, type Slots } from './expand'
import type { Language } from './facts'
import { glueOf } from './glue'
import { surveyMonth, type Situation } from './opinion'
import { withSlips } from './slips'
import { storyOf } from './story-choice'
import type { GeneralTexts, Texts, Topic, TopicTexts } from './texts'
import { chooseTopic } from './topic-choice'

/** Writes comments in one language. */
export interface Writer {
  /** Why somebody gave the score. */
  readonly reason: (situation: Situation, score: number) => string
  /** What somebody would improve first. */
  readonly improve: (situation: Situation, score: number) => string
}

const CONDITION = /^(old|long|new|is8|is10): /
/** Short answers such as "Good" may repeat; longer ones are written anew. */
const REPEATABLE = 14
const TRIES = 6

export function createWriter(texts: Texts, language: Language, seed: number): Writer {
  const random = seededRandom(seed)
  const draw = createDraw(random)
  const glue = glueOf(language, texts.voice)
  const written = new Set<string>()

  const write = (situation: Situation, score: number, compose: (page: Page) => string): string => {
    for (let attempt = 1; ; attempt++) {
      const text = withSlips(random, compose(createPage(situation, score)), language, score)
      if (attempt < TRIES && text.length > REPEATABLE && written.has(text)) continue
      written.add(text)
      return text
    }
  }

  /** What one person may say in one comment. */
  function createPage(situation: Situation, score: number) {
    const slots = slotsOf(random, texts, situation)
    const fits = (text: string): boolean => {
      const condition = CONDITION.exec(text)?.[1]
      if (condition === 'old') return situation.months >= 14
      if (condition === 'long') return situation.months >= 36
      if (condition === 'new') return situation.months <= 4
      return condition === undefined || score === (condition === 'is8' ? 8 : 10)
    }
    const say = (list: readonly string[]): string => expand(draw(list, fits).replace(CONDITION, ''), random, slots)
    const topic = (kind: keyof TopicTexts, about: Topic): string => say(texts.topics[about][kind])
    const general = (kind: keyof GeneralTexts): string => say(texts.general[kind])
    const choose = (praises: boolean, but: Topic | null = null): Topic => chooseTopic(random, situation, praises, but)
    const lead = (about: Topic, praises: boolean): string => {
      const told = storyOf(random, situation, about, praises)
      return told ? say(texts.stories[told]) : topic(praises ? 'praise' : 'complaint', about)
    }
    return { score, topic, general, lead, choose }
  }
  type Page = ReturnType<typeof createPage>

  const praise = ({ score, topic, general, lead, choose }: Page): string => {
    const about = choose(true)
    const dice = random()
    if (dice < 0.14) return general('good')
    if (dice < 0.23) return topic('praiseShort', about)
    if (dice < 0.27) return glue.list([topic('praiseShort', about), topic('praiseShort', choose(true, about))])
    if (dice < 0.56) return lead(about, true)
    if (dice < 0.73) return glue.after(topic('praise', about), topic('praiseMore', about))
    if (dice < 0.8) return glue.after(general('openGood'), lead(about, true))
    if (dice < 0.88) return glue.after(lead(about, true), general('closeGood'))
    if (dice < 0.94) return glue.after(topic('praise', about), topic('praise', choose(true, about)))
    if (score === 10) return glue.after(topic('praise', about), topic('praiseMore', about), general('closeGood'))
    return glue.turn(lead(about, true), general('turn'), topic('wish', choose(false, about)))
  }

  const weigh = ({ score, topic, general, lead, choose }: Page): string => {
    const liked = choose(true)
    const missed = choose(false, liked)
    const dice = random()
    if (dice < 0.15) return general('fine')
    if (dice < 0.2) return topic('praiseShort', liked)
    if (dice < 0.26) return topic(score === 8 ? 'wish' : 'complaintShort', missed)
    if (dice < 0.54) return glue.but(topic('though', liked), general('but'), lead(missed, false))
    if (dice < 0.7) return glue.turn(topic('praise', liked), general('turn'), topic('wish', missed))
    if (dice < 0.8) return topic('praise', liked)
    if (dice < 0.88) return topic('wish', missed)
    if (dice < 0.93) return glue.after(general('openFine'), topic('wish', missed))
    if (score === 7) return lead(missed, false)
    return glue.but(topic('though', liked), general('but'), topic('complaint', missed))
  }

  const complain = ({ score, topic, general, lead, choose }: Page): string => {
    const about = choose(false)
    const dice = random()
    if (dice < 0.08) return general('bad')
    if (dice < 0.19) return topic('complaintShort', about)
    if (dice < 0.24) return glue.list([topic('complaintShort', about), topic('complaintShort', choose(false, about))])
    if (dice < 0.54) return lead(about, false)
    if (dice < 0.72) return glue.after(topic('complaint', about), topic('complaintMore', about))
    if (dice < 0.79) return glue.after(general('openBad'), lead(about, false))
    if (dice < 0.87) return glue.after(lead(about, false), general('closeBad'))
    if (dice < 0.93) return glue.after(topic('complaint', about), topic('complaint', choose(false, about)))
    if (score < 4) return glue.after(topic('complaint', about), topic('complaintMore', about), general('closeBad'))
    return glue.but(topic('though', choose(true, about)), general('but'), lead(about, false))
  }

  const improve = ({ score, topic, general, lead, choose }: Page): string => {
    const about = choose(false)
    const dice = random()
    if (dice < (score >= 9 ? 0.27 : score >= 7 ? 0.1 : 0.03)) return general('nothing')
    if (dice < 0.44) return glue.after(topic('wish', about), general('wishMore'))
    if (score >= 7 || dice < 0.68) return topic('wish', about)
    if (dice < 0.8) return topic('complaintShort', about)
    return dice < 0.9 ? lead(about, false) : glue.after(topic('wish', about), topic('wish', choose(false, about)))
  }

  return {
    reason: (situation, score) => write(situation, score, score >= 9 ? praise : score >= 7 ? weigh : complain),
    improve: (situation, score) => write(situation, score, improve),
  }
}

/** Draws from a deck for each list of texts, made when it is first drawn from. */
function createDraw(random: Random): (list: readonly string[], fits: (text: string) => boolean) => string {
  const decks = new Map<readonly string[], ReturnType<typeof createDeck<string>>>()
  return (list, fits) => {
    let deck = decks.get(list)
    if (!deck) decks.set(list, (deck = createDeck(random, list)))
    return deck(fits) ?? ''
  }
}

function slotsOf(random: Random, { voice }: Texts, { contact, product, quarter, months }: Situation): Slots {
  const trade = voice.trades[contact.industry]
  const before = Math.min(1 + Math.floor(random() * 3), Math.max(months, 0))
  return {
    work: pick(random, trade.work),
    staff: pick(random, trade.staff),
    site: trade.site,
    name: pick(random, voice.names),
    day: pick(random, voice.days),
    month: voice.months[(surveyMonth(quarter) - before) % 12]!,
    years: String(Math.floor(months / 12)),
    plan: voice.plans[contact.plan],
    product: voice.products[product],
  }
}
