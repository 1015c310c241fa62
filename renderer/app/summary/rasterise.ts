/** Pixels of a picture to one of the drawing's: sharp on a slide. */
const RATIO = 3

/** An SVG as PNG. Its own letters come with it, so that it looks the same on any machine. */
export async function rasterise(svg: Uint8Array): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg as Uint8Array<ArrayBuffer>], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * RATIO
    canvas.height = image.naturalHeight * RATIO
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    return new Uint8Array((await png?.arrayBuffer()) ?? new ArrayBuffer(0))
  } finally {
    URL.revokeObjectURL(address)
  }
}
