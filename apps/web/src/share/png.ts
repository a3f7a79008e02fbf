import type { DrawnPicture } from '@iam-canvas/exchange'

/** Canvases beyond this come out empty in some browsers. */
const mostPixels = 16_000_000
const longestSide = 8_192
/** Sharp on screens of today. */
const wantedScale = 2

/** How many pixels the picture will have, and how much larger than drawn. */
export function pngSize({ width, height }: DrawnPicture) {
  const scale = Math.min(
    wantedScale,
    Math.sqrt(mostPixels / (width * height)),
    longestSide / Math.max(width, height),
  )
  return { scale, width: Math.floor(width * scale), height: Math.floor(height * scale) }
}

/** The picture in pixels. Rejects where the browser cannot draw it. */
export async function toPng(drawn: DrawnPicture): Promise<Blob> {
  const { width, height } = pngSize(drawn)
  const url = URL.createObjectURL(new Blob([drawn.svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
    return await new Promise((done, failed) =>
      canvas.toBlob(blob => (blob ? done(blob) : failed(new Error('the picture is empty'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}
