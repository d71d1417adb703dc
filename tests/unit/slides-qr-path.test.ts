import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import QrCode from '../../src/slides/QrCode.vue'
import { planQr, QUIET_ZONE, type QrPath } from '../../src/slides/qr-path.ts'

const PX_PER_MODULE = 4

/** The picture that the path describes, as a camera sees it: RGBA. */
function pixelsOf({ size, path }: QrPath): { data: Uint8ClampedArray; side: number } {
  const side = size * PX_PER_MODULE
  const data = new Uint8ClampedArray(4 * side * side).fill(255)
  for (const [, left, top, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    const [x, y, w] = [Number(left), Number(top), Number(width)].map((n) => n * PX_PER_MODULE)
    for (let row = y ?? 0; row < (y ?? 0) + PX_PER_MODULE; row += 1) {
      for (let at = x ?? 0; at < (x ?? 0) + (w ?? 0); at += 1) {
        data.set([0, 0, 0], 4 * (row * side + at))
      }
    }
  }
  return { data, side }
}

function readBack(text: string): string | undefined {
  const plan = planQr(text)
  if (!plan) return undefined
  const { data, side } = pixelsOf(plan)
  return jsQR(data, side, side, { inversionAttempts: 'dontInvert' })?.data
}

const LONG = `https://huanbao.example.cn/wall.html?slides=${'clean-heating-households+pm25,'.repeat(20)}`

describe('a QR code', () => {
  it.each([
    'http://10.20.30.40:8080/qinglan/index.html#/inspection',
    'https://example.cn/index.html#/indicators/pm25?v=2021-01-23&region=410800&lang=en',
    'file:///C:/清览/index.html#/sources/jz-rectification-2023-05-29',
    'http://例子.中国/大屏?说明=臭氧浓度上升',
    LONG,
    'a',
  ])('is read again as %s', (text) => {
    expect(readBack(text)).toBe(text)
  })

  it('has four light modules on every side', () => {
    const plan = planQr('https://example.cn/')
    const runs = [...(plan?.path ?? '').matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) =>
      run.slice(1).map(Number),
    )
    const rights = runs.map(([x = 0, , width = 0]) => x + width)
    const size = plan?.size ?? 0
    expect(QUIET_ZONE).toBe(4)
    expect(Math.min(...runs.map(([x = 0]) => x))).toBe(4)
    expect(Math.min(...runs.map(([, y = 0]) => y))).toBe(4)
    expect(Math.max(...rights)).toBe(size - 4)
    expect(Math.max(...runs.map(([, y = 0]) => y + 1))).toBe(size - 4)
  })

  it('declares no characters where all are ASCII, which old readers do not know', () => {
    // Declared UTF-8 takes 12 bits more: 26 bytes just fit version 2 at M without them.
    expect(planQr('a'.repeat(26))?.size).toBe(25 + 2 * QUIET_ZONE)
  })

  it('is none of nothing, and of more than a code can hold', () => {
    expect(planQr('')).toBeNull()
    expect(planQr('长'.repeat(2000))).toBeNull()
  })

  it('is one path in black on white, named by its address', async () => {
    const address = 'http://10.20.30.40/index.html#/inspection'
    const html = await renderToString(createSSRApp({ render: () => h(QrCode, { address }) }))
    expect(html).toContain(`role="img" aria-label="${address}"`)
    expect(html.match(/<path/g)).toHaveLength(1)
    expect(html).toMatch(/<rect [^>]*fill="#fff"/)
    expect(html).toMatch(/<path [^>]*fill="#000"/)
    expect(html).not.toContain('style')
  })
})
