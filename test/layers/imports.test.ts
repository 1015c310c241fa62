import { expect, it } from 'vitest'
import { checkFile } from '../../scripts/layers.mjs'

it.each([
  ['shared code reaching for the window', 'shared/nps/x.ts', "import { a } from '../../renderer/app/session'"],
  ['the core reaching up', 'shared/base/x.ts', "import { a } from '../nps/figure'"],
  ['types from a layer above', 'shared/base/x.ts', "import type { A } from '../nps/types'"],
  ['a type in passing', 'shared/table/x.ts', "type A = import('../nps/types').Figure"],
  ['code where only types may be used', 'shared/protocol/x.ts', "import { a } from '../nps/figure'"],
  ['an inline type, which still runs the module', 'shared/protocol/x.ts', "import { type A } from '../nps/types'"],
  ['a re-export', 'shared/base/x.ts', "export * from '../model/role'"],
  ['a dynamic import', 'shared/base/x.ts', "const a = await import('../model/role')"],
  ['an import nobody can read', 'shared/engine/x.ts', "const a = await import('../' + name)"],
  ['Node in shared code', 'shared/ingest/x.ts', "import { readFileSync } from 'node:fs'"],
  ['Node in the window', 'renderer/app/x.ts', "import fs from 'fs'"],
  ['React in shared code', 'shared/report/x.ts', "import { useState } from 'react'"],
  ['a package nobody has classified', 'renderer/views/x.tsx', "import _ from 'lodash'"],
  ['a package whose types alone are allowed', 'shared/engine/x.ts', "import initSqlJs from 'sql.js'"],
  ['the engine in the window', 'renderer/app/x.ts', "import { createDesk } from '../../shared/engine/desk'"],
  ['a view reaching for the host', 'renderer/views/start/x.tsx', "import { browserHost } from '../../host/browser-host'"],
  ['a part that knows the app', 'renderer/parts/x.tsx', "import { useApp } from '../app/context'"],
  ['the window in the shell', 'electron/x.ts', "import { a } from '../renderer/app/session'"],
  ['the engine in the shell', 'electron/main.ts', "import { a } from '../shared/engine/desk'"],
  ['tests in the product', 'electron/x.ts', "import { a } from '../test/helpers/x'"],
  ['a worker of another layer', 'renderer/views/x.tsx', "new Worker(new URL('../engine/worker.ts', import.meta.url))"],
  ['a folder without a layer', 'shared/misc/x.ts', ''],
  ['a silenced rule', 'shared/base/x.ts', '// oxlint-disable-next-line no-console\nexport {}'],
  ['a silenced compiler', 'shared/base/x.ts', '// @ts-expect-error\nexport const a: string = 1'],
])('refuses %s', (_what, file, source) => {
  expect(checkFile(file, source)).toHaveLength(1)
})

it.each([
  ['the core', 'shared/nps/x.ts', "import { ok } from '../base/result'"],
  ['types where they are allowed', 'shared/protocol/x.ts', "import type { Figure } from '../nps/types'"],
  ['types of a package', 'shared/engine/x.ts', "import type { Database } from 'sql.js'"],
  ['its own folder', 'shared/nps/deep/x.ts', "import { a } from '../figure'"],
  ['a path into a package', 'renderer/parts/x.tsx', "import { use } from 'echarts/core'"],
  ['the engine in the command line', 'electron/cli.ts', "import { createDesk } from '../shared/engine/desk'"],
  ['the worker it starts', 'renderer/main.tsx', "new Worker(new URL('./engine/worker.ts', import.meta.url))"],
])('allows %s', (_what, file, source) => {
  expect(checkFile(file, source)).toEqual([])
})

it('names the file, the line and the reason', () => {
  const source = "import { ok } from './result'\n\nimport { a } from '../nps/figure'\n"
  expect(checkFile('shared/base/x.ts', source)).toEqual([
    'shared/base/x.ts:3: shared/base may not import code from shared/nps/figure',
  ])
})
