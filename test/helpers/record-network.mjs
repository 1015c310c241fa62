import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import net from 'node:net'

// Loaded before a command: writes down whatever it tries to reach. Every way out of Node goes through one of these.
const record = process.env['EARSHOT_NETWORK_RECORD'] ?? ''

/**
 * @param {object} owner
 * @param {readonly string[]} names
 */
function watch(owner, names) {
  for (const name of names) {
    /** @type {unknown} */
    const real = Reflect.get(owner, name)
    if (typeof real !== 'function') throw new TypeError(`${name} is no function`)
    /** @this {unknown} @param {unknown[]} args */
    const watched = function (...args) {
      appendFileSync(record, `${name} ${JSON.stringify(args.filter((one) => typeof one !== 'function'))}\n`)
      return /** @type {unknown} */ (Reflect.apply(real, this, args))
    }
    Reflect.set(owner, name, watched)
  }
}

watch(net, ['connect', 'createConnection'])
watch(net.Socket.prototype, ['connect'])
watch(dgram.Socket.prototype, ['send'])
watch(dns, ['lookup', 'resolve', 'resolve4', 'resolve6'])
