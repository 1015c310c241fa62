import { answersOf, pointsOf } from './figure'
import type { GroupCounts } from './types'
import { pooled } from './variance'

/**
 * For each period the score of it and those before it, `width` in all: that of their pooled answers, never the mean of
 * their scores. Null before there are so many, and for windows without answers. Neighbours share answers: never test them
 * against each other.
 */
export const rollingScores = (periods: readonly GroupCounts[], width: number): readonly (number | null)[] =>
  periods.map((_, at) => {
    if (at + 1 < width) return null
    const counts = pooled(periods.slice(at + 1 - width, at + 1))
    return answersOf(counts) === 0 ? null : pointsOf(counts)
  })
