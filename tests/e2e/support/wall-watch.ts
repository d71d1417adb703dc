/** Runs in the page from its beginning: writes down what no wall may ever do to its slides. */
import type { Page } from 'playwright-core'

export interface SlideLog {
  /** Moments at which no slide with words stood in front, once one had. */
  readonly blanks: readonly string[]
  /** Slides whose words changed while they were seen. */
  readonly altered: readonly string[]
  /** Names of the slides that came to the front, with the generation that was told of then. */
  readonly shown: readonly { readonly name: string; readonly seq: string }[]
}

function watchSlides(): void {
  const log = { blanks: [] as string[], altered: [] as string[], shown: [] as unknown[] }
  let front: Element | null = null
  let words = ''
  const look = () => {
    const slide = document.querySelector('.layer.is-front .slide')
    const now = slide?.textContent ?? ''
    if (!slide || now.trim() === '') {
      if (front) log.blanks.push(`after ${front.getAttribute('data-slide')}`)
      return
    }
    if (slide === front && now !== words) {
      log.altered.push(`${slide.getAttribute('data-slide')}: ${words} → ${now}`)
    }
    if (slide !== front) {
      const { seq = '' } = document.documentElement.dataset
      log.shown.push({ name: slide.getAttribute('data-slide') ?? '', seq })
    }
    front = slide
    words = now
  }
  const observer = new MutationObserver(look)
  const begin = () => {
    const wall = document.querySelector('#wall')
    if (!wall) throw new Error('no wall')
    const options = { childList: true, subtree: true, attributes: true, characterData: true }
    observer.observe(wall, options)
  }
  document.addEventListener('DOMContentLoaded', begin)
  Object.assign(window, { slideLog: log })
}

/** Before the page is opened. */
export function watchEverySlide(page: Page): Promise<unknown> {
  return page.addInitScript(watchSlides)
}

export function readSlideLog(page: Page): Promise<SlideLog> {
  return page.evaluate(() => (window as unknown as { slideLog: SlideLog }).slideLog)
}
