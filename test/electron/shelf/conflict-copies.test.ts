import { hostname } from 'node:os'
import { expect, it } from 'vitest'
import { conflictCopies } from '../../../electron/shelf/conflict-copies'
import { createFakeFiles } from '../../helpers/fake-files'

it('knows what cloud drives leave beside a project file, and nothing else', () => {
  const files = createFakeFiles()
  const copies = [
    "q3 (Mina's conflicted copy 2026-11-23).earshot",
    'q3.sync-conflict-20261123-101010-ABCDEFG.earshot',
    'q3 (conflicted copy 2026-11-23 101010).earshot',
    'q3(충돌된 사본).earshot',
    `q3-${hostname()}.earshot`,
  ]
  const others = ['q3.earshot', 'q3-final.earshot', 'q4 (conflicted copy).earshot', 'q3 (conflict).csv', 'q3.recovered.earshot', 'q3.earshot.lock']
  for (const name of [...copies, ...others]) files.close(files.open(`/p/${name}`, 'w+'))
  expect([...conflictCopies('/p/q3.earshot', files)].sort()).toEqual(copies.toSorted())
})
