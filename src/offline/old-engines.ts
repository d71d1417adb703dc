/**
 * What libraries use and Chromium 90 lacks. Imported first by every door and by the worker.
 * `Object.hasOwn` came with Chromium 93; pinia, vue-echarts and @noble/hashes call it.
 */
function hasOwn(target: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(target, key)
}

if (!('hasOwn' in Object)) {
  Object.defineProperty(Object, 'hasOwn', { value: hasOwn, configurable: true, writable: true })
}
