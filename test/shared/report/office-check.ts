import { strFromU8, unzipSync } from 'fflate'
import { schemaFaults } from './office-schema'
import { allOf, parsed, textOf, type Element } from './xml-tree'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const PACKAGE = 'application/vnd.openxmlformats-package'

/** The content type of what a relation leads to; null: whatever the extension says. */
const TYPES: Readonly<Record<string, string | null>> = {
  officeDocument: null,
  'core-properties': `${PACKAGE}.core-properties+xml`,
  'extended-properties': `${OFFICE}.extended-properties+xml`,
  slideMaster: `${OFFICE}.presentationml.slideMaster+xml`,
  slideLayout: `${OFFICE}.presentationml.slideLayout+xml`,
  slide: `${OFFICE}.presentationml.slide+xml`,
  notesMaster: `${OFFICE}.presentationml.notesMaster+xml`,
  notesSlide: `${OFFICE}.presentationml.notesSlide+xml`,
  theme: `${OFFICE}.theme+xml`,
  presProps: `${OFFICE}.presentationml.presProps+xml`,
  viewProps: `${OFFICE}.presentationml.viewProps+xml`,
  tableStyles: `${OFFICE}.presentationml.tableStyles+xml`,
  chart: `${OFFICE}.drawingml.chart+xml`,
  package: `${OFFICE}.spreadsheetml.sheet`,
  image: null,
  worksheet: `${OFFICE}.spreadsheetml.worksheet+xml`,
  sharedStrings: `${OFFICE}.spreadsheetml.sharedStrings+xml`,
  styles: `${OFFICE}.spreadsheetml.styles+xml`,
}

/** Relations that are meant by being there; all others are named by an `r:` attribute of their part. */
const IMPLIED = new Set(['theme', 'notesSlide', 'presProps', 'viewProps', 'tableStyles', 'sharedStrings', 'styles'])
const implied = (kind: string, from: string): boolean =>
  IMPLIED.has(kind) || from === '' || (kind === 'slideMaster' && from.includes('slideLayout')) || (kind === 'slideLayout' && from.includes('slides/')) || from.includes('notesSlides/')

interface Relation {
  readonly id: string
  readonly kind: string
  readonly target: string
}

/** An Office package as a program that opens it has it. */
export interface OfficeFile {
  readonly names: readonly string[]
  readonly trees: ReadonlyMap<string, Element>
  /** What each part refers to, by its name; the package itself is `''`. */
  readonly relations: ReadonlyMap<string, readonly Relation[]>
  /** The workbooks inside. */
  readonly workbooks: ReadonlyMap<string, OfficeFile>
}

function resolved(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else path.push(step)
  }
  return path.join('/')
}

const sourceOf = (name: string): string => name.replace(/_rels\/([^/]*)\.rels$/, '$1')

/** Reads a package; throws where a part is not well-formed. */
export function readOffice(bytes: Uint8Array): OfficeFile {
  const files = Object.entries(unzipSync(bytes))
  const trees = new Map(files.filter(([name]) => /\.(?:xml|rels)$/.test(name)).map(([name, content]) => [name, parsed(strFromU8(content))]))
  const relations = new Map(
    [...trees]
      .filter(([name]) => name.endsWith('.rels'))
      .map(([name, tree]) => [
        sourceOf(name),
        tree.children.map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(sourceOf(name), Target) })),
      ]),
  )
  const workbooks = new Map(files.filter(([name]) => name.endsWith('.xlsx')).map(([name, content]) => [name, readOffice(content)]))
  return { names: files.map(([name]) => name), trees, relations, workbooks }
}

const duplicates = (values: readonly string[]): readonly string[] => values.filter((value, at) => values.indexOf(value) !== at)

/** Everything for which an Office program would offer to repair a deck or workbook, as far as is known. */
export function officeProblems(bytes: Uint8Array): readonly string[] {
  const file = readOffice(bytes)
  return [...packageFaults(file), ...[...file.workbooks].flatMap(([name, book]) => packageFaults(book).map((fault) => `${name}!${fault}`)), ...deckFaults(file)]
}

function packageFaults(file: OfficeFile): readonly string[] {
  const { names, trees, relations } = file
  const faults = [...trees].flatMap(([name, tree]) => schemaFaults(tree).map((fault) => `${name}: ${fault}`))
  if (names[0] !== '[Content_Types].xml') faults.push('the list of types is not first')
  faults.push(...duplicates(names.map((name) => name.toLowerCase())).map((name) => `${name} is there twice`))
  faults.push(...names.filter((name) => name.endsWith('/') || /[^\x21-\x7e]/.test(name)).map((name) => `${name} is no name of a part`))

  const types = trees.get('[Content_Types].xml')
  const overrides = new Map((types ? allOf(types, 'Override') : []).map(({ attributes }) => [attributes['PartName']?.slice(1) ?? '', attributes['ContentType'] ?? '']))
  const defaults = new Map((types ? allOf(types, 'Default') : []).map(({ attributes }) => [attributes['Extension'] ?? '', attributes['ContentType'] ?? '']))
  for (const name of overrides.keys()) if (!names.includes(name)) faults.push(`a type for ${name}, which is not there`)
  const typeOf = (name: string): string | undefined => overrides.get(name) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1))

  const reached = new Set<string>()
  for (const [from, entries] of relations) {
    if (from !== '' && !names.includes(from)) faults.push(`relations of ${from}, which is not there`)
    faults.push(...duplicates(entries.map(({ id }) => id)).map((id) => `${from}: ${id} twice`))
    const used = from === '' ? [] : relationIds(trees.get(from))
    for (const id of used) if (!entries.some((entry) => entry.id === id)) faults.push(`${from}: nothing behind ${id}`)
    for (const { id, kind, target } of entries) {
      reached.add(target)
      if (!names.includes(target)) faults.push(`${from}: ${target} is not there`)
      const type = TYPES[kind]
      if (type === undefined) faults.push(`${from}: a relation of the kind ${kind}`)
      else if (type !== null && typeOf(target) !== type) faults.push(`${target} has the type ${typeOf(target)}`)
      if (!implied(kind, from) && !used.includes(id)) faults.push(`${from}: ${id} is not used`)
    }
  }
  for (const [name, tree] of trees) if (!relations.has(name) && relationIds(tree).length > 0) faults.push(`${name} has no relations`)
  for (const name of names) {
    const apart = name === '[Content_Types].xml' || name.endsWith('.rels')
    if (!apart && !reached.has(name)) faults.push(`nothing leads to ${name}`)
    if (!apart && (typeOf(name) === undefined || typeOf(name) === 'application/xml')) faults.push(`${name} has no type`)
  }
  return faults
}

const relationIds = (tree: Element | undefined): readonly string[] =>
  tree ? [...Object.entries(tree.attributes).flatMap(([key, value]) => (key.startsWith('r:') ? [value] : [])), ...tree.children.flatMap(relationIds)] : []

const LEAST_SLIDE = 256
const LEAST_MASTER = 2_147_483_648

function deckFaults(file: OfficeFile): readonly string[] {
  const { trees, relations } = file
  const deck = trees.get('ppt/presentation.xml')
  if (!deck) return []
  const faults: string[] = []
  const number = ({ attributes }: Element, name = 'id'): number => Number(attributes[name])

  const slides = allOf(deck, 'p:sldId')
  if (slides.some((slide) => number(slide) < LEAST_SLIDE || number(slide) >= LEAST_MASTER)) faults.push('ids of slides out of range')
  const masters = [...trees].flatMap(([name, tree]) => (name.startsWith('ppt/slideMasters/') ? allOf(tree, 'p:sldLayoutId') : []))
  const ids = [...allOf(deck, 'p:sldMasterId'), ...masters]
  if (ids.some((entry) => number(entry) < LEAST_MASTER)) faults.push('ids of masters out of range')
  faults.push(...duplicates([...slides, ...ids].map(({ attributes }) => attributes['id'] ?? '')).map((id) => `the id ${id} twice`))

  const themes = [...relations].flatMap(([from, entries]) => (/asters\//.test(from) ? entries.filter(({ kind }) => kind === 'theme').map(({ target }) => target) : []))
  faults.push(...duplicates(themes).map((theme) => `${theme} of two masters`))

  for (const [name, tree] of trees) {
    if (!/^ppt\/(?:slides|slideLayouts|slideMasters|notesSlides|notesMasters)\/[^/]+\.xml$/.test(name)) continue
    const shapes = allOf(tree, 'p:cNvPr')
    faults.push(...duplicates(shapes.map(({ attributes }) => attributes['id'] ?? '')).map((id) => `${name}: the shape ${id} twice`))
    if (shapes.some((shape) => !(number(shape) > 0))) faults.push(`${name}: a shape without id`)
    for (const table of allOf(tree, 'a:tbl')) {
      const columns = allOf(table, 'a:gridCol').length
      for (const row of allOf(table, 'a:tr')) if (row.children.length !== columns) faults.push(`${name}: a row of ${row.children.length} cells in ${columns} columns`)
    }
    for (const drawn of allOf(tree, 'p:graphicFrame', 'p:pic'))
      if (!allOf(drawn, 'p:cNvPr').every(({ attributes, children }) => (attributes['descr'] ?? '').trim() !== '' || children.length > 0)) faults.push(`${name}: a ${drawn.name} without words`)
    faults.push(...holderFaults(name, file))
  }
  for (const [name, tree] of trees) if (/^ppt\/charts\/chart\d+\.xml$/.test(name)) faults.push(...chartFaults(tree).map((fault) => `${name}: ${fault}`), ...bookFaults(name, tree, file))
  for (const [from, entries] of relations)
    if (/^ppt\/slides\/[^/]+$/.test(from))
      for (const { kind, target } of entries)
        if (kind === 'notesSlide' && !relations.get(target)?.some((entry) => entry.kind === 'slide' && entry.target === from)) faults.push(`${target} is not of ${from}`)
  return faults
}

const PARENTS: Readonly<Record<string, string>> = { 'ppt/slides': 'slideLayout', 'ppt/slideLayouts': 'slideMaster', 'ppt/notesSlides': 'notesMaster' }
const FAMILY: Readonly<Record<string, string>> = { ctrTitle: 'title', subTitle: 'body' }

/** Placeholders that have nothing above them to take their look from. */
function holderFaults(name: string, { trees, relations }: OfficeFile): readonly string[] {
  const kind = PARENTS[name.slice(0, name.lastIndexOf('/'))]
  const above = trees.get(relations.get(name)?.find((entry) => entry.kind === kind)?.target ?? '')
  const tree = trees.get(name)
  if (kind === undefined || !tree) return []
  if (!above) return [`${name} rests on nothing`]
  const keys = (element: Element): readonly string[] =>
    allOf(element, 'p:ph').map(({ attributes: { type = 'obj', idx = '0' } }) => (kind === 'slideLayout' ? `${type} ${idx}` : (FAMILY[type] ?? type)))
  const given = keys(above)
  const own = keys(tree)
  return [...own.filter((key) => !given.includes(key)).map((key) => `${name}: no ${key} above`), ...duplicates(own).map((key) => `${name}: ${key} twice`)]
}

function pointsOf(cache: Element): readonly (string | null)[] {
  const count = Number(allOf(cache, 'c:ptCount')[0]?.attributes['val'])
  const points = new Map(allOf(cache, 'c:pt').map((point) => [Number(point.attributes['idx']), textOf(point)]))
  if ([...points.keys()].some((at) => !(at >= 0 && at < count))) return []
  return Array.from({ length: count }, (_, at) => points.get(at) ?? null)
}

const RANGE = /^Data!\$([A-Z])\$(\d+)(?::\$([A-Z])\$(\d+))?$/

/** The cells that a formula of a chart names, or null where it names none. */
function cellsOf(formula: string): readonly string[] | null {
  const [all, column, first, last = column, end = first] = RANGE.exec(formula) ?? []
  if (all === undefined || column === undefined || last !== column) return null
  return Array.from({ length: Math.max(0, Number(end) - Number(first) + 1) }, (_, at) => `${column}${Number(first) + at}`)
}

function chartFaults(chart: Element): readonly string[] {
  const faults: string[] = []
  for (const series of allOf(chart, 'c:ser')) {
    const lengths = ['c:cat', 'c:val', 'c:plus', 'c:minus'].flatMap((name) => allOf(series, name).flatMap((entry) => allOf(entry, 'c:strCache', 'c:numCache').map((cache) => pointsOf(cache).length)))
    if (new Set(lengths).size !== 1) faults.push(`points by part: ${lengths.join(' ')}`)
    const count = lengths[0] ?? 0
    for (const point of allOf(series, 'c:dPt')) if (!(Number(allOf(point, 'c:idx')[0]?.attributes['val']) < count)) faults.push('a look for a point that is not there')
  }
  const value = (element: Element, name: string): string => element.children.find((child) => child.name === name)?.attributes['val'] ?? ''
  faults.push(...['c:idx', 'c:order'].flatMap((name) => duplicates(allOf(chart, 'c:ser').map((series) => value(series, name))).map((twice) => `${name} ${twice} twice`)))
  const axes = allOf(chart, 'c:catAx', 'c:valAx')
  const own = axes.map((axis) => value(axis, 'c:axId'))
  for (const axis of axes) if (!own.includes(value(axis, 'c:crossAx'))) faults.push('an axis crosses none')
  for (const plot of allOf(chart, 'c:barChart', 'c:lineChart')) for (const { attributes } of plot.children.filter(({ name }) => name === 'c:axId')) if (!own.includes(attributes['val'] ?? '')) faults.push('a plot without its axis')
  return faults
}

/** Excel's escape of a character in text, undone. */
const unescaped = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** The cells of the first sheet with something in them; text as it is read. */
export function sheetCells(book: OfficeFile, at = 1): ReadonlyMap<string, string> {
  const strings = allOf(book.trees.get('xl/sharedStrings.xml') ?? { name: '', attributes: {}, children: [], text: '' }, 'si').map((entry) => unescaped(textOf(entry)))
  const sheet = book.trees.get(`xl/worksheets/sheet${at}.xml`)
  const cells = sheet ? allOf(sheet, 'c').filter(({ children }) => children.length > 0) : []
  return new Map(cells.map((cell) => [cell.attributes['r'] ?? '', cell.attributes['t'] === 's' ? (strings[Number(textOf(cell))] ?? '') : textOf(cell)]))
}

/** A chart's workbook holds each cell that the chart shows, as it shows it, and nothing else. */
function bookFaults(name: string, chart: Element, { relations, workbooks }: OfficeFile): readonly string[] {
  const book = workbooks.get(relations.get(name)?.find(({ kind }) => kind === 'package')?.target ?? '')
  if (!book) return [`${name} has no workbook`]
  const faults = book.names.filter((part) => !/^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings|worksheets\/sheet1)\.xml|xl\/(?:worksheets\/)?_rels\/(?:workbook|sheet1)\.xml\.rels)$/.test(part)).map((part) => `${name}: ${part} in its workbook`)
  const sheets = [...book.trees.values()].flatMap((tree) => allOf(tree, 'sheet'))
  if (sheets.length !== 1 || sheets[0]?.attributes['name'] !== 'Data') faults.push(`${name}: sheets beside its own`)
  const shown = new Map<string, string>()
  for (const reference of allOf(chart, 'c:strRef', 'c:numRef')) {
    const cells = cellsOf(textOf(allOf(reference, 'c:f')[0] ?? chart))
    const points = allOf(reference, 'c:strCache', 'c:numCache').flatMap(pointsOf)
    if (cells === null || cells.length !== points.length) faults.push(`${name}: a formula over other cells than it shows`)
    points.forEach((point, at) => {
      if (point !== null) shown.set(cells?.[at] ?? '', reference.name === 'c:strRef' ? unescaped(point) : point)
    })
  }
  // What stands above the distances of an interval says only what they are.
  const stored = sheetCells(book)
  for (const [cell, text] of stored) {
    const isHeading = /^[A-Z]1$/.test(cell) && shown.has(`${cell[0]}2`) && !shown.has(cell)
    const isGap = /^[A-Z]1$/.test(cell) && ![...shown.keys()].some((key) => key.startsWith(cell[0] ?? ''))
    if (shown.get(cell) !== text && !isHeading && !isGap) faults.push(`${name}: ${cell} holds ${text.slice(0, 40)}, shown is ${shown.get(cell)?.slice(0, 40)}`)
  }
  for (const [cell, text] of shown) if (!stored.has(cell) && text !== '') faults.push(`${name}: ${cell} is not in its workbook`)
  return faults
}
