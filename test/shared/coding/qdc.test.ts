import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQdc, isXml } from '../../../shared/coding/read-qdc'
import { readXml } from '../../../shared/coding/read-xml'
import { writeQdc, type QdcCode } from '../../../shared/coding/write-qdc'
import type { CodebookEntry } from '../../../shared/coding/read-codebook'
import { cleanTexts } from '../../../shared/model/code-properties'
import type { Code } from '../../../shared/model/records'
import { xmlFault } from '../report/well-formed'

const CODE: Code = { name: 'Late', parent: null, rule: 'late', description: '', color: '#4477aa', position: 0 }
const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const entriesOf = (xml: string): readonly CodebookEntry[] => {
  const read = readQdc(xml)
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  return read.value
}
const refusal = (xml: string): unknown => {
  const read = readQdc(xml)
  return read.ok ? null : read.fault.params['what']
}
const book = (inside: string): string => `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="x"><Codes>${inside}</Codes></CodeBook>`

const piece = fc.constantFrom('a', 'é', '가', '😀', '<', '&', '>', '"', "'", ']]>', '<!--', '&amp;', '&#0;', '\u0000', '\u001f', '\ufffe', '\ud800', '\r', '\r\n', '\n', '\t', ' ', 'rule: x', '--- Earshot: rule and examples, kept for the way back ---', '\u2028')
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
const named = text.map((one) => one.normalize('NFC').trim())
const texts = fc.array(text, { maxLength: 3 }).map(cleanTexts)

describe('a codebook in the exchange format', () => {
  it('comes back as it was, whatever stands in it', () => {
    const code = fc.record({ name: named, description: named, mustHit: texts, mustMiss: texts, exclusive: named, archived: fc.boolean(), below: fc.boolean() })
    fc.assert(
      fc.property(fc.uniqueArray(code, { selector: ({ name }) => name, minLength: 1, maxLength: 4 }), (given) => {
        const codes = given.filter(({ name }) => name !== '')
        const made = codes.map(({ name, description, mustHit, mustMiss, exclusive, archived }): Code => ({
          ...CODE,
          name,
          description,
          ...(mustHit.length > 0 ? { mustHit } : {}),
          ...(mustMiss.length > 0 ? { mustMiss } : {}),
          ...(exclusive === '' ? {} : { exclusive }),
          ...(archived ? { archived } : {}),
        }))
        const tree = made.reduceRight<readonly QdcCode[]>(
          (after, one, at) => (codes[at]!.below ? [{ guid: guid(at), code: one, children: after }] : [{ guid: guid(at), code: one, children: [] }, ...after]),
          [],
        )
        const xml = writeQdc(tree, [{ guid: guid(99), name: 'a<b', members: [guid(0)] }])
        expect([isXml(xml), xmlFault(xml)]).toEqual([true, null])
        const back = entriesOf(xml)
        expect(back.map(({ name, description, mustHit, mustMiss, exclusive, archived, rule, color }) => ({ name, description, mustHit, mustMiss, exclusive, archived, rule, color }))).toEqual(
          made.map(({ name, description, mustHit = null, mustMiss = null, exclusive = null, archived = null }) => ({
            name, description, mustHit, mustMiss, exclusive, archived, rule: 'late', color: '#4477aa',
          })),
        )
        expect(back.map((each) => each.guid)).toEqual(made.map((_, at) => guid(at)))
        back.forEach(({ parent }, at) => expect(parent).toBe(at > 0 && codes[at - 1]!.below ? made[at - 1]!.name : parent))
      }),
    )
  })

  it('keeps rules and questions, in words that people can read', () => {
    const code: Code = { ...CODE, rule: '"too late" | /a"b/', direction: 'complaint', questions: ['Why?', 'What else?'], mustHit: [' x '.trim(), '"y"'], description: 'Line 1\nLine 2' }
    const xml = writeQdc([{ guid: guid(1), code, children: [] }], [])
    expect(xml).toContain(`rule: "\\"too late\\" | /a\\"b/"`.replaceAll('"', '&quot;'))
    expect(xml).toContain('\nmust_hit: x\n')
    expect(entriesOf(xml)).toMatchObject([{ rule: code.rule, direction: 'complaint', questions: ['Why?', 'What else?'], mustHit: ['x', '"y"'], description: 'Line 1\nLine 2' }])
  })
})

describe('a codebook of another program', () => {
  it('brings names, colours, the tree and descriptions; nothing is said of rules', () => {
    const xml = `\ufeff<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<!-- made elsewhere -->
<qda:CodeBook xmlns:qda="urn:QDA-XML:codebook:1.0" origin="Other 1.0">
  <qda:Codes>
    <qda:Code guid="{A0000000-0000-4000-8000-00000000000B}" name="Service &amp; support &#128512;" isCodable="false" color="#FF0000">
      <qda:Description><![CDATA[All of <it>]]></qda:Description>
      <qda:Code guid="1" name="Price" isCodable="true" color="red"/>
    </qda:Code>
    <qda:Code guid="2" name="Price" isCodable="true"><qda:NoteRef targetGUID="9"/></qda:Code>
    <qda:Code guid="3" name="Product"><qda:Code guid="4" name="Price"/></qda:Code>
  </qda:Codes>
  <qda:Sets><qda:Set guid="8" name="s"><qda:MemberCode targetGUID="1"/></qda:Set></qda:Sets>
</qda:CodeBook>`
    expect(entriesOf(xml)).toMatchObject([
      { name: 'Service & support 😀', parent: null, description: 'All of <it>', color: '#ff0000', guid: 'a0000000-0000-4000-8000-00000000000b', keepsRule: true },
      { name: 'Price', parent: 'Service & support 😀', description: '' },
      { name: 'Price (2)', parent: null },
      { name: 'Product', parent: null },
      { name: 'Price (Product)', parent: 'Product' },
    ])
    expect(entriesOf(xml)[1]).not.toHaveProperty('mustHit')
  })

  it.each([
    ['xml-doctype', `<!DOCTYPE CodeBook [<!ENTITY x "y">]>${book('')}`],
    ['xml-doctype', `<!DOCTYPE CodeBook SYSTEM "file:///etc/passwd">${book('<Code name="a"/>')}`],
    ['xml-entity', book('<Code name="&x;"/>')],
    ['xml-entity', book('<Code name="a & b"/>')],
    ['xml-entity', book('<Code name="&#1114112;"/>')],
    ['xml-wrong', book('<Code name="a">')],
    ['xml-wrong', book('<Code name=a/>')],
    ['xml-wrong', `${book('')}<more/>`],
    ['xml-wrong', '<'],
    ['xml-deep', book('<Code name="a">'.repeat(200) + '</Code>'.repeat(200))],
    ['no-qdc', '<Project/>'],
    ['no-code', book('<Code name=" " color="#112233"/>')],
  ])('is refused where it is not to be trusted: %s', (what, xml) => {
    expect(refusal(xml)).toBe(`codebook.${what}`)
  })

  it('any text is read or refused', () => {
    const part = fc.constantFrom('<a>', '</a>', '<a', '/>', '>', '"', 'x="y"', '<!--', '-->', '<![CDATA[', ']]>', '&', '&#x41;', '<?p', '?>', '<!D', 'text', '\n')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const read = readXml(`<CodeBook>${parts.join('')}</CodeBook>`)
        expect(typeof read.ok).toBe('boolean')
      }),
    )
  })
})

describe('a large codebook', () => {
  it('is read in time that grows with its size, with the line of each code', () => {
    const codes = Array.from({ length: 20_000 }, (_, at) => `<Code name="a${at % 2 === 0 ? '' : at}">\n<!-- <Code> \n --><Description><![CDATA[\n<Code ]]>x</Description></Code>`)
    const read = readXml(book(codes.join('\n')))
    if (!read.ok) throw new Error(read.what)
    const [list] = read.root.children
    expect(list!.children.map(({ line }) => line)).toEqual(codes.map((_, at) => 1 + 4 * at))
    const names = entriesOf(book(codes.join('\n'))).map(({ name }) => name)
    expect([names.slice(0, 4), names.at(-2)]).toEqual([['a', 'a1', 'a (2)', 'a3'], 'a (10000)'])
  })
})
