import { expect, it } from 'vitest'
import { cellsOf, must, read, textFile } from '../../helpers/survey-files'

const cells = async (header: string, cell: string): Promise<string> => {
  const width = header.split(',').length
  const row = (text: string): string => [...Array.from({ length: width - 1 }, (_, at) => String(at + 1)), text].join(',')
  const table = must(await read(textFile([`${header},Comment`, `${row('x')},${cell}`, `${row('y')},plain`, ''].join('\n'))))
  return cellsOf(table)[0]!.at(-1)!
}

/** Headers by which the tools are known that put an apostrophe before what could be a formula. */
const TOOLS = {
  typeform: '#,Network ID,Submit Date (UTC)',
  formbricks: 'No.,Response ID,Survey ID,Finished',
  limesurvey: 'id,submitdate,lastpage',
} as const

it.each(Object.entries(TOOLS))('%s: the apostrophe before a formula goes', async (_, header) => {
  expect(await cells(header, "'=1+1")).toBe('=1+1')
  expect(await cells(header, "'+56954886178")).toBe('+56954886178')
  expect(await cells(header, "'- no reason")).toBe('- no reason')
  expect(await cells(header, "'tis fine")).toBe("'tis fine")
  expect(await cells(header, "''=1")).toBe("''=1")
})

it('stays in the files of other tools', async () => {
  expect(await cells('ID,Start time,Completion time', "'=1+1")).toBe("'=1+1")
})
