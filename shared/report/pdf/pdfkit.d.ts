/** The part of pdfkit that is used here; its own types come with those of Node. */
declare module 'pdfkit' {
  type Named = Readonly<Record<string, string | number | boolean | undefined>>

  /** An element of the document's logical structure. */
  export interface Structure {
    add(child: Structure | (() => void)): Structure
    end(): void
  }

  interface DocumentOptions {
    readonly autoFirstPage: boolean
    readonly bufferPages: boolean
    readonly pdfVersion: '1.7'
    readonly tagged: boolean
    readonly lang: string
    readonly displayTitle: boolean
    readonly compress: boolean
    readonly font: null
    readonly info: Readonly<Record<string, string | Date>>
  }

  export class PDFDocument {
    constructor(options: DocumentOptions)
    readonly outline: { addItem(title: string, options?: { readonly pageNumber?: number }): unknown }
    on(event: 'data', listener: (chunk: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    registerFont(name: string, file: Uint8Array): this
    font(name: string): this
    fontSize(size: number): this
    addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): this
    switchToPage(page: number): unknown
    bufferedPageRange(): { readonly start: number; readonly count: number }
    text(text: string, x: number, y: number, options: { readonly lineBreak: false; readonly baseline: 'alphabetic' }): this
    fillColor(color: string): this
    strokeColor(color: string): this
    image(source: string, x: number, y: number, options: { readonly width: number; readonly height: number }): this
    lineWidth(width: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    rect(x: number, y: number, w: number, h: number): this
    circle(x: number, y: number, r: number): this
    fill(): this
    stroke(): this
    goTo(x: number, y: number, w: number, h: number, name: string): this
    addNamedDestination(name: string): void
    struct(type: string, options?: Named, children?: readonly (() => void)[]): Structure
    addStructure(element: Structure): this
    markContent(tag: string, options?: Named): this
    endMarkedContent(): this
    end(): void
  }
}
