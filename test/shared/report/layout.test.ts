import { describe, expect, it } from 'vitest'
import { buildOutline } from '../../../shared/report/build-outline'
import type { Block, Box } from '../../../shared/report/layout/blocks'
import { layOut } from '../../../shared/report/layout/lay-out'
import { PAGE, SLIDE } from '../../../shared/report/layout/look'
import { FIXTURES, rich } from './fixtures'

const EDGE = 0.005

/** Where a block lies, as far as that is fixed: a table of definitions is as high as its text. */
function boxOf(block: Block): Box {
  switch (block.kind) {
    case 'grid': {
      const h = block.rows.reduce((sum, { height }) => sum + (height ?? 0), 0)
      return { x: block.x, y: block.y, w: block.columns.reduce((sum, width) => sum + width, 0), h }
    }
    case 'line':
      return { x: block.x, y: block.y, w: block.w, h: 0 }
    case 'text':
    case 'chart':
    case 'rect':
    case 'picture':
      return block.box
  }
}

const pages = Object.entries(FIXTURES).flatMap(([name, data]) =>
  (['en', 'ko'] as const).flatMap((locale) =>
    layOut(buildOutline(data, locale)).map((page, at) => [`${name}, ${locale}, page ${at + 1}`, page] as const),
  ),
)

describe('the layout', () => {
  it.each(pages)('of %s keeps to the slide, and its content off the foot', (_, { blocks, frame, title }) => {
    for (const { x, y, w, h } of [...blocks, ...frame].map(boxOf)) {
      expect(Math.min(x, y, w, h)).toBeGreaterThanOrEqual(0)
      expect(x + w).toBeLessThanOrEqual(SLIDE.width + EDGE)
      expect(y + h).toBeLessThanOrEqual(SLIDE.height + EDGE)
    }
    for (const block of blocks) {
      const { y, h } = boxOf(block)
      expect(y + h).toBeLessThanOrEqual(PAGE.footer + EDGE)
    }
    const [first] = blocks
    expect(first).toMatchObject({ kind: 'text', place: 'title', paragraphs: [{ runs: [{ text: title }] }] })
  })

  it.each(pages)('of %s has tables as wide as their columns say', (_, { blocks }) => {
    for (const block of blocks) {
      if (block.kind !== 'grid') continue
      for (const { cells } of block.rows) expect(cells).toHaveLength(block.columns.length)
    }
  })

  it('has the plot of a chart over, or beside, the cells that it belongs to', () => {
    const all = layOut(buildOutline(rich, 'en'))
    for (const page of all) {
      const grid = page.blocks.find((block) => block.kind === 'grid')
      const chart = page.blocks.find((block) => block.kind === 'chart')
      if (!grid || !chart || grid.kind !== 'grid' || chart.kind !== 'chart') continue
      const { box, frame } = chart
      const head = grid.rows[0]?.height ?? 0
      if (frame.lying) {
        expect(box.y).toBeCloseTo(grid.y + head, 6)
        expect(box.h * frame.plot.h).toBeCloseTo(boxOf(grid).h - head, 6)
      } else {
        expect(box.x + box.w * frame.plot.x).toBeCloseTo(grid.x + (grid.columns[0] ?? 0), 6)
        expect(box.w * frame.plot.w).toBeCloseTo(boxOf(grid).w - (grid.columns[0] ?? 0), 6)
      }
    }
    expect(all.filter(({ kind }) => kind === 'trend' || kind === 'segment')).toHaveLength(4)
  })
})
