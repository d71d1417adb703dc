/** Pictures as pixels, decoded by a browser: no decoder has to be brought along for it. */
import type { Page } from 'playwright-core'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue, alpha, row by row. */
  readonly data: Uint8ClampedArray
}

/** `page` is any page whose policy allows pictures by data address. */
export async function decodePng(page: Page, base64: string): Promise<Pixels> {
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
  }, `data:image/png;base64,${base64}`)
  return { width, height, data: Uint8ClampedArray.from(data) }
}

/** Share of pixels that are brighter than half, 0 to 1; counted in the browser, film has many frames. */
export function brightShare(page: Page, base64Jpeg: string): Promise<number> {
  return page.evaluate(async (src) => {
    const image = new Image()
    image.src = src
    await image.decode()
    const { width, height } = image
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    let bright = 0
    for (let at = 0; at < data.length; at += 4) {
      const sum = (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)
      if (sum > 384) bright += 1
    }
    return (4 * bright) / data.length
  }, `data:image/jpeg;base64,${base64Jpeg}`)
}
