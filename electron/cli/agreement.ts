import { ok } from '../../shared/base/result'
import { agreementIn } from '../../shared/engine/tags/agreement'
import { nodeDecoder } from '../node/node-decode'
import { required, type Command } from './command'
import { PERSONAL_OPTION } from './dimensions'
import { printed } from './personal'
import { readSource } from './session'
import { table } from './words'

const figure = (value: number | null): string => (value === null ? 'no variation' : value.toFixed(3))

export const agreement: Command = {
  usage: 'agreement --file CODES.csv [--with-personal-data]',
  summary: 'how far coders agree: columns unit, coder, code; a row for each code given, one with a blank code where there was nothing to code',
  options: { file: { type: 'string' }, ...PERSONAL_OPTION },
  run(args) {
    const path = required(args, 'file')
    if (!path.ok) return Promise.resolve(path)
    const source = readSource(path.value)
    if (!source.ok) return Promise.resolve(source)
    const found = agreementIn(nodeDecoder, source.value)
    if (!found.ok) return Promise.resolve(found)
    const { units, coders, alpha } = found.value
    const print = printed(args.flag('with-personal-data'))
    const perCode = found.value.perCode.map((one) => ({ ...one, code: print(one.code) }))
    const rows = perCode.map((one) => [one.code, figure(one.alpha), figure(one.ac1), figure(one.positiveAgreement), String(one.n)])
    const text = `${units} units, ${coders} coders, alpha ${figure(alpha)}\n${table([['code', 'alpha', 'AC1', 'positive agreement', 'n'], ...rows])}`
    return Promise.resolve(ok({ json: { ...found.value, perCode }, text }))
  },
}
