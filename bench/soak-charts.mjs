/** ECharts as the wall's script holds it: found from outside, so that the wall needs no door for it. */

/**
 * @typedef {import('playwright-core').CDPSession} CDPSession
 * @typedef {object} Charts
 * @property {() => Promise<number>} countAlive instances that are still held, mounted or not
 * @property {(patch: string) => Promise<void>} patch a function over the class's prototype, as text
 */

const GROUP = 'soak'

/** Among all objects of the page, one that is drawn in the document: its prototype is the class's. */
const FIND_CLASS = `function () {
  const isChart = (each) => {
    const at = Object.getOwnPropertyDescriptor(each, '_dom')
    return at !== undefined && at.value instanceof Element &&
      at.value.hasAttribute('_echarts_instance_') && typeof each.setOption === 'function'
  }
  const found = this.find(isChart)
  return found ? Object.getPrototypeOf(found) : null
}`

/**
 * All objects that inherit from a prototype, handed to a function; nothing of them is kept.
 * @param {CDPSession} devtools
 * @param {string} prototypeObjectId
 * @param {string} use of the array, as text
 */
async function withHeirs(devtools, prototypeObjectId, use) {
  const { objects } = await devtools.send('Runtime.queryObjects', {
    prototypeObjectId,
    objectGroup: GROUP,
  })
  const { result } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: use,
    // Else what it returns is of the group that is let go.
    objectGroup: 'kept',
  })
  await devtools.send('Runtime.releaseObjectGroup', { objectGroup: GROUP })
  return result
}

/** @param {CDPSession} devtools */
async function objectPrototype(devtools) {
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: 'Object.prototype',
    objectGroup: GROUP,
  })
  if (!result.objectId) throw new Error('no Object.prototype')
  return result.objectId
}

/**
 * To be called while a chart is mounted, and again after each reload.
 * @param {CDPSession} devtools of the page
 * @returns {Promise<Charts>}
 */
export async function findCharts(devtools) {
  const { objectId } = await withHeirs(devtools, await objectPrototype(devtools), FIND_CLASS)
  if (!objectId) throw new Error('no chart is mounted')
  return {
    async countAlive() {
      const { value } = await withHeirs(devtools, objectId, 'function () { return this.length }')
      return Number(value)
    },
    async patch(patch) {
      await devtools.send('Runtime.callFunctionOn', { objectId, functionDeclaration: patch })
    },
  }
}
