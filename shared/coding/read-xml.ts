import { Parser } from 'saxen'

export interface XmlElement {
  /** Without the prefix of its namespace. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** All text directly in it. */
  readonly text: string
  /** From 1. */
  readonly line: number
}

export type XmlError = 'doctype' | 'entity' | 'wrong' | 'deep'
export type ReadXml = { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly what: XmlError; readonly line: number }

const DEEPEST = 100
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

/** A small XML document as a tree. What a document type could declare is refused, and so is what is not well-formed. */
export function readXml(xml: string): ReadXml {
  const top: OpenElement = { name: '', attributes: new Map(), children: [], text: '', line: 0 }
  const open: OpenElement[] = [top]
  let wrong: { readonly what: XmlError; readonly line: number } | null = null
  const parser = new Parser()
  const refuse = (what: XmlError, at: () => { readonly line: number }): void => {
    wrong ??= { what, line: at().line + 1 }
    parser.stop()
  }
  const text = xml.replace(/^\ufeff/, '')
  const lineOf = lineCounter(text)
  /** References are resolved here: those of characters beyond U+FFFF, too, and none that a document type would declare. */
  const plain = (text: string, at: () => { readonly line: number }): string => {
    const found = text.replace(/\r\n?/g, '\n').replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));|&/g, (all, decimal?: string, hex?: string, name?: string) => {
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : null
      const value = code === null ? (name !== undefined && Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) : code <= 0x10ffff ? String.fromCodePoint(code) : undefined
      if (value === undefined) refuse('entity', at)
      return value ?? all
    })
    return found
  }
  parser
    .on('openTag', (name, attributes, _decode, _closed, at) => {
      if (open.length > DEEPEST) return refuse('deep', at)
      const named = Object.entries(attributes()).map(([key, value]): [string, string] => [localName(key), plain(value.replace(/[\t\n\r]/g, ' '), at)])
      const element: OpenElement = { name: localName(name), attributes: new Map(named), children: [], text: '', line: lineOf(`<${name}`) }
      open.at(-1)!.children.push(element)
      open.push(element)
    })
    .on('closeTag', () => void open.pop())
    .on('text', (text, _decode, at) => void (open.at(-1)!.text += plain(text, at)))
    .on('cdata', (text) => {
      lineOf(`<![CDATA[${text}`)
      open.at(-1)!.text += text.replace(/\r\n?/g, '\n')
    })
    .on('comment', (text) => void lineOf(`<!--${text}`))
    .on('question', (text) => void lineOf(text))
    .on('attention', (_text, _decode, at) => refuse('doctype', at))
    .on('error', (_error, at) => refuse('wrong', at))
    .on('warn', (_error, at) => refuse('wrong', at))
  parser.parse(text)
  const [root, ...more] = top.children
  if (wrong) return { ok: false, ...(wrong as { what: XmlError; line: number }) }
  if (!root || more.length > 0 || open.length > 1) return { ok: false, what: 'wrong', line: 1 }
  return { ok: true, root }
}

/** Tells of one piece of markup after another at which line it begins. The parser would count from the top for each. */
function lineCounter(xml: string): (markup: string) => number {
  let [line, counted, from] = [1, 0, 0]
  return (markup) => {
    const start = xml.indexOf(markup, from)
    if (start < 0) return line
    for (let end = xml.indexOf('\n', counted); end >= 0 && end < start; end = xml.indexOf('\n', counted)) {
      line += 1
      counted = end + 1
    }
    from = start + markup.length
    return line
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
