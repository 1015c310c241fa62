import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildOutline } from '../../../shared/report/build-outline'
import { writePptx } from '../../../shared/report/write-pptx'
import { writeXlsx } from '../../../shared/report/write-xlsx'
import { applyEdits } from '../../../shared/report/edits/apply-edits'
import { addPage, remarkOn } from '../../../shared/report/edits/change-edits'
import { NO_EDITS } from '../../../shared/report/edits/edits'
import { EARSHOT_BRAND, type Brand } from '../../../shared/report/layout/brand'
import type { ReportData } from '../../../shared/report/types'
import { FIXTURES, rich } from './fixtures'
import { officeProblems } from './office-check'

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const LOGO: Brand = { ...EARSHOT_BRAND, name: 'Hanbit <Cloud> & 한빛', font: 'Georgia', accent: '3B0A45', logo: { type: 'image/png', data: DOT, width: 900, height: 90 } }

const [one] = rich.segments
if (!one) throw new Error('fixture')
const DECKS: Readonly<Record<string, ReportData>> = {
  ...FIXTURES,
  'no comments': { ...rich, responses: { ...rich.responses, commented: 0 }, themes: null, growth: null, quotes: [] },
  'no dates': { ...rich, responses: { ...rich.responses, first: null, last: null }, trend: null, change: null, growth: null, compared: [], references: [] },
  'one group': { ...rich, cross: null, compared: [], segments: [{ ...one, rows: one.rows.slice(0, 1) }] },
  'names alike': { ...rich, segments: rich.segments.map((table) => ({ ...table, field: 'Field', rows: table.rows.map((row) => ({ ...row, value: row.value === null ? null : 'Name' })) })) },
}

/** The package with one part changed. */
function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const before = strFromU8(parts[part] ?? new Uint8Array())
  const after = change(before)
  if (after === before) throw new Error(`nothing changed in ${part}`)
  return zipSync({ ...parts, [part]: strToU8(after) })
}

describe('decks and workbooks', () => {
  it.each(Object.entries(DECKS))('need no repair: %s', async (_, data) => {
    for (const locale of ['en', 'ko'] as const) {
      const outline = buildOutline(data, locale)
      expect(officeProblems(await writePptx(outline, locale === 'ko' ? LOGO : EARSHOT_BRAND))).toEqual([])
      expect(officeProblems(await writeXlsx(outline))).toEqual([])
    }
  })

  it('need no repair with remarks and pages of one’s own', async () => {
    const outline = buildOutline(rich, 'ko')
    const ids = outline.slides.map(({ id }) => id)
    const edits = ids.reduce((edited, id) => remarkOn(edited, id, '임원 회의에서 결정합니다 <!>'), addPage(NO_EDITS, { id: 'own:a', title: '다음 단계', text: 'One\n\nTwo & three' }, ids, ids[2] ?? ''))
    const { outline: edited } = applyEdits(outline, edits)
    expect(edited.slides).toHaveLength(ids.length + 1)
    expect(officeProblems(await writePptx(edited, LOGO))).toEqual([])
  })
})

describe('the check of Office files', () => {
  let deck: Uint8Array
  beforeAll(async () => {
    deck = await writePptx(buildOutline(rich, 'en'))
  })
  it.each<[string, string, (xml: string) => string]>([
    ['elements out of order', 'ppt/presentation.xml', (xml) => xml.replace(/(<p:notesMasterIdLst>.*<\/p:notesMasterIdLst>)(<p:sldIdLst>.*<\/p:sldIdLst>)/, '$2$1')],
    ['properties of a paragraph twice', 'ppt/slides/slide2.xml', (xml) => xml.replace(/<a:pPr [^>]*\/>/, '$&$&')],
    ['a text body without paragraphs', 'ppt/slides/slide3.xml', (xml) => xml.replace(/<a:p>.*?<\/a:p>/, '')],
    ['two shapes of one id', 'ppt/slides/slide2.xml', (xml) => xml.replace('<p:cNvPr id="3"', '<p:cNvPr id="2"')],
    ['two slides of one id', 'ppt/presentation.xml', (xml) => xml.replace('<p:sldId id="257"', '<p:sldId id="256"')],
    ['a layout with the id of the master', 'ppt/slideMasters/slideMaster1.xml', (xml) => xml.replace('id="2147483649"', 'id="2147483648"')],
    ['masters that share a theme', 'ppt/notesMasters/_rels/notesMaster1.xml.rels', (xml) => xml.replace('theme2', 'theme1')],
    ['a relation that leads nowhere', 'ppt/slides/_rels/slide3.xml.rels', (xml) => xml.replace('chart2.xml', 'chart99.xml')],
    ['a relation that is not there', 'ppt/charts/chart1.xml', (xml) => xml.replace('r:id="rId1"', 'r:id="rId7"')],
    ['a part without a type', '[Content_Types].xml', (xml) => xml.replace(/<Override PartName="\/ppt\/charts\/chart1.xml"[^>]*>/, '')],
    ['a type without a part', '[Content_Types].xml', (xml) => xml.replace('</Types>', '<Override PartName="/ppt/slideMasters/slideMaster2.xml" ContentType="x"/></Types>')],
    ['a colour by its name', 'ppt/theme/theme1.xml', (xml) => xml.replace('val="1F4E79"', 'val="navy"')],
    ['a row without its last cell', 'ppt/slides/slide3.xml', (xml) => xml.replace(/<a:tc>(?:(?!<a:tc>).)*<\/a:tc><\/a:tr>/, '</a:tr>')],
    ['fewer points than are counted', 'ppt/charts/chart2.xml', (xml) => xml.replace('<c:ptCount val="8"/>', '<c:ptCount val="7"/>')],
    ['a chart that shows another number than its workbook', 'ppt/charts/chart1.xml', (xml) => xml.replace(/<c:v>0\.\d+<\/c:v>/, '<c:v>0.5</c:v>')],
    ['a chart that shows less than its workbook', 'ppt/charts/chart1.xml', (xml) => xml.replace(/<c:ser>(?:(?!<c:ser>).)*<\/c:ser><c:gapWidth/, '<c:gapWidth')],
    ['letters of no size', 'ppt/slides/slide2.xml', (xml) => xml.replace(/sz="\d+"/, 'sz="0"')],
    ['a placeholder that the layout does not have', 'ppt/slides/slide2.xml', (xml) => xml.replace('type="sldNum" sz="quarter" idx="12"', 'type="sldNum" sz="quarter" idx="99"')],
    ['a prefix that nobody declared', 'ppt/slides/slide2.xml', (xml) => xml.replace(/ xmlns:r="[^"]*"/, '').replace('<p:cSld>', '<p:cSld r:id="x">')],
  ])('finds %s', (_, part, change) => {
    expect(officeProblems(changed(deck, part, change))).not.toEqual([])
  })
})
