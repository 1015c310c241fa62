import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Anonymity } from '../../protocol/anonymity'
import type { Clause, Dimension } from '../../query/types'
import type { Project } from '../project/project'
import { guardedWaves, type GuardedWave } from './guarded-waves'

/** Some values of a field, or all but these. */
interface Part {
  readonly values: ReadonlySet<string | null>
  readonly isRest: boolean
}

/** What a filter lets through: some waves, and parts of at most two fields. */
export interface Cutting {
  readonly waves: readonly GuardedWave[]
  /** Waves that the filter would let through, if they could be shown. */
  readonly hiddenWaves: readonly GuardedWave[]
  readonly parts: ReadonlyMap<string, Part>
}

/** What cannot be asked: fields that are no cuts, or two that are never crossed. */
export const cutFault = ({ registers }: Project, { crossed }: Anonymity): ReturnType<typeof fault> =>
  fault('anonymous-cut', { crossed: crossed === null ? 0 : 1, field: crossed === null ? '' : (registers.field.get(crossed)?.label ?? '') })

export const fewFault = ({ people }: Anonymity): ReturnType<typeof fault> => fault('anonymous-few', { people })

/**
 * A filter as whole waves and whole values of fields, the only ones there are in an anonymous project: so every figure is one that
 * `guardWave` lets through, or made of such. Refuses any other filter, and a wave that is hidden.
 */
export function cuttingOf(project: Project, anonymity: Anonymity, where: readonly Clause[]): Result<Cutting> {
  const waves = guardedWaves(project, anonymity)
  let through = waves
  const parts = new Map<string, Part>()
  for (const clause of where) {
    const isRest = clause.kind === 'except'
    const inner = isRest ? (clause.where.length === 1 ? clause.where[0]! : null) : clause
    if (inner?.kind !== 'values') return refuse(cutFault(project, anonymity))
    const { dimension, values } = inner
    if (dimension.kind === 'wave') {
      const isAsked = ({ placed }: GuardedWave): boolean => values.includes(placed.wave.name) !== isRest
      if (!isRest && waves.some((wave) => isAsked(wave) && !wave.total)) return refuse(fewFault(anonymity))
      through = through.filter(isAsked)
      continue
    }
    if (dimension.kind !== 'field') return refuse(cutFault(project, anonymity))
    const before = parts.get(dimension.field)
    if (before && (isRest || before.isRest)) return refuse(cutFault(project, anonymity))
    parts.set(dimension.field, { values: new Set(before ? values.filter((value) => before.values.has(value)) : values), isRest })
  }
  const shown = through.filter(({ total }) => total)
  if (shown.length === 0 && through.length > 0) return refuse(fewFault(anonymity))
  return ok({ waves: shown, hiddenWaves: through.filter(({ total }) => !total), parts })
}

/** Whether these fields may be asked about together. */
export function mayCross({ crossed }: Anonymity, fields: ReadonlySet<string>): boolean {
  return fields.size < 2 || (fields.size === 2 && crossed !== null && fields.has(crossed))
}

/** The field of a dimension; undefined for the wave, null for what cannot be asked about. */
export const fieldOf = (dimension: Dimension): string | undefined | null =>
  dimension.kind === 'field' ? dimension.field : dimension.kind === 'wave' ? undefined : null

/** Whether what the parts let through may be shown in each of the waves. */
export function mayShow({ crossed }: Anonymity, { waves, parts }: Pick<Cutting, 'waves' | 'parts'>): boolean {
  return waves.every((wave) => isShownIn(wave, crossed, parts))
}

function isShownIn(wave: GuardedWave, crossed: string | null, parts: Cutting['parts']): boolean {
  const [first, second] = [...parts].sort(([a], [b]) => Number(b === crossed) - Number(a === crossed))
  if (!first) return wave.total
  const [field, part] = first
  const own = wave.fields.get(field)
  if (!own) return false
  const places = placesIn(own.places, part)
  // Nobody has the value there, which is no secret: fields tell which values they have.
  if (!second) return places.every((place) => own.shown[place])
  const across = wave.fields.get(second[0])
  if (!across?.cells || part.isRest || second[1].isRest) return false
  const others = placesIn(across.places, second[1])
  return places.every((place) => others.every((other) => across.cells![place]![other]))
}

const placesIn = (places: ReadonlyMap<string | null, number>, { values }: Part): readonly number[] =>
  [...values].flatMap((value) => {
    const place = places.get(value)
    return place === undefined ? [] : [place]
  })

/** 1 for each scored response that the filter lets through. */
export function rowsOf({ columns }: Project, { waves, parts }: Cutting): Uint8Array {
  const selected = new Uint8Array(columns.rows)
  for (const { placed } of waves) {
    for (let row = placed.span.first; row < placed.span.first + placed.span.rows; row++) {
      selected[row] = columns.live[row] === 1 && columns.groups[row]! >= 0 ? 1 : 0
    }
  }
  for (const [field, { values, isRest }] of parts) {
    const { codes, labels } = columns.dimension({ kind: 'field', field })
    const passes = labels.map((label) => values.has(label) !== isRest)
    for (let row = 0; row < selected.length; row++) if (!passes[codes[row]!]) selected[row] = 0
  }
  return selected
}
