import { unzlibSync } from 'fflate'

/** A PDF as a reader sees it; enough of the format for files with a plain cross-reference table. */
export interface ReadPdf {
  /** The words of each page in the order they are drawn, those of no content left out; a line each time the place changes. */
  readonly pages: readonly string[]
  /** The lowest base line of each page's content, in points from its lower edge. */
  readonly lowest: readonly number[]
  readonly sizes: readonly (readonly [number, number])[]
  readonly bookmarks: readonly string[]
  /** Types of the structure's elements in the order of the tree, with their alternative texts. */
  readonly tags: readonly { readonly type: string; readonly alt: string | null; readonly depth: number }[]
  readonly info: Readonly<Record<string, string>>
  readonly lang: string | null
  /** Operators that draw. */
  readonly operators: ReadonlySet<string>
}

interface PdfObject {
  readonly dictionary: string
  readonly stream: string | null
}

const latin = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))

function objectsOf(file: string): ReadonlyMap<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  const start = Number(/startxref\n(\d+)/.exec(file)?.[1])
  const places = [...file.slice(start).matchAll(/(\d{10}) 00000 n/g)].map(([, place]) => Number(place))
  places.forEach((place, at) => {
    const head = /^(\d+) 0 obj\n/.exec(file.slice(place, place + 20))
    if (!head || Number(head[1]) !== at + 1) throw new Error(`object ${at + 1} is not at ${place}`)
    const from = place + head[0].length
    const streamAt = file.indexOf('\nstream\n', from)
    const endAt = file.indexOf('\nendobj', from)
    if (streamAt === -1 || streamAt > endAt) return void objects.set(at + 1, { dictionary: file.slice(from, endAt), stream: null })
    const dictionary = file.slice(from, streamAt)
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1])
    const packed = file.slice(streamAt + 8, streamAt + 8 + length)
    objects.set(at + 1, { dictionary, stream: dictionary.includes('/FlateDecode') ? latin(unzlibSync(bytesOf(packed))) : packed })
  })
  return objects
}

/** A string of a dictionary or page: in brackets, with escapes, UTF-16 where it says so. */
function textOf(literal: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const plain = literal.replace(/\\(\d{3}|[\s\S])/g, (_, escaped: string) =>
    /^\d{3}$/.test(escaped) ? String.fromCharCode(parseInt(escaped, 8)) : (escapes[escaped] ?? escaped),
  )
  if (!plain.startsWith('\u00FE\u00FF')) return plain
  let text = ''
  for (let at = 2; at + 1 < plain.length; at += 2) text += String.fromCharCode(plain.charCodeAt(at) * 256 + plain.charCodeAt(at + 1))
  return text
}

const STRING = String.raw`\(((?:\\[\s\S]|[^\\()])*)\)`
const stringAt = (dictionary: string, key: string): string | null => {
  const found = new RegExp(String.raw`/${key} ${STRING}`).exec(dictionary)
  return found ? textOf(found[1] ?? '') : null
}
const referenceAt = (dictionary: string, key: string): number | null => {
  const found = new RegExp(String.raw`/${key} (\d+) 0 R`).exec(dictionary)
  return found ? Number(found[1]) : null
}

/** The characters of each code of a font. */
function charactersOf(cmap: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>()
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    ;[...list.matchAll(/<([0-9a-f]*)>/g)].forEach(([, hex = ''], at) => {
      const units = (hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16))
      characters.set(parseInt(from, 16) + at, String.fromCharCode(...units))
    })
  }
  return characters
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = latin(bytes)
  const objects = objectsOf(file)
  const get = (id: number | null): PdfObject => {
    const found = id === null ? undefined : objects.get(id)
    if (!found) throw new Error(`no object ${id}`)
    return found
  }
  const trailer = file.slice(file.lastIndexOf('trailer'))
  const root = get(referenceAt(trailer, 'Root')).dictionary
  const pageIds = [...(/\/Kids \[([^\]]*)\]/.exec(get(referenceAt(root, 'Pages')).dictionary)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id))
  const operators = new Set<string>()
  const maps = new Map<number, ReadonlyMap<number, string>>()
  const mapOf = (font: number): ReadonlyMap<number, string> => {
    const known = maps.get(font) ?? charactersOf(get(referenceAt(get(font).dictionary, 'ToUnicode')).stream ?? '')
    maps.set(font, known)
    return known
  }
  const pages = pageIds.map((id) => {
    const page = get(id).dictionary
    const resources = get(referenceAt(page, 'Resources')).dictionary
    const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font]) => [name, Number(font)]))
    return pageText(get(referenceAt(page, 'Contents')).stream ?? '', (name) => mapOf(fonts.get(name) ?? 0), operators)
  })
  return {
    pages: pages.map(({ text }) => text),
    lowest: pages.map(({ lowest }) => lowest),
    operators,
    sizes: pageIds.map((id) => {
      const [, w, h] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(get(id).dictionary) ?? []
      return [Number(w), Number(h)]
    }),
    bookmarks: bookmarksOf(get, referenceAt(root, 'Outlines')),
    tags: tagsOf(get, referenceAt(get(referenceAt(root, 'StructTreeRoot')).dictionary, 'K') ?? kidsOf(get(referenceAt(root, 'StructTreeRoot')).dictionary)[0] ?? 0, 0),
    info: infoOf(get, get(referenceAt(trailer, 'Info')).dictionary),
    lang: stringAt(root, 'Lang'),
  }
}

interface PageText {
  readonly text: string
  readonly lowest: number
}

function pageText(content: string, mapOf: (font: string) => ReadonlyMap<number, string>, operators: Set<string>): PageText {
  let text = ''
  let lowest = Infinity
  let font = ''
  let place = ''
  const marks: (string | null)[] = []
  const token = new RegExp(
    [
      String.raw`/Span <<[^>]*?/ActualText ${STRING}[^>]*?>> BDC`,
      String.raw`/(\w+)(?: <<[\s\S]*?>>)? B[DM]C`,
      'EMC',
      String.raw`/(F\d+) [\d.]+ Tf`,
      String.raw`1 0 0 1 [-\d.]+ ([-\d.]+) Tm`,
      String.raw`\[((?:<[0-9a-f]*> -?[\d.]+ ?)*)\] TJ`,
      String.raw`(?<=\s)(re|m|l|c|S|f|Do)(?=\n)`,
    ].join('|'),
    'g',
  )
  for (const [all, actual, mark, face, y, shown, operator] of content.matchAll(token)) {
    if (actual !== undefined) {
      text += textOf(actual)
      marks.push('actual')
    } else if (mark !== undefined) {
      marks.push(mark)
      if (mark === 'TD' || mark === 'TH') text += '\t'
    }
    else if (all === 'EMC') marks.pop()
    else if (face !== undefined) font = face
    else if (y !== undefined) {
      if (!marks.includes('Artifact')) lowest = Math.min(lowest, Number(y))
      if (y !== place && !marks.includes('Artifact')) text += '\n'
      place = y
    } else if (shown !== undefined) {
      const isHidden = marks.includes('Artifact') || marks.includes('actual')
      const codes = [...shown.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      if (!isHidden) text += codes.map((code) => mapOf(font).get(parseInt(code, 16)) ?? '?').join('')
    } else if (operator !== undefined) operators.add(operator)
  }
  if (marks.length > 0) throw new Error('marked content is not closed')
  return { text, lowest }
}

type Get = (id: number | null) => PdfObject

function bookmarksOf(get: Get, outlines: number | null): readonly string[] {
  const titles: string[] = []
  for (let id = outlines === null ? null : referenceAt(get(outlines).dictionary, 'First'); id !== null; ) {
    const { dictionary } = get(id)
    titles.push(stringAt(dictionary, 'Title') ?? '')
    id = referenceAt(dictionary, 'Next')
  }
  return titles
}

const kidsOf = (dictionary: string): readonly number[] =>
  [...(/\/K \[([\s\S]*?)\]/.exec(dictionary)?.[1] ?? '').replace(/<<[\s\S]*?>>/g, '').matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id))

function tagsOf(get: Get, id: number, depth: number): ReadPdf['tags'] {
  const { dictionary } = get(id)
  const type = /\/S \/(\w+)/.exec(dictionary)?.[1] ?? ''
  return [{ type, alt: stringAt(dictionary, 'Alt'), depth }, ...kidsOf(dictionary).flatMap((kid) => tagsOf(get, kid, depth + 1))]
}

const infoOf = (get: Get, dictionary: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...dictionary.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, key = '', id]) => {
      const found = new RegExp(STRING).exec(get(Number(id)).dictionary)
      return [key, found ? textOf(found[1] ?? '') : '']
    }),
  )
