import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../shared/base/seeded-random'
import { quietTask } from '../../../shared/base/task'
import { FeatureSpace } from '../../../shared/suggest/feature-space'
import { learnTagger, studied, tagIdeas, tagScores } from '../../../shared/suggest/tagger'

interface Coded {
  readonly text: string
  readonly codes: readonly string[]
}

async function taught(lessons: readonly Coded[], codes: readonly string[]) {
  const space = new FeatureSpace()
  const texts = lessons.map(({ text }) => studied(text, space))
  const courses = codes.map((code) => ({ code, answers: Float32Array.from(lessons, (one) => (one.codes.includes(code) ? 1 : -1)) }))
  const tagger = (await learnTagger(texts, courses, space.size, quietTask))!
  return {
    scores: (text: string) => tagScores(tagger, space, text),
    ideas: (text: string) => tagIdeas(tagger, space, text, 0.5).map(({ code, why }) => ({ code, why: why.map(({ from, to }) => text.slice(from, to)) })),
  }
}

const FILLER = ['we', 'it', 'again', 'today', 'website', 'team', 'office', 'account'] as const
const TOPICS = { price: ['expensive', 'price', 'cost'], support: ['agent', 'support', 'helpdesk'], speed: ['slow', 'loading', 'lag'] } as const
const CODES = Object.keys(TOPICS) as (keyof typeof TOPICS)[]

/** Comments of which each has the words of its codes among others. */
function madeUp(seed: number, n: number): readonly Coded[] {
  const random = seededRandom(seed)
  const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  return Array.from({ length: n }, () => {
    const codes = CODES.filter(() => random() < 0.4)
    const words = [one(FILLER), one(FILLER), ...codes.flatMap((code) => [one(TOPICS[code]), one(FILLER)])]
    return { text: words.join(' '), codes }
  })
}

test('what can be told apart is learned, several codes of a comment each by itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      const { ideas } = await taught(madeUp(seed, 300), CODES)
      const asked = madeUp(seed + 1, 100).map(({ text, codes }) => ({ codes, found: ideas(text) }))
      const right = asked.flatMap(({ codes, found }) => CODES.filter((code) => codes.includes(code) === found.some((idea) => idea.code === code)))
      expect(right.length).toBeGreaterThan(0.97 * asked.length * CODES.length)
      const meant = asked.flatMap(({ codes, found }) => found.filter(({ code }) => codes.includes(code)))
      const explained = meant.filter(({ code, why }) => why.some((word) => TOPICS[code as keyof typeof TOPICS].some((each) => each === word)))
      expect(explained.length).toBeGreaterThan(0.97 * meant.length)
    }),
    { seed: 20_261_124, numRuns: 15 },
  )
})

test('the same lessons teach the same', async () => {
  const [one, again] = [await taught(madeUp(7, 120), CODES), await taught(madeUp(7, 120), CODES)]
  for (const { text } of madeUp(8, 20)) expect([...one.scores(text)]).toEqual([...again.scores(text)])
})

test('more examples of one kind make it likelier where nothing else speaks', async () => {
  const many = (n: number): readonly Coded[] => [
    ...Array.from({ length: n }, () => ({ text: 'fine today', codes: ['good'] })),
    ...Array.from({ length: 20 }, () => ({ text: 'bad today', codes: [] })),
  ]
  const likely = async (n: number): Promise<number> => (await taught(many(n), ['good'])).scores('today').get('good')!
  expect(await likely(200)).toBeGreaterThan(await likely(20))
})

describe('reasons', () => {
  const lessons: readonly Coded[] = [
    ...['배송이 늦어요', '배송은 너무 늦었어요', '배송도 지연됐어요', '택배 배송 지연', '배송 늦음'].map((text) => ({ text, codes: ['delivery'] })),
    ...['가격이 비싸요', '너무 비싼 가격', '친절해요', '상담이 친절했어요', '가격 부담'].map((text) => ({ text, codes: [] })),
    ...['Deliveries were late', 'The delivery was late', 'delivered late again'].map((text) => ({ text, codes: ['delivery'] })),
    ...['The price was high', 'The staff were kind', 'kind again'].map((text) => ({ text, codes: [] })),
  ]

  test.each([
    ['배송까지 오래 걸렸어요', ['배송까지']],
    ['Some DELIVERIES  late', ['DELIVERIES', 'late']],
    ['Café — ｄｅｌｉｖｅｒｙ', ['ｄｅｌｉｖｅｒｙ']],
  ])('%s', async (text, words) => {
    const [idea] = (await taught(lessons, ['delivery'])).ideas(text)
    expect(idea?.why.toSorted()).toEqual([...words].toSorted())
  })

  test('nothing is suggested for what was never met', async () => {
    const { ideas } = await taught(lessons, ['delivery'])
    expect(ideas('')).toEqual([])
    expect(ideas('quite another matter')).toEqual([])
  })
})

test('learning stops when it is cancelled', async () => {
  const space = new FeatureSpace()
  const texts = [studied('one', space), studied('two', space)]
  const answers = Float32Array.from([1, -1])
  expect(await learnTagger(texts, [{ code: 'a', answers }], space.size, { ...quietTask, cancelled: () => true })).toBeNull()
})
