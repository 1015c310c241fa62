import type { Project } from '../../../shared/engine/project/project'
import { type TestRow } from '../../helpers/project'

export const ROWS: readonly TestRow[] = [
  { score: 10, day: 20_000, cells: ['Finance', '007'] },
  { score: 3, day: 20_050, cells: ['Travel', ''] },
  { score: null, day: null, cells: ['Finance', '"quoted"\nline'] },
  { score: 9, day: 20_100, aside: true, cells: ['Travel', '3.10'] },
]

export const setting = (project: Project, id: string, value: string | null) =>
  project.change('setting', [
    {
      register: 'setting',
      id,
      before: project.registers.setting.get(id) ?? null,
      after: value === null ? null : { value },
    },
  ])
