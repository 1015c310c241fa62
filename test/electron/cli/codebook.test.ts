import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../../helpers/command-line'
import { SMALL_MAP, workFolder } from './surveys'

const cli = commandLine()
const folder = workFolder()
const { at } = folder

beforeAll(() => folder.import(cli, { small: [at('small.csv'), ...SMALL_MAP] }))
afterAll(() => folder.remove())

it('judges the examples of a codebook', async () => {
  writeFileSync(at('book.csv'), 'code,rule,must_hit,must_miss\nLate,late OR #Slow,too late || slow || on time,later\nSlow,slow,,slow\n')
  expect(await cli.json('codebook', 'check', at('book.csv'))).toEqual({
    codes: 2,
    passed: 3,
    failed: [
      { code: 'Late', kind: 'must_hit', text: 'on time' },
      { code: 'Slow', kind: 'must_miss', text: 'slow' },
    ],
  })
  const { code, stdout } = await cli.run('codebook', 'check', at('book.csv'))
  expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: '2 codes, 3 of 5 examples hold' })
  writeFileSync(at('wrong.csv'), 'code,rule\nLate,#Slow\n')
  await cli.refused('rule', 'codebook', 'check', at('wrong.csv'))
  await cli.refused('not-readable', 'codebook', 'check', at('none.csv'))
  await cli.refused('bad-usage', 'codebook')
  await cli.refused('bad-usage', 'codebook', 'check')
  await cli.refused('bad-usage', 'codebook', 'export', '--project', at('small.earshot'))
})

it.each(['csv', 'qdc'])('writes the codebook of a project, and takes it again: %s', async (ending) => {
  const [project, book] = [at('small.earshot'), at('book.csv')]
  writeFileSync(book, 'code,parent,rule,color,must_hit,archived\nLate,,late,#112233,too late,\nOld,Late,old,#445566,,yes\n')
  await cli.json('code', '--project', project, '--codebook', book)
  const out = at(`out.${ending}`)
  expect(await cli.json('codebook', 'export', '--project', project, '--out', out)).toMatchObject({ file: out, codes: 2 })
  const before = readFileSync(project)
  await cli.json('code', '--project', project, '--codebook', out)
  expect(readFileSync(project).equals(before)).toBe(true)
  await cli.refused('output-format', 'codebook', 'export', '--project', project, '--out', at('out.txt'))
})
