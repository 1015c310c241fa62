import { strFromU8, unzipSync } from 'fflate'

const NAME = '[A-Za-z_:][\\w:.-]*'
const TOKEN = new RegExp(
  `<\\?xml [^?]*\\?>|<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>|</(${NAME})\\s*>|([^<]+)`,
  'y',
)
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)/
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=`, 'g')

/** Why `xml` is not well-formed XML 1.0, or null. Comments, CDATA and DTDs count as faults: none belong here. */
export function xmlFault(xml: string): string | null {
  for (const char of xml) {
    const code = char.codePointAt(0) ?? 0
    const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xfffd && !isSurrogate(code))
    if (!allowed && code < 0x10000) return `character U+${code.toString(16)}`
  }
  const open: string[] = []
  let [at, roots] = [0, 0]
  while (at < xml.length) {
    TOKEN.lastIndex = at
    const [all, tag, attributes = '', selfClosing, close, text] = TOKEN.exec(xml) ?? []
    if (all === undefined) return `markup at ${at}: ${xml.slice(at, at + 40)}`
    if (ENTITY.test(all)) return `entity at ${at}: ${all.slice(0, 40)}`
    if (text !== undefined && open.length === 0 && text.trim() !== '')
      return `text outside the root: ${text.slice(0, 40)}`
    if (tag !== undefined) {
      const names = [...attributes.replace(/"[^"]*"|'[^']*'/g, '""').matchAll(ATTRIBUTE)].map(([, name]) => name)
      if (new Set(names).size !== names.length) return `attribute twice in ${all}`
      if (open.length === 0 && (roots += 1) > 1) return `second root ${tag}`
      if (selfClosing === '') open.push(tag)
    }
    if (close !== undefined && open.pop() !== close) return `unexpected </${close}>`
    at += all.length
  }
  return open.length > 0 || roots !== 1 ? `unclosed ${open.join(' ')}` : null
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

/** The parts of an Office package by name; those of a workbook inside it under `workbook!part`. */
export function officeParts(bytes: Uint8Array): Map<string, string> {
  const parts = new Map<string, string>()
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!name.endsWith('.xlsx')) parts.set(name, strFromU8(content))
    else for (const [inner, text] of officeParts(content)) parts.set(`${name}!${inner}`, text)
  }
  return parts
}

/** Every fault in a package: XML that is not well-formed, relations and content types that lead nowhere. */
export function officeFaults(bytes: Uint8Array): string[] {
  const parts = officeParts(bytes)
  const faults: string[] = []
  for (const [name, xml] of parts) {
    const fault = name.includes('/media/') ? null : xmlFault(xml)
    if (fault !== null) faults.push(`${name}: ${fault}`)
    const [inside, file] = name.includes('!') ? [`${name.split('!')[0]}!`, name.split('!')[1] ?? ''] : ['', name]
    const has = (part: string): boolean =>
      parts.has(inside + part) || [...parts.keys()].some((key) => key.startsWith(`${inside}${part}!`))
    if (file.endsWith('.rels')) {
      const base = file.replace(/_rels\/[^/]*$/, '')
      for (const [, target = ''] of xml.matchAll(/Target="([^"]*)"/g)) {
        if (!has(resolvePart(base, target))) faults.push(`${name}: no ${target}`)
      }
    }
    if (file === '[Content_Types].xml') {
      for (const [, part = ''] of xml.matchAll(/PartName="\/([^"]*)"/g))
        if (!has(part)) faults.push(`${name}: no ${part}`)
    }
  }
  return faults
}

function resolvePart(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${base}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
