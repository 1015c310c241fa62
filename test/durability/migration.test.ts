import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { seededRandom } from '../../shared/base/seeded-random'
import type { Project } from '../../shared/engine/project/project'
import { statesAt } from '../helpers/crash-states'
import { createFakeFiles, EMPTY_DISK, type Disk } from '../helpers/fake-files'
import { leftOn, openOn, PROJECT_FILE, saidOn } from '../helpers/kept-project'
import { must } from '../helpers/project'

const GOLDEN = ['format-1', 'format-2'] as const
const diskOf = (name: (typeof GOLDEN)[number]): Disk => ({
  names: new Map([...EMPTY_DISK.names, [PROJECT_FILE, 1]]),
  contents: new Map([[1, new Uint8Array(gunzipSync(readFileSync(join(import.meta.dirname, `../golden/projects/${name}.earshot.gz`))))]]),
})
const rename = (project: Project) =>
  project.change('rename', [{ register: 'setting', id: 'name', before: project.registers.setting.get('name') ?? null, after: { value: 'renamed' } }])

it.each(GOLDEN)('a power cut while a file of %s becomes one of today leaves the old one or the new one, and the change', async (name) => {
  const base = diskOf(name)
  const before = await saidOn(base)
  const files = createFakeFiles(base)
  const project = must(await openOn(files))
  must(await rename(project))
  const changed = files.effects.length
  must(await project.save())
  const after = await project.hash()
  await project.close()
  let tried = 0
  for (let moment = 0; moment <= files.effects.length; moment++) {
    for (const { disk } of statesAt(base, files.effects, moment, 500, seededRandom(moment))) {
      const { hash } = await saidOn(disk)
      expect(moment >= changed ? [after] : [before.hash, after], `power cut before effect ${moment}`).toContain(hash)
      tried += 1
    }
  }
  expect(tried).toBeGreaterThan(20)
})

it.each(GOLDEN)('any call may fail while a file of %s becomes one of today', async (name) => {
  const base = diskOf(name)
  const before = await saidOn(base)
  for (let nth = 1, isOver = false; !isOver; nth++) {
    const files = createFakeFiles(base)
    const opened = await openOn(files)
    const project = must(opened)
    const acknowledged = must(await rename(project))
    expect(acknowledged).toBeDefined()
    const after = await project.hash()
    files.trouble({ fails: (call) => (call === nth ? 'EIO' : null) })
    const saved = await project.save()
    isOver = files.calls() < nth
    expect(isOver ? saved.ok : true).toBe(true)
    files.trouble({})
    await project.close()
    const said = await saidOn(leftOn(files.now()))
    expect([after], `call ${nth}, ${before.hash === said.hash ? 'the change is lost' : ''}`).toContain(said.hash)
  }
})
