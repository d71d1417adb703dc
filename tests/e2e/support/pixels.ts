/** Pictures as pixels, decoded by a browser: no decoder has to be brought along for it. */
import type { Page } from 'playwright-core'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue, alpha, row by row. */
  readonly data: Uint8ClampedArray
}

/** `page` is any page whose policy allows pictures by data address. */
export async function decodePicture(
  page: Page,
  base64: string,
  type: 'png' | 'jpeg',
): Promise<Pixels> {
  const address = `data:image/${type};base64,${base64}`
  const { width, height, data } = await page.evaluate(async (src) => {
    const image = new Image()
    image.src = src
    await image.decode()
    const { width: across, height: down } = image
    const canvas = Object.assign(document.createElement('canvas'), { width: across, height: down })
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const pixels = [...context.getImageData(0, 0, across, down).data]
    return { width: across, height: down, data: pixels }
  }, address)
  return { width, height, data: Uint8ClampedArray.from(data) }
}

/** Share of pixels that are brighter than half, 0 to 1. */
export function brightShare({ data }: Pixels): number {
  let bright = 0
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
    if (red + green + blue > 384) bright += 1
  }
  return (4 * bright) / data.length
}
