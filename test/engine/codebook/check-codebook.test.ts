import { describe, expect, it } from 'vitest'
import { checkCodebook } from '../../../shared/engine/codebook/check-codebook'
import { nodeDecoder } from '../../../electron/node/node-decode'

const check = (text: string) => checkCodebook(nodeDecoder, { name: 'c.csv', bytes: new TextEncoder().encode(text) })

describe('the examples of a codebook file', () => {
  it('are judged by the rules, those of other codes in their place', () => {
    const file = [
      'code,rule,must_hit,must_miss',
      'Late,late OR 늦*,too late || 배송이 늦어요,on time || later',
      'Bad,#late NOT #Fine,late and bad || fine,late but fine',
      'Fine,fine,,finely',
      'By hand,,anything,anything',
    ].join('\n')
    expect(check(file)).toEqual({
      ok: true,
      value: {
        codes: 4,
        passed: 8,
        failed: [
          { code: 'Bad', kind: 'must_hit', text: 'fine' },
          { code: 'By hand', kind: 'must_hit', text: 'anything' },
        ],
      },
    })
  })

  it.each([
    ['price score<=6', 1],
    ['price -(score>6)', 1],
    ['(industry=Finance OR price)', 1],
    ['SENT(price score<=6) NOT "Job role"=Other', 1],
    ['score<=6', 0],
  ])('are texts alone, so that conditions are left out: %s', (rule, passed) => {
    const file = `code,rule,must_hit,must_miss\nLow,"${rule.replaceAll('"', '""')}",the price,fine\n`
    expect(check(file)).toMatchObject({ ok: true, value: { passed: passed + 1 } })
  })

  it.each([
    ['code,rule\nA,#B\n', 'rule'],
    ['code,rule\nA,#B\nB,#A\n', 'rule'],
    ['code,rule\nA,(price\n', 'rule'],
    ['name,rule\nA,price\n', 'codebook'],
    ['', 'empty-file'],
  ])('are not judged in a wrong codebook', (file, code) => {
    expect(check(file)).toMatchObject({ ok: false, fault: { code } })
  })
})
