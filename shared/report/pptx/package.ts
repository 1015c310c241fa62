import { strToU8 } from 'fflate'
import type { ZipParts } from '../repack-zip'
import type { RelationKind } from './shapes'
import { attribute, HEAD, RELATIONS } from './xml'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const PRESENTATION = `${OFFICE}.presentationml`

/** Content types by folder of the part. */
const TYPES: Readonly<Record<string, string>> = {
  'ppt/presentation.xml': `${PRESENTATION}.presentation.main+xml`,
  'ppt/presProps.xml': `${PRESENTATION}.presProps+xml`,
  'ppt/viewProps.xml': `${PRESENTATION}.viewProps+xml`,
  'ppt/tableStyles.xml': `${PRESENTATION}.tableStyles+xml`,
  'ppt/slideMasters': `${PRESENTATION}.slideMaster+xml`,
  'ppt/slideLayouts': `${PRESENTATION}.slideLayout+xml`,
  'ppt/slides': `${PRESENTATION}.slide+xml`,
  'ppt/notesMasters': `${PRESENTATION}.notesMaster+xml`,
  'ppt/notesSlides': `${PRESENTATION}.notesSlide+xml`,
  'ppt/theme': `${OFFICE}.theme+xml`,
  'ppt/charts': `${OFFICE}.drawingml.chart+xml`,
  'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  'docProps/app.xml': `${OFFICE}.extended-properties+xml`,
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  png: 'image/png',
  jpeg: 'image/jpeg',
}

/** The parts of a package while it is put together, with what each refers to. */
export interface Package {
  readonly parts: ZipParts
  /** Keeps that `from` refers to `target`; gives the id of that. */
  readonly relate: (from: string, kind: RelationKind, target: string) => string
  readonly add: (name: string, content: string | Uint8Array) => void
  /** Everything, once no part is missing. */
  readonly close: () => ZipParts
}

const ROOT = [
  [`${RELATIONS}/officeDocument`, 'ppt/presentation.xml'],
  [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  [`${RELATIONS}/extended-properties`, 'docProps/app.xml'],
] as const

const relations = (entries: readonly (readonly [type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${attribute(target)}"/>`)
    .join('')}</Relationships>`

/** `ppt/slides/slide1.xml` and `ppt/charts/chart1.xml` → `../charts/chart1.xml`. */
function pathFrom(from: string, target: string): string {
  const [own, other] = [from.split('/').slice(0, -1), target.split('/')]
  while (own.length > 0 && own[0] === other[0]) {
    own.shift()
    other.shift()
  }
  return [...own.map(() => '..'), ...other].join('/')
}

/** An Office package without parts. */
export function newPackage(): Package {
  const parts: ZipParts = new Map()
  const related = new Map<string, (readonly [string, string])[]>()
  const add = (name: string, content: string | Uint8Array): void => void parts.set(name, typeof content === 'string' ? strToU8(content) : content)

  return {
    parts,
    add,
    relate: (from, kind, target) => {
      const known = related.get(from) ?? []
      const entry = [`${RELATIONS}/${kind}`, pathFrom(from, target)] as const
      const place = known.findIndex(([type, path]) => type === entry[0] && path === entry[1])
      if (place !== -1) return `rId${place + 1}`
      related.set(from, [...known, entry])
      return `rId${known.length + 1}`
    },
    close: () => {
      for (const [from, entries] of related) add(from.replace(/[^/]+$/, (file) => `_rels/${file}.rels`), relations(entries))
      add('_rels/.rels', relations(ROOT))
      add('[Content_Types].xml', contentTypes([...parts.keys()]))
      return parts
    },
  }
}

function contentTypes(names: readonly string[]): string {
  const used = new Set([...names.map((name) => name.slice(name.lastIndexOf('.') + 1)), 'rels', 'xml'])
  const defaults = Object.entries(EXTENSIONS).filter(([extension]) => used.has(extension))
  const overrides = [...names].sort().flatMap((name) => {
    const type = TYPES[name] ?? TYPES[name.slice(0, name.lastIndexOf('/'))]
    return type === undefined || !name.endsWith('.xml') ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`]
  })
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    `${defaults.map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`).join('')}${overrides.join('')}</Types>`
  )
}
