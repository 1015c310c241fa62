import { strFromU8, unzipSync } from 'fflate'

const WORKBOOK = 'xl/workbook.xml'
const SHEET = /<(?:\w+:)?sheet\s[^>]*>/g
const NAME = /\sname="([^"]*)"/
const HIDDEN = /\sstate="(?:hidden|veryHidden)"/
const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(ENTITY, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? ''
    return String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16))
  })

/** Names of the sheets that a person sees in a workbook, in order; none where it keeps them elsewhere than usual. */
export function sheetNames(bytes: Uint8Array): readonly string[] {
  const part = unzipSync(bytes, { filter: ({ name }) => name === WORKBOOK })[WORKBOOK]
  if (!part) return []
  const sheets = strFromU8(part).match(SHEET) ?? []
  return sheets.filter((sheet) => !HIDDEN.test(sheet)).flatMap((sheet) => {
    const name = NAME.exec(sheet)?.[1]
    return name === undefined ? [] : [unescaped(name)]
  })
}
