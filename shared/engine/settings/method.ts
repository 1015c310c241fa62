import { z } from 'zod'
import type { Result } from '../../base/result'
import { INTERVAL_METHODS } from '../../nps/interval'
import { STANDARD_METHOD, type Method } from '../../query/method'
import type { Project } from '../project/project'
import { changeSettings, parseSetting, settingChange } from './settings'

export const METHOD = 'method'

const methodSchema = z.strictObject({
  fiscalStart: z.number().int().min(1).max(12),
  interval: z.enum(INTERVAL_METHODS),
  perPerson: z.boolean(),
})

/** How the figures of a project are made: as chosen, else by the standard. */
export const methodOf = ({ registers }: Pick<Project, 'registers'>): Method => parseSetting(methodSchema, registers.setting.get(METHOD)?.value) ?? STANDARD_METHOD

/** Keeps how the figures are made. */
export const saveMethod = (project: Project, { fiscalStart, interval, perPerson }: Method): Promise<Result<null>> => {
  const value = JSON.stringify({ fiscalStart, interval, perPerson })
  return changeSettings(project, [settingChange(project, METHOD, value === JSON.stringify(STANDARD_METHOD) ? null : value)])
}
