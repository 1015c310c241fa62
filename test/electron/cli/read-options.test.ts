import { expect, it } from 'vitest'
import { readArguments } from '../../../electron/cli/command'
import { inspect } from '../../../electron/cli/inspect'
import { readOptions } from '../../../electron/cli/read-options'
import { must } from '../../helpers/survey-files'

const said = (...words: readonly string[]) => readOptions(must(readArguments(inspect, words)))

it('takes what is said about a file, and nothing else', () => {
  expect(must(said())).toEqual({ read: {} })
  const words = ['--encoding', 'CP949', '--delimiter', 'tab', '--sheet', '응답', '--header-rows', '2', '--date-order', 'dmy']
  expect(must(said(...words))).toEqual({
    read: { encoding: 'cp949', delimiter: '\t', sheet: '응답', headerRows: 2 },
    dateOrder: 'dmy',
  })
})

it.each([
  ['--encoding', 'klingon'],
  ['--delimiter', ''],
  ['--delimiter', ',,'],
  ['--delimiter', '"'],
  ['--header-rows', '-1'],
  ['--header-rows', 'two'],
  ['--header-rows', '1e9'],
  ['--date-order', 'ydm'],
])('refuses %s %j', (option, value) => {
  expect(said(`${option}=${value}`)).toMatchObject({ ok: false, fault: { code: 'bad-usage' } })
})
