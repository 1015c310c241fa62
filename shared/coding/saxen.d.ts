/** The part of saxen that is used; it comes without types. */
declare module 'saxen' {
  interface Context {
    /** Both from 0. */
    readonly line: number
    readonly column: number
  }
  type GetContext = () => Context
  type Decode = (text: string) => string

  export class Parser {
    on(event: 'openTag', hear: (name: string, attributes: () => Readonly<Record<string, string>>, decode: Decode, closed: boolean, at: GetContext) => void): this
    on(event: 'closeTag', hear: (name: string, decode: Decode, closed: boolean, at: GetContext) => void): this
    on(event: 'text', hear: (text: string, decode: Decode, at: GetContext) => void): this
    on(event: 'cdata', hear: (text: string, at: GetContext) => void): this
    on(event: 'comment', hear: (text: string, decode: Decode, at: GetContext) => void): this
    on(event: 'question', hear: (text: string, at: GetContext) => void): this
    /** `<!DOCTYPE …>` and the like. */
    on(event: 'attention', hear: (text: string, decode: Decode, at: GetContext) => void): this
    on(event: 'error' | 'warn', hear: (error: Error, at: GetContext) => void): this
    parse(xml: string): void
    stop(): void
  }
}
