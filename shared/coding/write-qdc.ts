import type { Code } from '../model/records'
import { fitForXml, withNotes, type Note } from './qdc-notes'

export interface QdcCode {
  readonly guid: string
  /** Its `questions` by their names. */
  readonly code: Code
  readonly children: readonly QdcCode[]
}

/** Codes of which a verbatim has one. */
export interface QdcSet {
  readonly guid: string
  readonly name: string
  readonly members: readonly string[]
}

const escaped = (text: string): string =>
  fitForXml(text).replace(/[&<>"\r\n\t]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? `&#${sign.charCodeAt(0)};`)

/** Text between tags keeps its lines. */
const inText = (text: string): string => escaped(text).replaceAll('&#10;', '\n').replaceAll('&#9;', '\t')

/** A codebook in the exchange format of REFI-QDA. */
export function writeQdc(codes: readonly QdcCode[], sets: readonly QdcSet[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Earshot">',
    '  <Codes>',
    ...codes.flatMap((code) => codeLines(code, '    ')),
    '  </Codes>',
    ...(sets.length === 0 ? [] : ['  <Sets>', ...sets.flatMap(setLines), '  </Sets>']),
    '</CodeBook>',
    '',
  ].join('\n')
}

function codeLines({ guid, code, children }: QdcCode, indent: string): readonly string[] {
  const { name, color, description } = code
  return [
    `${indent}<Code guid="${guid}" name="${escaped(name)}" isCodable="true" color="${escaped(color)}">`,
    `${indent}  <Description>${inText(withNotes(description, notesOf(code)))}</Description>`,
    ...children.flatMap((child) => codeLines(child, `${indent}  `)),
    `${indent}</Code>`,
  ]
}

function notesOf({ name, description, rule, direction, exclusive, mustHit, mustMiss, archived, questions }: Code): readonly Note[] {
  const each = (note: Note[0], texts: readonly string[] = []): readonly Note[] => texts.map((text): Note => [note, text])
  const one = (note: Note[0], text = ''): readonly Note[] => (text === '' ? [] : [[note, text]])
  return [
    ...(fitForXml(name) === name ? [] : one('name', name)),
    ...(fitForXml(description) === description ? [] : one('description', description)),
    ['rule', rule],
    ...one('direction', direction),
    ...one('exclusive', exclusive),
    ...each('must_hit', mustHit),
    ...each('must_miss', mustMiss),
    ...one('archived', archived ? 'yes' : ''),
    ...each('questions', questions),
  ]
}

const setLines = ({ guid, name, members }: QdcSet): readonly string[] => [
  `    <Set guid="${guid}" name="${escaped(name)}">`,
  ...members.map((member) => `      <MemberCode targetGUID="${member}"/>`),
  '    </Set>',
]
