import { assertNever } from '../../base/assert'
import type { Block, TextBlock } from '../layout/blocks'
import { chartShapes } from '../layout/chart-shapes'
import type { Brand } from '../layout/brand'
import { layOut } from '../layout/lay-out'
import { PAGE, SLIDE } from '../layout/look'
import type { Outline } from '../outline'
import { drawGrid } from './grid'
import type { Pen, Tag } from './pen'
import { fitText } from './set-text'

const POINTS = 72

/** The slides as pages, 16:9, of the same blocks. */
export function drawSlides(pen: Pen, outline: Outline, brand: Brand): void {
  for (const { title, blocks, frame } of layOut(outline, brand)) {
    pen.newPage(SLIDE.width * POINTS, SLIDE.height * POINTS)
    pen.bookmark(title)
    const section = pen.tag(pen.root, 'Sect')
    pen.ornament(() => {
      for (const block of frame) drawBlock(pen, null, block)
    })
    for (const block of blocks) drawBlock(pen, section, block)
    section.end()
  }
}

/** Draws a block into `section`; into no structure where that is null. */
function drawBlock(pen: Pen, section: Tag | null, block: Block): void {
  switch (block.kind) {
    case 'text':
      return drawText(pen, section, block)
    case 'grid':
      return section === null ? undefined : drawGrid(pen, section, block, PAGE.bottom)
    case 'chart': {
      const { box, frame } = block
      const draw = (): void => pen.shapes(chartShapes(box, frame), box.x * POINTS, box.y * POINTS)
      if (section === null) draw()
      else pen.tag(section, 'Figure', draw, { alt: frame.chart.alt })
      return
    }
    case 'rect': {
      const { x, y, w, h } = block.box
      return ornamentIn(pen, section, () => pen.rect(x * POINTS, y * POINTS, w * POINTS, h * POINTS, block.color))
    }
    case 'line': {
      const { x, y, w, color, width } = block
      return ornamentIn(pen, section, () => pen.rule(x * POINTS, y * POINTS, (x + w) * POINTS, y * POINTS, color, width))
    }
    case 'picture': {
      const { x, y, w, h } = block.box
      return ornamentIn(pen, section, () => pen.picture(`data:${block.type};base64,${block.data}`, x * POINTS, y * POINTS, w * POINTS, h * POINTS))
    }
    default:
      return assertNever(block, 'block')
  }
}

const ornamentIn = (pen: Pen, section: Tag | null, draw: () => void): void => {
  if (section === null) draw()
  else pen.ornament(draw)
}

function drawText(pen: Pen, section: Tag | null, { box, paragraphs, align, valign, place }: TextBlock): void {
  const [x, width, height] = [box.x * POINTS, box.w * POINTS, box.h * POINTS]
  const setting = fitText(pen.faces, paragraphs, width, height)
  let y = box.y * POINTS + (valign === 'middle' ? Math.max(0, (height - setting.height) / 2) : 0)
  for (const { lines } of setting.paragraphs) {
    const draw = (): void => {
      for (const line of lines) {
        pen.line(line, align === 'right' ? x + width - line.width : x, y)
        y += line.height + line.after
      }
    }
    if (section === null) draw()
    else pen.tag(section, place === 'title' ? 'H1' : 'P', draw)
  }
}
