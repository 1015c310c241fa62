import { expect, it } from 'vitest'
import { nodeDecoder } from '../../../electron/node/node-decode'
import { quietTask } from '../../../shared/base/task'
import { STARTER } from '../../../shared/coding/starter/codes'
import { checkCodebook } from '../../../shared/engine/codebook/check-codebook'
import { CODEBOOK_FORMATS, exportCodebook } from '../../../shared/engine/export/export-codebook'
import { saveCode } from '../../../shared/engine/codebook/save-code'
import { startCodebook } from '../../../shared/engine/codebook/start-codebook'
import { must, newProject } from '../../helpers/project'

it.each(['en', 'ko'] as const)('all examples of the starter codebook hold, also in its files: %s', async (locale) => {
  const project = await newProject()
  must(await startCodebook(project, locale))
  const codes = STARTER.reduce((sum, theme) => sum + 1 + theme.codes.length, 0)
  const examples = STARTER.flatMap((theme) => theme.codes).reduce((sum, { mustHit, mustMiss }) => sum + mustHit.length + mustMiss.length, 0)
  for (const format of CODEBOOK_FORMATS) {
    const bytes = must(await exportCodebook(project, format, quietTask))
    expect(must(checkCodebook(nodeDecoder, { name: `book.${format}`, bytes }))).toEqual({ codes, passed: examples, failed: [] })
  }
  const { revision } = project
  must(await startCodebook(project, locale))
  expect(project.revision).toBe(revision)
})

it('joins the codes that are there, under those of the same name', async () => {
  const project = await newProject()
  const id = must(await saveCode(project, { id: null, name: 'PRODUCT', parent: null, rule: 'product', description: '', color: '' }))
  must(await startCodebook(project, 'en'))
  const codes = [...project.registers.code.values()]
  expect(codes.filter(({ name }) => name.toLowerCase() === 'product')).toHaveLength(1)
  expect(codes.find(({ name }) => name === 'Features')?.parent).toBe(id)
  must(await project.undo())
  expect(project.registers.code.size).toBe(1)
})
