import { expect, it } from 'vitest'
import { readFile } from '../../../renderer/host/read-file'
import { fault } from '../../../shared/base/fault'
import { refuse } from '../../../shared/base/result'

const MB = 2 ** 20

/** A file of that size, of which nothing may be read. */
const unread = (name: string, size: number): File =>
  Object.defineProperties(new File([], name), {
    size: { value: size },
    arrayBuffer: { value: () => Promise.reject(new Error('was read')) },
  })

it.each([
  ['Survey.earshot', 1024 * MB + 1, fault('project-too-large', { path: 'Survey.earshot', size: 1025, limit: 1024 })],
  ['survey.csv', 300 * MB + 1, fault('too-large', { file: 'survey.csv', what: '301 MB > 300 MB' })],
])('refuses %s of %i bytes without reading it, and names its size', async (name, size, expected) => {
  expect(await readFile(unread(name, size))).toEqual(refuse(expected))
})

it.each([
  ['Survey.EARSHOT', 1024 * MB],
  ['survey.csv', 300 * MB],
])('reads %s of %i bytes', async (name, size) => {
  expect(await readFile(unread(name, size))).toEqual(refuse(fault('not-readable', { file: name, what: 'Error' })))
})

it('gives the bytes of a file', async () => {
  expect(await readFile(new File(['a,b'], 'x.csv'))).toEqual({ ok: true, value: { name: 'x.csv', bytes: new TextEncoder().encode('a,b') } })
})
