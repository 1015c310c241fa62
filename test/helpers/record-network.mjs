import { appendFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Loaded before a command: writes down whatever it tries to reach. Every way out of Node goes through one of these.
const require = createRequire(import.meta.url)
const record = process.env['EARSHOT_NETWORK_RECORD'] ?? ''
/** @param {string} what @param {readonly unknown[]} args */
const note = (what, args) => appendFileSync(record, `${what} ${JSON.stringify(args.filter((one) => typeof one !== 'function'))}\n`)

for (const [module, names] of /** @type {const} */ ([
  ['node:net', ['connect', 'createConnection']],
  ['node:dns', ['lookup', 'resolve', 'resolve4', 'resolve6']],
])) {
  const whole = require(module)
  for (const name of names) {
    const real = whole[name]
    whole[name] = (/** @type {unknown[]} */ ...args) => {
      note(name, args)
      return real(...args)
    }
  }
}
for (const [owner, name] of /** @type {const} */ ([
  [require('node:net').Socket.prototype, 'connect'],
  [require('node:dgram').Socket.prototype, 'send'],
])) {
  const real = owner[name]
  owner[name] = function (/** @type {unknown[]} */ ...args) {
    note(name, args)
    return real.apply(this, args)
  }
}
