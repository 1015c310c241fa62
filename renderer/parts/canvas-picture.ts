import { fontName } from './font-name'
import { framed, type Font, type Pen, type Picture } from './picture'

/** Pixels of a picture to one CSS pixel: sharp on a slide. */
export const PICTURE_RATIO = 2

/** How wide texts become in a font of the window. */
export function textMeasure(colors: Picture['colors']): Pen['measure'] {
  const context = document.createElement('canvas').getContext('2d')
  return (text: string, font: Font) => {
    if (!context) return 0
    context.font = fontName(font, colors)
    return context.measureText(text).width
  }
}

/** A picture as pixels. */
export function canvasPicture(picture: Picture): HTMLCanvasElement {
  const { colors } = picture
  const measure = textMeasure(colors)
  const { width, height, paint } = framed(picture, measure)
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * PICTURE_RATIO)
  canvas.height = Math.ceil(height * PICTURE_RATIO)
  const context = canvas.getContext('2d')
  if (!context) return canvas
  context.scale(PICTURE_RATIO, PICTURE_RATIO)
  const stroked = ({ color, width: wide = 1, dash = [] }: Parameters<Pen['line']>[4]): void => {
    context.strokeStyle = color
    context.lineWidth = wide
    context.setLineDash([...dash])
    context.stroke()
  }
  paint({
    colors,
    measure,
    text: (text, x, y, how) => {
      context.font = fontName(how, colors)
      context.fillStyle = how.color ?? colors.ink
      context.textAlign = how.align ?? 'left'
      context.textBaseline = 'middle'
      context.fillText(text, x, y)
    },
    rect: (box, color, opacity = 1) => {
      context.globalAlpha = opacity
      context.fillStyle = color
      context.fillRect(box.x, box.y, box.width, box.height)
      context.globalAlpha = 1
    },
    line: (x1, y1, x2, y2, stroke) => {
      context.beginPath()
      context.moveTo(x1, y1)
      context.lineTo(x2, y2)
      stroked(stroke)
    },
    circle: (x, y, radius, fill, stroke) => {
      context.beginPath()
      context.arc(x, y, radius, 0, 2 * Math.PI)
      context.fillStyle = fill
      context.fill()
      if (stroke) stroked(stroke)
    },
    polygon: (corners, fill, stroke) => {
      context.beginPath()
      for (const [x, y] of corners) context.lineTo(x, y)
      context.closePath()
      context.fillStyle = fill
      context.fill()
      stroked(stroke)
    },
    drawing: (drawing, x, y) => context.drawImage(drawing.canvas(), x, y, drawing.width, drawing.height),
    within: (x, y, inner) => {
      context.save()
      context.translate(x, y)
      inner()
      context.restore()
    },
  })
  return canvas
}
