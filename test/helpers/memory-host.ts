import { ok } from '../../shared/base/result'
import type { Host } from '../../renderer/host/host'

/** A window without a computer around it: no file is picked, saving goes nowhere, nothing is remembered. */
export const memoryHost = (patch: Partial<Host> = {}): Host => ({
  kind: 'memory',
  pickFile: () => Promise.resolve(ok(null)),
  saveFile: () => Promise.resolve(ok('saved')),
  getPreference: () => null,
  setPreference: () => undefined,
  ...patch,
})
