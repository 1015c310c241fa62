import { z } from 'zod'
import { isoDay, parseIsoDay } from '../../base/day'
import { areEdges, MEASURES, type Measure } from '../../model/bands'
import type { KnownField } from '../columns/columns'
import type { RegisterMaps } from '../db/registers'
import { parseSetting } from './settings'

/** Settings of bands begin with it, the field's id follows. */
export const BANDS = 'bands:'

const schema = z.strictObject({ measure: z.enum(MEASURES), edges: z.array(z.union([z.number(), z.string()])) })

/** Edges as the file keeps them: days as ISO dates. */
export const bandsText = (measure: Measure, edges: readonly number[]): string =>
  JSON.stringify({ measure, edges: measure === 'days' ? edges.map(isoDay) : edges })

interface Kept {
  readonly measure: Measure
  readonly edges: readonly number[]
}

/** What a setting says; null for what another program wrote there. */
function keptIn(text: string): Kept | null {
  const data = parseSetting(schema, text)
  if (!data) return null
  const { measure } = data
  const edges = data.edges.map((edge) => (measure === 'days' ? (parseIsoDay(String(edge)) ?? NaN) : typeof edge === 'number' ? edge : NaN))
  return areEdges(measure, edges) ? { measure, edges } : null
}

const measureOf = (role: string, kind: string): Measure => (role === 'tenure' ? 'months' : kind === 'date' ? 'days' : 'numbers')

/** A field with the edges that somebody has chosen for it; those of something else that it once held do not count. */
export function knownField({ field, setting }: RegisterMaps, id: string): KnownField | undefined {
  const known = field.get(id)
  const text = known && setting.get(BANDS + id)?.value
  const kept = text === undefined ? null : keptIn(text)
  return known && kept?.measure === measureOf(known.role, known.kind) ? { ...known, edges: kept.edges } : known
}
