// Builds the benchmark's survey exports: 1,000,000 rows x 10 columns, about 127 MB, and smaller ones with more columns,
// with real Korean comments (the 356,803 film reviews of the shared data, repeated in order). Seeded: the same every time.
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { createGunzip } from 'node:zlib'
import Papa from 'papaparse'

const ROWS = 1_000_000
const INDUSTRIES = ['Arts', 'Auto', 'Bank', 'Farm', 'Food', 'Gas', 'IT', 'Law', 'Media', 'Post', 'Rail', 'Spa']
const PRODUCTS = ['A', 'B', 'C', 'D', 'E', 'F']
const PLANS = ['S', 'M', 'L', 'XL']
const COUNTRIES = ['KR', 'US', 'DE', 'JP', 'FR', 'BR', 'GB', 'VN']

/**
 * mulberry32: a small seeded generator, good enough for test data.
 * @param {number} seed
 */
function generator(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * The film reviews.
 * @param {string} reviewsGz
 */
export async function comments(reviewsGz) {
  /** @type {Buffer[]} */
  const chunks = []
  for await (const chunk of createReadStream(reviewsGz).pipe(createGunzip())) chunks.push(chunk)
  const { data } = /** @type {{ data: string[][] }} */ (Papa.parse(Buffer.concat(chunks).toString('utf8').replaceAll('\r\n', '\n'), { skipEmptyLines: true, newline: '\n' }))
  const column = data[0]?.indexOf('review') ?? -1
  return data.slice(1).map((row) => row[column] ?? '')
}

/** @param {string} text */
const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * @param {string} path
 * @param {string} reviewsGz
 * @param {number} [rows]
 * @param {number} [more] Columns beside the ten.
 */
export async function makeData(path, reviewsGz, rows = ROWS, more = 0) {
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  const texts = await comments(reviewsGz)
  const random = generator(20261122)
  /** @param {readonly string[]} list */
  const pick = (list) => list[Math.floor(random() * list.length)]
  const out = createWriteStream(`${path}.part`)
  const epoch = Date.UTC(2025, 0, 1)
  const others = Array.from({ length: more }, (_, at) => `,Question ${at + 1}`).join('')
  let buffer = `Response ID,Submitted,How likely are you to recommend us?,What is the main reason?,Industry,Product,Plan,Country,Tenure (months),Account${others}\n`
  for (let row = 0; row < rows; row++) {
    const skew = random()
    const score = skew < 0.45 ? 9 + Math.floor(random() * 2) : skew < 0.75 ? 7 + Math.floor(random() * 2) : Math.floor(random() * 7)
    const day = new Date(epoch + Math.floor(random() * 730) * 86_400_000).toISOString().slice(0, 10)
    buffer += `${row + 1},${day},${score},${quoted(texts[row % texts.length] ?? '')},${pick(INDUSTRIES)},${pick(PRODUCTS)},${pick(PLANS)},${pick(COUNTRIES)},${Math.floor(random() * 120)},A${Math.floor(random() * 20000)}`
    for (let at = 0; at < more; at++) buffer += `,${pick(PLANS)}${at}`
    buffer += '\n'
    if (buffer.length > 1 << 20) {
      if (!out.write(buffer)) await once(out, 'drain')
      buffer = ''
    }
  }
  out.end(buffer)
  await once(out, 'finish')
  renameSync(`${path}.part`, path)
}
