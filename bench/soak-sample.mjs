/** What the wall holds at one moment, after two collections of garbage. */

/**
 * @typedef {object} Sample
 * @property {number} slides so far
 * @property {number} heapMB of the script, in 10⁶ bytes as all here
 * @property {number} embedderMB of the document around it
 * @property {number} backingMB of array buffers
 * @property {number} nodes
 * @property {number} listeners
 * @property {number} alive ECharts instances that are still held
 * @property {number} mounted charts in the document
 * @property {number} canvasMP
 * @property {number} objectUrls
 * @property {number} databases
 * @property {{ heads: number, publications: number, series: number }} rows
 * @property {number} listedPublications in the manifest that the wall was last given
 * @property {number} caches of the app's releases
 * @property {number} cachedFiles of the data
 */

/** Runs in the page; databases are opened as they are, and closed. */
async function readStored() {
  const databases = await indexedDB.databases()
  const name = databases.find((each) => each.name?.startsWith('qinglan-'))?.name ?? ''
  /** @type {IDBDatabase} */
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const count = (/** @type {string} */ store) =>
    new Promise((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).count()
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const rows = {
    heads: Number(await count('heads')),
    publications: Number(await count('publications')),
    series: Number(await count('series')),
  }
  database.close()
  const names = await caches.keys()
  const dataName = names.find((each) => each.startsWith('qinglan-data'))
  const cachedFiles = dataName ? (await (await caches.open(dataName)).keys()).length : 0
  return {
    databases: databases.length,
    rows,
    caches: names.filter((each) => each !== dataName).length,
    cachedFiles,
  }
}

/** Runs in the page. */
function readDocument() {
  const { soak } = /** @type {import('./soak-hooks.mjs').SoakWindow} */ (
    /** @type {unknown} */ (window)
  )
  const canvases = [...document.querySelectorAll('canvas')]
  return {
    slides: soak.journal.slides,
    objectUrls: soak.journal.objectUrls,
    mounted: document.querySelectorAll('[_echarts_instance_]:not([_echarts_instance_=""])').length,
    canvasMP: canvases.reduce((sum, { width, height }) => sum + width * height, 0) / 1e6,
  }
}

const MOST_LOOKS = 5
const LOOK_AGAIN_MS = 200

/**
 * Fades run in real time, and what has faded away is let go with a real frame, which a busy machine may
 * owe for a moment: it is looked at again. What has leaked is still held then.
 * @param {import('playwright-core').CDPSession} devtools
 * @param {import('./soak-charts.mjs').Charts} charts
 * @param {number} mounted
 */
async function countAlive(devtools, charts, mounted) {
  for (let look = 1; ; look += 1) {
    await devtools.send('HeapProfiler.collectGarbage')
    await devtools.send('HeapProfiler.collectGarbage')
    const alive = await charts.countAlive()
    if (alive === mounted || look === MOST_LOOKS) return alive
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').CDPSession} devtools
 * @param {import('./soak-charts.mjs').Charts} charts
 * @param {number} listedPublications
 * @returns {Promise<Sample>}
 */
export async function takeSample(page, devtools, charts, listedPublications) {
  const stored = await page.evaluate(readStored)
  const shown = await page.evaluate(readDocument)
  const alive = await countAlive(devtools, charts, shown.mounted)
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  const heap = await devtools.send('Runtime.getHeapUsage')
  const counters = await devtools.send('Memory.getDOMCounters')
  return {
    ...stored,
    ...shown,
    alive,
    listedPublications,
    heapMB: heap.usedSize / 1e6,
    embedderMB: heap.embedderHeapUsedSize / 1e6,
    backingMB: heap.backingStorageSize / 1e6,
    nodes: counters.nodes,
    listeners: counters.jsEventListeners,
  }
}
