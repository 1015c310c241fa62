import type { z } from 'zod'
import { ok, type Result } from '../../base/result'
import type { Change } from '../../model/operation'
import type { Project } from '../project/project'

/** A setting's text as what the schema says; null where there is none, and for what another program wrote there. */
export function parseSetting<T>(schema: z.ZodType<T>, text: string | undefined): T | null {
  if (text === undefined) return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** The change that gives a setting a value, or (null) removes it. */
export function settingChange({ registers }: Project, id: string, value: string | null): Change {
  return { register: 'setting', id, before: registers.setting.get(id) ?? null, after: value === null ? null : { value } }
}

/** Makes changes of settings, as one operation; those that change nothing are left out. */
export async function changeSettings(project: Project, changes: readonly Change[]): Promise<Result<null>> {
  const real = changes.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  if (real.length === 0) return ok(null)
  const done = await project.change('setting', real)
  return done.ok ? ok(null) : done
}
