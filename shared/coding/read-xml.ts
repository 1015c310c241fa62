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
  const refuse = (what: XmlError, line: number): void => {
    wrong ??= { what, line: line + 1 }
    parser.stop()
  }
  /** References are resolved here: those of characters beyond U+FFFF, too, and none that a document type would declare. */
  const plain = (text: string, line: number): string => {
    const found = text.replace(/\r\n?/g, '\n').replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));|&/g, (all, decimal?: string, hex?: string, name?: string) => {
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : null
      const value = code === null ? (name !== undefined && Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) : code <= 0x10ffff ? String.fromCodePoint(code) : undefined
      if (value === undefined) refuse('entity', line)
      return value ?? all
    })
    return found
  }
  parser
    .on('openTag', (name, attributes, _decode, _closed, at) => {
      const { line } = at()
      if (open.length > DEEPEST) return refuse('deep', line)
      const named = Object.entries(attributes()).map(([key, value]): [string, string] => [localName(key), plain(value.replace(/[\t\n\r]/g, ' '), line)])
      const element: OpenElement = { name: localName(name), attributes: new Map(named), children: [], text: '', line: line + 1 }
      open.at(-1)!.children.push(element)
      open.push(element)
    })
    .on('closeTag', () => void open.pop())
    .on('text', (text, _decode, at) => void (open.at(-1)!.text += plain(text, at().line)))
    .on('cdata', (text) => void (open.at(-1)!.text += text.replace(/\r\n?/g, '\n')))
    .on('attention', (_text, _decode, at) => refuse('doctype', at().line))
    .on('error', (_error, at) => refuse('wrong', at().line))
    .on('warn', (_error, at) => refuse('wrong', at().line))
  parser.parse(xml.replace(/^\ufeff/, ''))
  const [root, ...more] = top.children
  if (wrong) return { ok: false, ...(wrong as { what: XmlError; line: number }) }
  if (!root || more.length > 0 || open.length > 1) return { ok: false, what: 'wrong', line: 1 }
  return { ok: true, root }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
