import { inBuiltWindow } from './built-window.mjs'

/**
 * @typedef {{ name: string, values: number[] }} Answered In milliseconds, from the question to the answer in the window.
 */

const RUNS = 24

/**
 * How long the engine in its worker takes to answer the window, with the file at `path` imported in the built browser
 * edition: no question twice in a row, so that nothing is remembered but what the app itself remembers.
 * @param {string} path
 * @param {string | null} codes A codebook to code it with, as CSV.
 * @returns {Promise<readonly Answered[]>}
 */
export const measureAnswers = (path, codes) =>
  inBuiltWindow(async (page, address) => {
    await page.addInitScript(() => {
      globalThis.Worker = class extends Worker {
        /** @param {ConstructorParameters<typeof Worker>} how */
        constructor(...how) {
          super(...how)
          Reflect.set(globalThis, 'engine', this)
        }
      }
    })
    await page.goto(address)
    const chooser = page.waitForEvent('filechooser')
    await page.locator('main .button-primary').click()
    await (await chooser).setFiles(path)
    await page.locator('.plan-actions .button-primary').click({ timeout: 120_000 })
    await page.locator('.headline-score').waitFor({ timeout: 180_000 })
    await page.locator('.progress').waitFor({ state: 'detached', timeout: 300_000 })
    return page.evaluate(ask, { runs: RUNS, codes })
  })

/**
 * Runs inside the page.
 * @param {{ readonly runs: number, readonly codes: string | null }} how
 */
async function ask({ runs, codes }) {
  /** @type {Worker} */
  const engine = Reflect.get(globalThis, 'engine')
  // Above any id that the window itself uses meanwhile.
  let id = 1_000_000
  /**
   * @param {string} method
   * @param {unknown} input
   * @returns {Promise<{ readonly value: any, readonly ms: number }>}
   */
  const call = (method, input) =>
    new Promise((resolve, reject) => {
      id += 1
      const mine = id
      /** @param {MessageEvent<any>} event */
      const heard = ({ data }) => {
        if (data.id !== mine || data.kind === 'progress') return
        engine.removeEventListener('message', heard)
        const ms = performance.now() - start
        if (data.kind === 'reply' && data.result.ok) resolve({ value: data.result.value, ms })
        else reject(new Error(`${method}: ${JSON.stringify(data)}`))
      }
      engine.addEventListener('message', heard)
      const start = performance.now()
      engine.postMessage({ kind: 'request', id, method, input })
    })

  const project = (await call('project', null)).value
  if (codes !== null) await call('code', { csv: { name: 'codes.csv', bytes: new TextEncoder().encode(codes) } })
  /** @param {string} name */
  const field = (name) => ({ kind: 'field', field: project.fields.find((/** @type {any} */ each) => each.name === name).id })
  const [industry, product, plan, country] = ['Industry', 'Product', 'Plan', 'Country'].map(field)
  const quarter = { kind: 'period', unit: 'quarter' }
  /** @param {unknown} dimension */
  const valuesOf = async (dimension) => (await call('values', { of: dimension, where: [] })).value.map((/** @type {any} */ { value }) => value)
  const [industries, countries, quarters] = await Promise.all([industry, country, quarter].map(valuesOf))
  /**
   * @param {unknown} dimension
   * @param {readonly unknown[]} values
   */
  const is = (dimension, ...values) => ({ kind: 'values', dimension, values })
  /** @param {number} run */
  const filter = (run) => [is(industry, industries[run % industries.length], industries[(run + 3) % industries.length]), is(country, countries[run % countries.length], countries[(run + 5) % countries.length])]

  /** @type {readonly (readonly [name: string, method: string, input: (run: number) => unknown])[]} */
  const questions = [
    ['score of everybody', 'slice', () => ({ by: [], where: [] })],
    ['score by a field', 'slice', () => ({ by: [industry], where: [] })],
    ['two fields crossed', 'slice', () => ({ by: [industry, product], where: [] })],
    ['three fields crossed', 'slice', () => ({ by: [industry, product, plan], where: [] })],
    ['score by quarter', 'slice', () => ({ by: [quarter], where: [] })],
    ['by a field, filtered by two others', 'slice', (run) => ({ by: [product], where: filter(run) })],
    ['how many pass a filter', 'count', (run) => ({ where: [...filter(run), is(plan, 'S')] })],
    ['values of a field, filtered', 'values', (run) => ({ of: product, where: [...filter(run), is(plan, 'M')] })],
    ...(codes === null ? [] : [/** @type {const} */ (['drivers, filtered', 'driversWithin', (/** @type {number} */ run) => ({ where: filter(run), base: 'scored' })])]),
    ['two quarters compared by a field', 'compare', (run) => ({ from: quarters[0], to: quarters[1], by: product, where: filter(run) })],
  ]
  const answered = []
  for (const [name, method, input] of questions) {
    const values = []
    for (let run = 0; run <= runs; run++) {
      const { ms } = await call(method, input(run))
      // The first reads the columns of its fields.
      if (run > 0) values.push(ms)
    }
    answered.push({ name, values })
  }
  return answered
}
