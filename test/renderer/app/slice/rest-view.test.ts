import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restHints, restLegend, restView } from '../../../../renderer/app/slice/rest-view'
import { sumFigures } from '../../../../renderer/app/figures/sum-figures'
import { wordsOf } from '../../../../renderer/app/words/words'
import { restTests } from '../../../../shared/nps/against-rest'
import { figureOf } from '../../../../shared/nps/figure'
import type { ProjectView } from '../../../../shared/protocol/engine-api'
import { STANDARD_METHOD } from '../../../../shared/query/method'
import type { Dimension } from '../../../../shared/query/types'

const [EN, KO] = [wordsOf('en'), wordsOf('ko')]
const FIELD: Dimension = { kind: 'field', field: 'f' }
const MONTH: Dimension = { kind: 'period', unit: 'month' }
const projectWith = (perPerson: boolean): ProjectView => ({ method: { ...STANDARD_METHOD, perPerson }, fields: [] as ProjectView['fields'] }) as ProjectView

test('says of every figure what all of them together say; low bases are looked at when they are asked for', () => {
  const counts = fc.record({ promoters: fc.nat(40), passives: fc.nat(20), detractors: fc.nat(40) })
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 10 }), (groups) => {
      const figures = groups.map((group) => figureOf(group))
      const total = sumFigures(figures)
      const view = restView(total, figures, [FIELD], projectWith(false))
      const { tests, comparisons } = restTests(total, figures)
      expect(view.comparisons).toBe(comparisons)
      expect(figures.map(view.of)).toEqual(tests)
      figures.forEach((figure, at) => expect(view.tested(figure)).toEqual(figure.base === 'ok' ? tests[at] : null))
      expect(view.of(total)).toEqual(total.base === 'ok' ? null : expect.objectContaining({ q: null }))
    }),
  )
})

test('where the same people are in several periods, nothing is compared, and that is said', () => {
  const figures = [figureOf({ promoters: 60, passives: 0, detractors: 40 }), figureOf({ promoters: 50, passives: 0, detractors: 50 })]
  const total = sumFigures(figures)
  const shared = restView(total, figures, [FIELD, MONTH], projectWith(true))
  expect([shared.comparisons, shared.of(figures[0]!)]).toEqual([0, null])
  expect(restLegend(shared, EN)).toMatch(/the same people/)
  expect(restView(total, figures, [FIELD], projectWith(true)).comparisons).toBe(2)
})

test('the legend says the level and the number of comparisons', () => {
  const figures = [figureOf({ promoters: 60, passives: 0, detractors: 40 }), figureOf({ promoters: 50, passives: 0, detractors: 50 })]
  const view = restView(sumFigures(figures), figures, [FIELD], projectWith(false))
  expect(restLegend(view, EN)).toBe('▲ above, ▼ below the rest: q ≤ 0.10 in 2 comparisons.')
  expect(restLegend(view, KO)).toBe('▲ 나머지보다 높음, ▼ 나머지보다 낮음: 비교 2번, q ≤ 0.10.')
  expect(restLegend(restView(figures[0]!, [figures[0]!], [FIELD], projectWith(false)), EN)).toMatch(/^Not compared/)
  expect(restHints(view, EN).q).toContain('2 comparisons')
})
