// Sets theme and language before the first paint. A classic, blocking script in a file of its own:
// the policy allows no inline script, and a module would run too late.
;(function () {
  const root = document.documentElement
  const query = new URLSearchParams(location.hash.split('?')[1])

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
})()
