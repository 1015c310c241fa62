import { z } from 'zod'
import { INTENTS, type Change, type Operation } from './operation'
import { DIRECTIONS, MARK_KINDS, REGISTER_NAMES } from './records'
import type { Code, Decision, Field, Mark, RegisterName, Registers, Setting, Wave } from './records'
import { KINDS, ROLES, type Scale } from './role'
import { TENURE_UNITS } from './tenure'

// Compiled checks need eval, which the content policy forbids.
z.config({ jitless: true })

const scale = z.custom<Scale>((value) => typeof value === 'string' && /^\d{1,3}-\d{1,3}$/.test(value))
const count = z.number().int().nonnegative()

export const waveSchema: z.ZodType<Wave> = z.strictObject({
  name: z.string(),
  file: z.string(),
  source: z.string(),
  batch: z.string().regex(/^[0-9a-f]{64}$/),
  importedAt: z.string(),
  scale,
  treatAsNps: z.boolean(),
  columns: z.array(
    z.strictObject({
      index: count,
      header: z.string(),
      field: z.string(),
      role: z.enum(ROLES),
      question: z.string().exactOptional(),
      unit: z.enum(TENURE_UNITS).exactOptional(),
    }),
  ),
  counts: z.strictObject({
    accepted: count,
    setAside: count,
    duplicates: count,
    rejected: count,
    scored: count,
    commented: count,
  }),
})

export const fieldSchema: z.ZodType<Field> = z.strictObject({
  name: z.string(),
  label: z.string(),
  kind: z.enum(KINDS),
  role: z.enum(ROLES),
})

/** None at all is absent, so that equal records are equal texts. */
const texts = z.array(z.string()).min(1)

export const codeSchema: z.ZodType<Code> = z.strictObject({
  name: z.string(),
  parent: z.string().nullable(),
  rule: z.string(),
  description: z.string(),
  color: z.string(),
  position: z.number(),
  direction: z.enum(DIRECTIONS).exactOptional(),
  exclusive: z.string().min(1).exactOptional(),
  mustHit: texts.exactOptional(),
  mustMiss: texts.exactOptional(),
  archived: z.literal(true).exactOptional(),
  questions: texts.exactOptional(),
})

export const decisionSchema: z.ZodType<Decision> = z.strictObject({
  wave: z.string(),
  line: count,
  field: z.string(),
  code: z.string(),
  coder: z.string(),
  at: z.string(),
  verdict: z.enum(['add', 'remove']),
})

export const markSchema: z.ZodType<Mark> = z.strictObject({
  wave: z.string(),
  line: count,
  field: z.string(),
  kind: z.enum(MARK_KINDS),
  text: z.string(),
  coder: z.string(),
  at: z.string(),
})

export const settingSchema: z.ZodType<Setting> = z.strictObject({ value: z.string() })

const schemas: { readonly [R in RegisterName]: z.ZodType<Registers[R]> } = {
  wave: waveSchema,
  field: fieldSchema,
  code: codeSchema,
  decision: decisionSchema,
  mark: markSchema,
  setting: settingSchema,
}

/** A record read from a file, checked; null when it is not one. */
export function parseRecord<R extends RegisterName>(register: R, value: unknown): Registers[R] | null {
  const parsed = schemas[register].safeParse(value)
  return parsed.success ? parsed.data : null
}

const changeShape = z.strictObject({ register: z.enum(REGISTER_NAMES), id: z.string(), before: z.unknown(), after: z.unknown() })

const change = z.custom<Change>((value) => {
  const shape = changeShape.safeParse(value)
  if (!shape.success) return false
  const { register, before, after } = shape.data
  return [before, after].every((record) => record === null || parseRecord(register, record) !== null)
})

export const operationSchema: z.ZodType<Operation> = z.strictObject({
  id: z.string().min(1),
  at: z.string(),
  author: z.string(),
  intent: z.enum(INTENTS),
  undoes: z.string().exactOptional(),
  redoes: z.string().exactOptional(),
  changes: z.array(change),
})
