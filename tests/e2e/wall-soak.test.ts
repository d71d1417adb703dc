/** An hour of quick slides, with the clock run fast: nothing stays behind. The full soak is `npm run soak`. */
import { expect, it } from 'vitest'
import { judge } from '../../bench/soak-criteria.mjs'
import { findSteadySlide, openWall } from '../../bench/soak-wall.mjs'
import { openBrowser } from './support/browser.ts'
import { openSite } from './support/site.ts'

const HOUR_MS = 3_600_000
const DWELL_MS = 15_000
const PUBLICATIONS = 28

it('holds as many charts, nodes and listeners after an hour as after a round', async () => {
  const site = await openSite()
  const browser = await openBrowser()
  const url = `${site.url}wall.html?dwell=15&reload=off`
  const wall = await openWall(browser, { url, startMs: Date.now(), seed: 1 })
  await wall.run(DWELL_MS)
  const { name: slide } = await findSteadySlide(wall, DWELL_MS)
  const samples = []
  for (const spanMs of [0, HOUR_MS / 2, HOUR_MS / 2]) {
    await wall.run(spanMs)
    await wall.run(HOUR_MS, { untilSlide: slide })
    samples.push(await wall.sample(PUBLICATIONS))
  }
  const { violations, fallen, blank } = await wall.journal()
  const told = { violations, fallen, blank, pageErrors: wall.pageErrors, reloadsInAnHour: 0 }
  const verdicts = judge({ ...told, samples, unrecovered: [], differences: [] })
  await browser.close()
  await site.stop()
  const hasHeapSlope = ({ name }: { name: string }) => name === 'heap slope'
  // An hour is too short for a slope: it is told by a day.
  expect(verdicts.filter((each) => !each.isMet && !hasHeapSlope(each))).toEqual([])
  expect(samples[2]?.slides).toBeGreaterThan(240)
})
