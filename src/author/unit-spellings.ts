/** Units as other tables spell them → as they are written here, where that is certain. */

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['ug/m3', '微克/立方米'],
  ['微克每立方米', '微克/立方米'],
  ['mg/m3', '毫克/立方米'],
  ['毫克每立方米', '毫克/立方米'],
  ['百分比', '%'],
  ['百分之', '%'],
  ['percent', '%'],
  ['kg', '千克'],
  ['公斤', '千克'],
  ['t', '吨'],
  ['t/d', '吨/日'],
  ['吨/天', '吨/日'],
  ['万吨/天', '万吨/日'],
  ['m3', '立方米'],
  ['kw', '千瓦'],
  ['kwh', '千瓦时'],
  ['度', '千瓦时'],
  ['m', '米'],
  ['km', '公里'],
  ['千米', '公里'],
  ['m2', '平方米'],
  ['km2', '平方公里'],
  ['平方千米', '平方公里'],
  ['ha', '公顷'],
  ['日', '天'],
  ['days', '天'],
])

/** Micro is written with U+00B5, U+03BC or u; powers as superscripts, with ^ or plainly. */
function simplify(found: string): string {
  return found
    .toLowerCase()
    .replace(/[\u00b5\u03bc]/g, 'u')
    .replace(/²/g, '2')
    .replace(/³/g, '3')
    .replace(/[\s^]/g, '')
}

export function findSpelledUnit(found: string): string | undefined {
  return SPELLINGS.get(simplify(found))
}
