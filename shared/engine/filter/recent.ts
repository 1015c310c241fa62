import type { Clause } from '../../query/types'
import { withinClause } from './clause-marks'
import type { Columns } from '../columns/columns'
import { fiscalStartOf } from '../settings/fiscal'
import type { Project } from '../project/project'
import type { Tags } from '../tags/tagging'

const MOST = 12

/** Answers to the last few filters over the same columns, so that paging and redrawing ask for them again for nothing. */
export interface Recent<T> {
  /** The answer from before; `tags` are those it depends on, null for none. */
  readonly get: (columns: Columns, key: string, tags: Tags | null) => T | undefined
  readonly set: (columns: Columns, key: string, tags: Tags | null, value: T) => void
}

export function createRecent<T>(): Recent<T> {
  const caches = new WeakMap<Columns, Map<string, { readonly tags: Tags | null; readonly value: T }>>()
  return {
    get(columns, key, tags) {
      const found = caches.get(columns)?.get(key)
      return found?.tags === tags ? found.value : undefined
    },
    set(columns, key, tags, value) {
      const cache = caches.get(columns) ?? new Map<string, { tags: Tags | null; value: T }>()
      caches.set(columns, cache)
      cache.delete(key)
      cache.set(key, { tags, value })
      for (const oldest of cache.keys()) {
        if (cache.size <= MOST) break
        cache.delete(oldest)
      }
    },
  }
}

/** What such a clause passes changes with what is in the project, even where no tag does. */
const FOLLOWS: ReadonlySet<Clause['kind']> = new Set<Clause['kind']>(['rule', 'marks', 'changed', 'suggested'])

const follows = (where: readonly Clause[]): boolean =>
  where.some((clause) => FOLLOWS.has(clause.kind) || follows(withinClause(clause)))

/** What a filter asks for, whoever set which part of it, at a time when the answer is the same. */
export const keyOfFilter = (project: Project, where: readonly Clause[]): string =>
  JSON.stringify(where, (name, value: unknown) => (name === 'source' ? undefined : value)) +
  (follows(where) ? ` ${project.revision}` : '') +
  // Periods of another fiscal year are other ones under the same name.
  ` FY${fiscalStartOf(project)}`
