import { PDFDocument, type Structure } from 'pdfkit'
import { assertNever } from '../../base/assert'
import { joinedBytes } from '../../base/joined-bytes'
import { facesOf, type FontFiles } from '../font/fonts'
import { writeSfnt, type FontTables } from '../font/sfnt'
import type { Shape } from '../layout/chart-shapes'
import type { Theme } from '../layout/brand'
import { hexOf as themed, PAPER, tintHex, type Color, type Tint } from '../layout/look'
import type { Outline } from '../outline'
import { xmlSafe } from '../sanitize'
import { faceOf, type Faces, type Line } from './set-text'
import { typefaceOf } from './typeface'

export type Tag = Structure

/** Draws on the pages of a document and says what it draws. Points, from the top left corner. */
export interface Pen {
  readonly faces: Faces
  /** The element that holds all others. */
  readonly root: Tag
  newPage(width: number, height: number): void
  /** Goes back to a page that was made before, to draw on it again. */
  toPage(at: number): void
  pageCount(): number
  bookmark(title: string): void
  /** An element of the document's structure: with what `draw` draws, or to be filled. */
  tag(parent: Tag, type: string, draw?: () => void, options?: Readonly<Record<string, string>>): Tag
  /** What is no content: rules, page numbers. */
  ornament(draw: () => void): void
  line(line: Line, x: number, y: number): void
  rect(x: number, y: number, w: number, h: number, color: Color): void
  /** The fill of a cell. */
  tint(x: number, y: number, w: number, h: number, tint: Tint): void
  rule(x1: number, y1: number, x2: number, y2: number, color: Color, width: number): void
  shapes(shapes: readonly Shape[], x: number, y: number): void
  /** A PNG or JPEG as a data URL. */
  picture(address: string, x: number, y: number, w: number, h: number): void
  done(): Promise<Uint8Array>
}

/** Kerning and features would make setting ten times as slow, and are hardly seen in this face. */
const HEAVY = new Set(['DSIG', 'GDEF', 'GPOS', 'GSUB'])

const plain = (tables: FontTables): FontTables => new Map([...tables].filter(([tag]) => !HEAVY.has(tag)))

/** A tagged document with the outline's title, language and time, and no page yet. */
export function newPen(outline: Outline, fonts: FontFiles, theme: Theme): Pen {
  const hexOf = (color: Color): string => themed(color, theme)
  const whole = facesOf(fonts)
  const tables = { regular: plain(whole.regular), bold: plain(whole.bold) }
  const faces = { regular: typefaceOf(tables.regular), bold: typefaceOf(tables.bold) }
  const at = new Date(outline.at)
  const doc = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: outline.locale === 'ko' ? 'ko-KR' : 'en-US',
    displayTitle: true,
    compress: true,
    font: null,
    info: {
      Title: xmlSafe(outline.project),
      Author: 'Earshot',
      Subject: xmlSafe(outline.footer),
      Producer: 'Earshot',
      Creator: 'Earshot',
      CreationDate: at,
      ModDate: at,
    },
  })
  const chunks: Uint8Array[] = []
  const written = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk) => chunks.push(chunk))
    doc.on('end', () => resolve(joinedBytes(chunks)))
    doc.on('error', reject)
  })
  doc.registerFont('regular', writeSfnt(tables.regular)).registerFont('bold', writeSfnt(tables.bold))
  const root = doc.struct('Document')
  doc.addStructure(root)

  const word = (text: string, x: number, baseline: number, size: number, color: Color, bold: boolean): void => {
    doc.font(bold ? 'bold' : 'regular').fontSize(size).fillColor(hexOf(color))
    doc.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
  }
  const rule: Pen['rule'] = (x1, y1, x2, y2, color, width) => {
    doc.strokeColor(hexOf(color)).lineWidth(width).moveTo(x1, y1).lineTo(x2, y2).stroke()
  }
  const tint: Pen['tint'] = (x, y, w, h, fill) => void doc.fillColor(tintHex(fill, theme)).rect(x, y, w, h).fill()
  const rect: Pen['rect'] = (x, y, w, h, color) => {
    doc.fillColor(hexOf(color)).rect(x, y, w, h).fill()
  }
  const shape = (drawn: Shape, x: number, y: number): void => {
    switch (drawn.kind) {
      case 'line':
        return rule(x + drawn.x1, y + drawn.y1, x + drawn.x2, y + drawn.y2, drawn.color, drawn.width)
      case 'rect':
        rect(x + drawn.x, y + drawn.y, drawn.w, drawn.h, drawn.color)
        if (drawn.parted) doc.strokeColor(hexOf(PAPER)).lineWidth(0.75).rect(x + drawn.x, y + drawn.y, drawn.w, drawn.h).stroke()
        return
      case 'dot':
        doc.fillColor(hexOf(drawn.color)).circle(x + drawn.x, y + drawn.y, drawn.r).fill()
        return
      case 'word': {
        const face = drawn.bold ? faces.bold : faces.regular
        const text = face.shown(drawn.text)
        const wide = face.width(text, drawn.size)
        const left = drawn.anchor === 'start' ? 0 : drawn.anchor === 'middle' ? wide / 2 : wide
        return word(text, x + drawn.x - left, y + drawn.y, drawn.size, drawn.color, drawn.bold === true)
      }
      default:
        return assertNever(drawn, 'shape')
    }
  }

  return {
    faces,
    root,
    picture: (address, x, y, w, h) => void doc.image(address, x, y, { width: w, height: h }),
    rule,
    rect,
    tint,
    newPage: (width, height) => void doc.addPage({ size: [width, height], margin: 0 }),
    toPage: (page) => void doc.switchToPage(page),
    pageCount: () => doc.bufferedPageRange().count,
    bookmark: (title) => void doc.outline.addItem(xmlSafe(title)),
    tag: (parent, type, draw, options = {}) => {
      const element = draw ? doc.struct(type, options, [draw]) : doc.struct(type, options)
      parent.add(element)
      return element
    },
    ornament: (draw) => {
      doc.markContent('Artifact', { type: 'Layout' })
      draw()
      doc.endMarkedContent()
    },
    line: ({ pieces, baseline }, x, y) => {
      for (const piece of pieces) {
        if (piece.actual !== null) doc.markContent('Span', { actual: xmlSafe(piece.actual) })
        word(piece.text, x + piece.x, y + baseline, piece.run.size, piece.run.color, faceOf(faces, piece.run) === faces.bold)
        if (piece.actual !== null) doc.endMarkedContent()
      }
    },
    shapes: (all, x, y) => {
      for (const drawn of all) shape(drawn, x, y)
    },
    done: () => {
      root.end()
      doc.end()
      return written
    },
  }
}
