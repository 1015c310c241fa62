import type { Benchmark, ScoreTarget, Yardsticks } from '../../../shared/protocol/engine-api'

/** A target and a benchmark as they are typed. */
export interface TargetDraft {
  readonly label: string
  readonly score: string
  readonly from: string
}

export interface BenchmarkDraft {
  readonly label: string
  readonly low: string
  readonly high: string
  readonly source: string
}

export interface YardsticksDraft {
  readonly targets: readonly TargetDraft[]
  readonly benchmarks: readonly BenchmarkDraft[]
}

export const NEW_TARGET: TargetDraft = { label: '', score: '', from: '' }
export const NEW_BENCHMARK: BenchmarkDraft = { label: '', low: '', high: '', source: '' }

export const draftOf = ({ targets, benchmarks }: Yardsticks): YardsticksDraft => ({
  targets: targets.map(({ label, score, from }) => ({ label, score: String(score), from: from ?? '' })),
  benchmarks: benchmarks.map(({ label, low, high, source }) => ({ label, low: String(low), high: low === high ? '' : String(high), source })),
})

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** The number that somebody wrote, with either minus and a plus if they like; null for none that a score can be. */
export function readPoints(text: string): number | null {
  const plain = text.trim().replace(/^\u2212/, '-')
  const points = Number(plain)
  return /^[+-]?\d+(\.\d+)?$/.test(plain) && points >= -100 && points <= 100 ? points : null
}

/** The fields of a target that are wrong. */
export function wrongInTarget({ label, score, from }: TargetDraft): ReadonlySet<keyof TargetDraft> {
  return new Set([
    ...(label.trim() === '' ? ['label' as const] : []),
    ...(readPoints(score) === null ? ['score' as const] : []),
    ...(from.trim() === '' || MONTH.test(from.trim()) ? [] : ['from' as const]),
  ])
}

/** The fields of a benchmark that are wrong. */
export function wrongInBenchmark({ label, low, high, source }: BenchmarkDraft): ReadonlySet<keyof BenchmarkDraft> {
  const [from, to] = [readPoints(low), high.trim() === '' ? readPoints(low) : readPoints(high)]
  return new Set([
    ...(label.trim() === '' ? ['label' as const] : []),
    ...(from === null ? ['low' as const] : []),
    ...(from !== null && (to === null || to < from) ? ['high' as const] : []),
    ...(source.trim() === '' ? ['source' as const] : []),
  ])
}

/** What was typed, once nothing in it is wrong; null before. */
export function readYardsticks({ targets, benchmarks }: YardsticksDraft): Yardsticks | null {
  const isWrong = targets.some((one) => wrongInTarget(one).size > 0) || benchmarks.some((one) => wrongInBenchmark(one).size > 0)
  if (isWrong) return null
  return {
    targets: targets.map(
      ({ label, score, from }): ScoreTarget => ({ label: label.trim(), score: readPoints(score) ?? 0, from: from.trim() === '' ? null : from.trim() }),
    ),
    benchmarks: benchmarks.map(({ label, low, high, source }): Benchmark => {
      const points = readPoints(low) ?? 0
      return { label: label.trim(), low: points, high: high.trim() === '' ? points : (readPoints(high) ?? points), source: source.trim() }
    }),
  }
}
