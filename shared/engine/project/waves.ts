import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Change, Intent } from '../../model/operation'
import type { Project } from './project'

async function changeIf(project: Project, intent: Intent, isNew: boolean, change: Change): Promise<Result<null>> {
  if (!isNew) return ok(null)
  const done = await project.change(intent, [change])
  return done.ok ? ok(null) : done
}

/** Gives a wave another name. The same name again changes nothing. */
export async function renameWave(project: Project, id: string, name: string): Promise<Result<null>> {
  const before = project.registers.wave.get(id)
  if (!before) return refuse(fault('busy'))
  const after = { ...before, name: name.trim() }
  if (after.name === '') return refuse(fault('no-name'))
  return changeIf(project, 'rename', after.name !== before.name, { register: 'wave', id, before, after })
}

/** Takes a wave out of every figure. Its rows and the coders' words on them stay, unseen, until undo brings it back. */
export async function removeWave(project: Project, id: string): Promise<Result<null>> {
  const before = project.registers.wave.get(id)
  if (!before) return refuse(fault('busy'))
  return changeIf(project, 'remove-wave', true, { register: 'wave', id, before, after: null })
}

/** Gives the project another name. The same name again changes nothing. */
export async function renameProject(project: Project, name: string): Promise<Result<null>> {
  const before = project.registers.setting.get('name') ?? null
  const after = { value: name.trim() }
  if (after.value === '') return refuse(fault('no-name'))
  return changeIf(project, 'rename', after.value !== before?.value, { register: 'setting', id: 'name', before, after })
}
