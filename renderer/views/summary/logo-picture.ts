import { MAX_LOGO, type Logo } from '../../../shared/report/layout/brand'

/** As large as a logo is ever shown, with some to spare. */
const [MOST_WIDE, MOST_HIGH] = [1200, 400] as const
/** Drawings without a size of their own get this height. */
const DRAWN_HIGH = 400
const LARGEST_FILE = 20 * 1024 * 1024

/** A PNG, JPEG or SVG as a PNG that fits into a deck; null where it cannot be read. Nothing in an SVG is run. */
export async function logoPicture(file: File): Promise<Logo | null> {
  if (file.size > LARGEST_FILE) return null
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const isDrawing = file.type === 'image/svg+xml'
    const [given, high] = [image.naturalWidth || 300, image.naturalHeight || 150]
    const wanted = isDrawing ? DRAWN_HIGH / high : 1
    const scale = Math.min(wanted, MOST_WIDE / given, MOST_HIGH / high)
    const [width, height] = [Math.max(1, Math.round(given * scale)), Math.max(1, Math.round(high * scale))]
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
    const data = canvas.toDataURL('image/png').split(',')[1] ?? ''
    return data === '' || data.length > (MAX_LOGO * 4) / 3 ? null : { type: 'image/png', data, width, height }
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}
