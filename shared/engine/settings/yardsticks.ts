import { z } from 'zod'
import { fault } from '../../base/fault'
import { refuse, type Result } from '../../base/result'
import type { Yardsticks } from '../../protocol/trend'
import type { Project } from '../project/project'
import { changeSettings, parseSetting, settingChange } from './settings'

/** The setting that holds them. */
export const YARDSTICKS = 'yardsticks'

const MOST = 20
const label = z.string().trim().min(1).max(80)
const points = z.number().min(-100).max(100)
const schema = z.strictObject({
  targets: z.array(z.strictObject({ label, score: points, from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).nullable() })).max(MOST),
  benchmarks: z
    .array(z.strictObject({ label, low: points, high: points, source: z.string().trim().min(1).max(300) }).refine(({ low, high }) => low <= high))
    .max(MOST),
})

const NONE: Yardsticks = { targets: [], benchmarks: [] }

/** Targets and benchmarks of the project. */
export const yardsticksOf = ({ registers }: Project): Yardsticks => parseSetting(schema, registers.setting.get(YARDSTICKS)?.value) ?? NONE

/** Keeps them, all at once. Refuses what is no target or benchmark. */
export function saveYardsticks(project: Project, wanted: Yardsticks): Promise<Result<null>> {
  const { data } = schema.safeParse(wanted)
  if (!data) return Promise.resolve(refuse(fault('bad-yardstick')))
  const isNone = data.targets.length + data.benchmarks.length === 0
  return changeSettings(project, [settingChange(project, YARDSTICKS, isNone ? null : JSON.stringify(data))])
}
