import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml'

/** An element as a parser reads it that has no part in writing: references resolved, names with their prefixes. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** Its own text, without that of its children. */
  readonly text: string
}

function treeOf(element: XmlElement): Element {
  return {
    name: element.name,
    attributes: element.attributes,
    children: element.children.flatMap((child) => (child instanceof XmlElement ? [treeOf(child)] : [])),
    text: element.children.flatMap((child) => (child instanceof XmlText ? [child.text] : [])).join(''),
  }
}

/** The root of `xml`; throws where it is not well-formed, or has a document type, comment or instruction. */
export function parsed(xml: string): Element {
  const { children } = parseXml(xml)
  const [root] = children
  if (children.length !== 1 || !(root instanceof XmlElement)) throw new Error('more than one root element')
  return treeOf(root)
}

/** `element` and all below it with a name, in their order. */
export function allOf(element: Element, ...names: readonly string[]): readonly Element[] {
  const own = names.includes(element.name) ? [element] : []
  return [...own, ...element.children.flatMap((child) => allOf(child, ...names))]
}

/** The text of `element` and all below it. */
export const textOf = (element: Element): string => element.text + element.children.map(textOf).join('')
