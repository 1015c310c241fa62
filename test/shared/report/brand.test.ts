import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildOutline } from '../../../shared/report/build-outline'
import { apart, brandWarnings, contrastWithWhite, EARSHOT_BRAND, logoSize, themeOf, type Brand } from '../../../shared/report/layout/brand'
import { layOut } from '../../../shared/report/layout/lay-out'
import { PAGE, SLIDE, THEME_COLORS } from '../../../shared/report/layout/look'
import { writeHtml } from '../../../shared/report/write-html'
import { writePdf } from '../../../shared/report/write-pdf'
import { writePptx } from '../../../shared/report/write-pptx'
import { FONTS } from '../../helpers/fonts'
import { rich } from './fixtures'
import { officeFaults, officeParts } from './well-formed'

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const HANBIT: Brand = {
  name: 'Hanbit <Cloud> & Infrastructure Holdings 한빛클라우드인프라홀딩스',
  accent: '3B0A45',
  promoters: '00677F',
  passives: 'B0B7BC',
  detractors: 'C4501B',
  font: 'Georgia',
  logo: { type: 'image/png', data: DOT, width: 900, height: 90 },
}

describe('a brand', () => {
  it('changes nothing where it is our own', () => expect(themeOf(EARSHOT_BRAND)).toEqual(THEME_COLORS))

  it.each([
    ['000000', 21],
    ['FFFFFF', 1],
    ['767676', 4.54],
    ['1F4E79', 8.66],
  ])('has for %s the contrast %d with white', (color, ratio) => expect(contrastWithWhite(color)).toBeCloseTo(ratio, 1))

  it('is warned of where people cannot read or tell apart, and our own is not', () => {
    expect(brandWarnings(EARSHOT_BRAND)).toEqual([])
    expect(brandWarnings(HANBIT)).toEqual([])
    expect(brandWarnings({ ...EARSHOT_BRAND, accent: 'FFD400' })).toMatchObject([{ kind: 'contrast', color: 'accent' }])
    expect(brandWarnings({ ...EARSHOT_BRAND, promoters: '2E9E5B', detractors: 'C0653A' })).toContainEqual({ kind: 'alike', colors: ['promoters', 'detractors'] })
  })

  it('finds colours as far apart in either order, and none from itself', () => {
    const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => value.toString(16).padStart(6, '0'))
    fc.assert(
      fc.property(color, color, (a, b) => {
        expect(apart(a, b)).toBeCloseTo(apart(b, a), 9)
        expect(apart(a, a)).toBe(0)
      }),
    )
  })

  it('has a logo that keeps its shape, inside its room', () => {
    const size = fc.integer({ min: 1, max: 4000 })
    fc.assert(
      fc.property(size, size, (width, height) => {
        const { w, h } = logoSize({ type: 'image/png', data: '', width, height }, 1.5, 0.24)
        expect(w).toBeLessThanOrEqual(1.5 + 1e-9)
        expect(h).toBeLessThanOrEqual(0.24 + 1e-9)
        expect(w / h).toBeCloseTo(width / height, 6)
      }),
    )
  })

  it('stands on the cover and at the foot of every other page, in nobody’s way', () => {
    for (const { master, frame } of layOut(buildOutline(rich, 'en'), HANBIT)) {
      const [picture] = frame.filter((block) => block.kind === 'picture')
      if (picture?.kind !== 'picture') throw new Error('no logo')
      const { x, y, w, h } = picture.box
      expect(x + w).toBeLessThanOrEqual(PAGE.left + PAGE.width)
      expect(y + h).toBeLessThanOrEqual(SLIDE.height)
      const words = frame.flatMap((block) => (block.kind === 'text' ? [block.box] : []))
      for (const box of words) expect(box.x + box.w <= x || x + w <= box.x + 0.5 || box.y > y + h || y > box.y + box.h).toBe(true)
      if (master === 'cover') expect(y).toBeLessThan(2)
    }
  })

  it('makes a whole deck: theme, face, name and logo', async () => {
    const bytes = await writePptx(buildOutline(rich, 'ko'), HANBIT)
    expect(officeFaults(bytes)).toEqual([])
    expect(await writePptx(buildOutline(rich, 'ko'), HANBIT)).toEqual(bytes)
    const parts = officeParts(bytes)
    const theme = parts.get('ppt/theme/theme1.xml') ?? ''
    expect(theme).toContain('<a:accent1><a:srgbClr val="3B0A45"/>')
    expect(theme.match(/<a:latin typeface="Georgia"\/>/g)).toHaveLength(2)
    expect(theme).toContain('<a:font script="Hang" typeface="맑은 고딕"/>')
    const layouts = [...parts].filter(([name]) => /^ppt\/slideLayouts\/slideLayout\d+\.xml$/.test(name)).map(([, xml]) => xml)
    expect(layouts.filter((xml) => xml.includes('<p:pic>'))).toHaveLength(4)
    expect(layouts.find((xml) => xml.includes('type="ctrTitle"'))).toContain('Hanbit &lt;Cloud&gt; &amp; Infrastructure')
    expect([...parts.keys()].some((name) => name.startsWith('ppt/media/') && name.endsWith('.png'))).toBe(true)
    expect(parts.get('[Content_Types].xml')).toContain('Extension="png"')
  })

  it('colours the PDF and the page of HTML, too', async () => {
    const outline = buildOutline(rich, 'en')
    const [own, dressed] = [await writePdf(outline, '16:9', FONTS), await writePdf(outline, '16:9', FONTS, HANBIT)]
    expect(dressed).toEqual(await writePdf(outline, '16:9', FONTS, HANBIT))
    expect(new TextDecoder('latin1').decode(dressed)).toContain('/Subtype /Image')
    expect(new TextDecoder('latin1').decode(own)).not.toContain('/Subtype /Image')
    const page = new TextDecoder().decode(await writeHtml(outline, { fonts: FONTS, sha256: () => Promise.resolve('00') }, HANBIT))
    expect(page).toContain('--accent1:#3B0A45')
  })
})
