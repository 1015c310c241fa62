import { createCommands } from '../../renderer/app/commands'
import { createSession } from '../../renderer/app/session'
import type { Host } from '../../renderer/host/host'
import { ok } from '../../shared/base/result'
import type { EngineApi, OutputFile } from '../../shared/protocol/engine-api'
import { createFakeEngine } from './fake-engine'
import { memoryHost } from './memory-host'

const SOURCE = { name: 'answers.csv', bytes: new Uint8Array([1]) }

/** The window's commands over an engine and a host that remember what was asked of them. */
export function commandsWith(patch: Partial<EngineApi> = {}, host: Partial<Host> = {}) {
  const { client, calls } = createFakeEngine(patch)
  const saved: OutputFile[] = []
  const saving = memoryHost({
    pickFile: () => Promise.resolve(ok(SOURCE)),
    saveFile: (file) => {
      saved.push(file)
      return Promise.resolve(ok('saved'))
    },
    ...host,
  })
  const session = createSession('en', 'light')
  const readFile = (file: File) => Promise.resolve(ok({ name: file.name, bytes: new Uint8Array([1]) }))
  return { session, calls, saved, commands: createCommands(session, client, saving, readFile) }
}
