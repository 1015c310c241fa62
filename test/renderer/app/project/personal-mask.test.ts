import { expect, it } from 'vitest'
import { namesKey, shownFor } from '../../../../renderer/app/project/personal-mask'
import type { ProjectView } from '../../../../shared/protocol/engine-api'
import { IMPORTED } from '../../../helpers/fake-engine'
import { commandsWith } from '../../../helpers/window-commands'
import { ok } from '../../../../shared/base/result'

const PEOPLE: ProjectView = { ...IMPORTED, fields: [...IMPORTED.fields, { id: 'f9', number: 9, name: 'Who', label: 'Who', kind: 'text', role: 'person' }] }
const TEXT = 'ask Mina Kim (mina@corp.kr) about it, 김민준님'

it('masks addresses and, once they are known, names; all of it as long as they are not', () => {
  const names = { of: namesKey(PEOPLE), names: ['Mina Kim', '김민준'] }
  const shown = (patch: Partial<Parameters<typeof shownFor>[0]>): string => shownFor({ showsPersonal: false, names: null, project: null, ...patch }).text(TEXT)
  expect(shown({})).toBe('ask Mina Kim (••••@••••.••) about it, 김민준님')
  expect(shown({ project: IMPORTED })).toBe('ask Mina Kim (••••@••••.••) about it, 김민준님')
  expect(shown({ project: PEOPLE })).toBe('••• •••• ••• (••••@••••.••) ••••• ••, ••••')
  expect(shown({ project: PEOPLE, names })).toBe('ask •••• ••• (••••@••••.••) about it, •••님')
  expect(shown({ project: PEOPLE, names: { ...names, of: 'another' } })).not.toContain('ask')
  expect(shown({ project: PEOPLE, names, showsPersonal: true })).toBe(TEXT)
})

it('tells that there is something personal, shown or not', () => {
  const names = { of: namesKey(PEOPLE), names: ['Mina Kim'] }
  for (const showsPersonal of [false, true]) {
    const { holds } = shownFor({ showsPersonal, names, project: PEOPLE })
    expect([holds('Mina Kim was kind'), holds('nobody was')]).toEqual([true, false])
  }
})

it('asks for the names of a project when it is opened, and not again for what changes nobody', async () => {
  const open = { openProject: () => Promise.resolve(ok(PEOPLE)), names: () => Promise.resolve(ok(['Mina Kim'])), project: () => Promise.resolve(ok(PEOPLE)) }
  const { commands, session, calls } = commandsWith(open)
  await commands.openProject('p1', 'answers')
  expect(session.get().names).toEqual({ of: namesKey(PEOPLE), names: ['Mina Kim'] })
  session.set({ project: { ...PEOPLE, revision: 9 } })
  await Promise.resolve()
  expect(calls.filter((call) => call === 'names')).toHaveLength(1)
  session.set({ project: { ...PEOPLE, waves: [...PEOPLE.waves, { ...PEOPLE.waves[0]!, id: 'w2' }] } })
  expect(calls.filter((call) => call === 'names')).toHaveLength(2)
})
