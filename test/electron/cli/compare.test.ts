import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Difference, Figure } from '../../../shared/nps/types'
import { commandLine } from '../../helpers/command-line'
import { CARPENTRIES, FILMS, SMALL_MAP, workFolder } from './surveys'

const cli = commandLine()
const folder = workFolder()
const { at } = folder
const [carpentries, films, small] = ['carpentries', 'films', 'small'].map((name) => at(`${name}.earshot`)) as [string, string, string]

beforeAll(async () => {
  await folder.import(cli, {
    carpentries: [CARPENTRIES],
    films: [FILMS, '--treat-as-nps'],
    small: [at('small.csv'), ...SMALL_MAP],
  })
})
afterAll(folder.remove)

interface Compared extends Difference {
  readonly from: Figure
  readonly to: Figure
  readonly segments: readonly (Difference & { readonly key: object; readonly from: Figure; readonly to: Figure })[]
}

/** Difference, interval and p from what the two figures' own intervals say. */
function expectDifference(difference: Difference, from: Figure, to: Figure): void {
  if (from.nps === null || to.nps === null) {
    expect(difference).toMatchObject({ difference: null, low: null, high: null, p: null, verdict: 'not-comparable' })
    return
  }
  expect(difference.difference).toBeCloseTo(to.nps - from.nps, 9)
  const centre = ({ promoters, detractors, n }: Figure): number => (100 * (promoters - detractors)) / (n + 3)
  const half = ({ promoters, detractors, n }: Figure): number =>
    ((promoters + detractors + 1.5) / (n + 3) - ((promoters - detractors) / (n + 3)) ** 2) / (n + 3)
  const margin = 196 * Math.sqrt(half(from) + half(to))
  expect(difference.low).toBeCloseTo(Math.max(-200, centre(to) - centre(from) - margin), 1)
  expect(difference.high).toBeCloseTo(Math.min(200, centre(to) - centre(from) + margin), 1)
  const real = difference.low! > 0 || difference.high! < 0
  const tiny = from.n < 10 || to.n < 10
  expect(difference.p! < 0.05).toBe(real)
  expect(difference.verdict).toBe(tiny ? 'not-comparable' : !real ? 'within-noise' : to.nps > from.nps ? 'up' : 'down')
}

it.each([
  ['films', () => films, '2008', '2015', [], ['nonStandardScale']],
  ['small', () => small, '2026-Q1', '2026-Q3', ['--by', '지역'], []],
  ['small, filtered', () => small, '2026-H1', '2026-08', ['--by', 'Plan=Kind', '--where', '지역=서울'], []],
] as const)('two periods of %s', async (_, project, from, to, rest, label) => {
  const compared = await cli.json<Compared>('compare', '--project', project(), '--from', from, '--to', to, ...rest)
  expect(Object.keys(compared)).toEqual(['from', 'to', 'difference', 'low', 'high', 'p', 'verdict', ...label, 'mix', 'rate', 'paired', 'segments'])
  const filter = rest.filter((word, place) => word === '--where' || rest[place - 1] === '--where')
  for (const [period, side] of [[from, compared.from], [to, compared.to]] as const) {
    const { total } = await cli.json<{ total: Figure }>('nps', '--project', project(), '--where', `period=${period}`, ...filter)
    expect(side).toEqual({ period, ...total })
  }
  expectDifference(compared, compared.from, compared.to)
  for (const segment of compared.segments) expectDifference(segment, segment.from, segment.to)
  if (rest[0] === '--by') {
    expect(compared.segments.reduce((all, segment) => all + segment.to.n, 0)).toBe(compared.to.n)
    expect(compared.segments.map(({ key }) => Object.keys(key))).toEqual(compared.segments.map(() => [rest[1]]))
  }
})

it('refuses what is no period, and a project without dates', async () => {
  await cli.refused('period', 'compare', '--project', films, '--from', '2008', '--to', '2008-Q0')
  await cli.refused('no-dates', 'compare', '--project', carpentries, '--from', '2017', '--to', '2018')
})
