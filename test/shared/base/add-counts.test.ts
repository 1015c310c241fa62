import { expect, it } from 'vitest'
import { addCounts } from '../../../shared/base/add-counts'

it('adds each count to its like, and changes neither', () => {
  const a: Readonly<Record<'rows' | 'tags', number>> = Object.freeze({ rows: 2, tags: 0 })
  const b = Object.freeze({ rows: 3, tags: 7 })
  expect(addCounts(a, b)).toEqual({ rows: 5, tags: 7 })
})
