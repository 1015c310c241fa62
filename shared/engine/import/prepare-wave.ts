import { rowsToStore } from '../../ingest/commit-rows'
import { countPlan } from '../../ingest/plan-counts'
import type { ColumnProfile, ImportPlan } from '../../ingest/types'
import type { Change } from '../../model/operation'
import type { Field, Wave, WaveCounts } from '../../model/records'
import { NPS_SCALE } from '../../model/role'
import { fieldIds } from './field-ids'
import type { ImportPart, Seal } from './import-parts'
import type { Project } from '../project/project'
import type { ReadFile } from './read-file'

/** A wave as its plan makes it, waiting for the hashes of its file and rows. */
export interface PreparedWave {
  readonly counts: WaveCounts
  /** Null for a plan that stores no row. */
  readonly part: ImportPart | null
  /** Ids of the fields of its columns. */
  readonly fields: readonly string[]
  /** The fields that it brings. */
  readonly added: readonly Change[]
  readonly wave: (seal: Seal) => Change
}

/** Id of the wave that a file becomes. */
export const waveIdOf = ({ source }: Pick<Seal, 'source'>): string => `w${source.slice(0, 16)}`

/** The wave that a plan makes of its file. `known` are the fields so far; those that it brings are added to them. */
export async function prepareWave(
  { platform }: Project,
  read: Pick<ReadFile, 'file' | 'source'>,
  plan: ImportPlan,
  known: Map<string, Field>,
): Promise<PreparedWave> {
  const counts = countPlan(plan)
  const fields = plan.match?.columns.map(({ field }) => field) ?? (await fieldIds(plan.columns, platform))
  const wave: Omit<Wave, 'batch' | 'source'> = {
    name: plan.wave,
    file: read.file.name,
    importedAt: platform.now(),
    scale: plan.score?.scale ?? NPS_SCALE,
    treatAsNps: plan.treatAsNps,
    columns: plan.columns.map(({ index, header, role }, at) => {
      const question = plan.table.questions[at]
      const unit = plan.tenure?.index === index ? plan.tenure.unit : null
      return { index, header, field: fields[at]!, role, ...(question ? { question } : {}), ...(unit ? { unit } : {}) }
    }),
    counts,
  }
  const isEmpty = counts.accepted + counts.setAside === 0
  return {
    counts,
    part: isEmpty ? null : { rows: rowsToStore(plan), fields, source: read.source },
    fields,
    added: isEmpty ? [] : newFields(plan.columns, fields, known),
    wave: ({ source, batch }) => ({ register: 'wave', id: waveIdOf({ source }), before: null, after: { ...wave, source, batch } }),
  }
}

function newFields(columns: readonly ColumnProfile[], ids: readonly string[], known: Map<string, Field>): readonly Change[] {
  const names = new Set([...known.values()].map(({ name }) => name))
  return columns.flatMap(({ name, header, kind, role }, at): Change[] => {
    const id = ids[at]!
    if (known.has(id)) return []
    let unique = name
    for (let next = 2; names.has(unique); next++) unique = `${name} (${next})`
    names.add(unique)
    const after: Field = { name: unique, label: header, kind, role }
    known.set(id, after)
    return [{ register: 'field', id, before: null, after }]
  })
}
