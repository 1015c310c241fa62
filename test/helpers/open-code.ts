import { verbatimAt } from '../../renderer/app/code/code-list'
import { ok } from '../../shared/base/result'
import type { EngineApi } from '../../shared/protocol/engine-api'
import { IMPORTED } from './fake-engine'
import { fakeVerbatims } from './fake-verbatims'
import { commandsWith } from './window-commands'

/** The code screen over verbatims without codes; `preferences` is what this computer keeps. */
export async function openCode(total: number, patch: Partial<EngineApi> = {}, preferences: Record<string, string> = { coder: 'Mina' }) {
  const fake = fakeVerbatims(total, IMPORTED)
  const host = {
    getPreference: (key: string) => preferences[key] ?? null,
    setPreference: (key: string, value: string) => {
      preferences[key] = value
    },
  }
  const window = commandsWith({ ...fake.engine, introduce: () => Promise.resolve(ok(null)), ...patch }, host)
  await window.commands.openProject('p1', 'answers')
  await window.commands.show('code')
  const code = () => window.session.get().code
  return { ...fake, ...window, code, current: () => verbatimAt(code().list!, code().cursor), preferences }
}
