/**
 * What is wrong with this Node, in one sentence; null if nothing is.
 * The bound is that of vite 8 (its `engines`): from 20.19 and 22.12 on `require` reads modules.
 * @param {string} version such as "20.19.0"
 * @returns {string | null}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isNewEnough = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22
  if (isNewEnough) return null
  return (
    `清览需要 Node 20.19 或 22.12 以上,现在是 ${version} / ` +
    `Qinglan needs Node 20.19 or 22.12 and up, this is ${version}: https://nodejs.org`
  )
}
