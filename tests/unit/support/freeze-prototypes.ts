/**
 * Whatever adds to Object.prototype (`__proto__` as a key in data, say) throws in every unit test.
 *
 * Frozen data properties cannot be shadowed by assignment either, and libraries do that
 * (`target.constructor = …` in ECharts), so they become accessors whose setter shadows them.
 */
const NAMES = ['constructor', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty'] as const

for (const name of NAMES) {
  const inherited: unknown = Object.prototype[name]
  Object.defineProperty(Object.prototype, name, {
    get: () => inherited,
    set(this: object, value: unknown) {
      if (this === Object.prototype) throw new TypeError(`Object.prototype.${name} is frozen`)
      Object.defineProperty(this, name, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      })
    },
  })
}
Object.freeze(Object.prototype)
