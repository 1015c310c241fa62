import { z } from 'zod'
import { MARK_KINDS } from '../../model/records'
import { GROUPS } from '../../nps/group'
import { ORIGINS } from '../../query/desk-clauses'
import { PERIOD_UNITS, type Clause, type Dimension } from '../../query/types'

const source = z.string().exactOptional()
const count = z.number().int().nonnegative()
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const dimension: z.ZodType<Dimension> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), field: z.string() }),
  z.strictObject({ kind: z.literal('wave') }),
  z.strictObject({ kind: z.literal('period'), unit: z.enum(PERIOD_UNITS) }),
  z.strictObject({ kind: z.literal('group') }),
  z.strictObject({ kind: z.literal('score') }),
])
const codes = z.union([z.array(z.string()), z.literal('any')])

const where = z.array(z.lazy(() => clauseSchema))
const group = z.enum(GROUPS).nullable()

/** A part of a filter as it is kept in a project. */
export const clauseSchema: z.ZodType<Clause> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('except'), where, source }),
  z.strictObject({ kind: z.literal('moved'), from: where, to: where, before: group, after: group, source }),
  z.strictObject({ kind: z.literal('values'), dimension, values: z.array(z.string().nullable()), source }),
  z.strictObject({ kind: z.literal('codes'), codes, has: z.boolean(), source }),
  z.strictObject({ kind: z.literal('text'), text: z.string(), source }),
  z.strictObject({ kind: z.literal('origin'), origin: z.enum(ORIGINS), codes, source }),
  z.strictObject({ kind: z.literal('length'), from: count.nullable(), to: count.nullable(), source }),
  z.strictObject({ kind: z.literal('rule'), rule: z.string(), source }),
  z.strictObject({ kind: z.literal('days'), from: day.nullable(), to: day.nullable(), source }),
  z.strictObject({ kind: z.literal('marks'), marks: z.array(z.enum(MARK_KINDS)), has: z.boolean(), source }),
  z.strictObject({ kind: z.literal('question'), fields: z.array(z.string()), source }),
  z.strictObject({ kind: z.literal('changed'), source }),
  z.strictObject({ kind: z.literal('sample'), n: count, seed: count, source }),
])
