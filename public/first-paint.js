// Sets theme and language before the first paint, and hides a page that was written for another view
// than the one asked for. A classic, blocking script in a file of its own: the policy allows no
// inline script, and a module would run too late.
;(function () {
  const root = document.documentElement
  const hash = location.hash.slice(1).split('?')
  const isRoute = hash[0].charAt(0) === '/'
  const query = new URLSearchParams(isRoute ? hash[1] : location.search)

  function stored(name) {
    try {
      return localStorage.getItem('qinglan-' + name)
    } catch {
      return null // storage is blocked in this frame
    }
  }

  function isTheme(name) {
    return name === 'light' || name === 'dark' || name === 'contrast'
  }

  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  root.dataset.theme = [query.get('theme'), stored('theme'), system].find(isTheme)
  root.lang = (query.get('lang') || stored('lang')) === 'en' ? 'en' : 'zh-CN'

  const written = root.dataset.page
  const isWritten =
    (!isRoute || hash[0] === written) &&
    root.lang === 'zh-CN' &&
    !query.has('v') &&
    !query.has('region')
  if (written === undefined || isWritten) return
  root.dataset.fresh = ''
  // Where the app does not come, the page that was written is better than none.
  addEventListener(
    'error',
    function () {
      delete root.dataset.fresh
    },
    true,
  )
})()
