// Sets theme and language before the first paint, hides a page that was written for another view than
// the one asked for, and brings the app once the page is painted. A classic script in a file of its
// own: the policy allows no inline script, and a module would run too late. The page is read on while it
// comes and painted when it has run (https://html.spec.whatwg.org/#blocking-attributes, Chromium 105);
// older browsers keep the page hidden until then (src/styles/unchosen.css).
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
  if (written === undefined) return // the developers' server writes no pages, and its page names the app
  const isWritten =
    (!isRoute || hash[0] === written) &&
    root.lang === 'zh-CN' &&
    !query.has('v') &&
    !query.has('region')

  let isAsked = false
  function bringApp() {
    if (isAsked) return
    isAsked = true
    root.dataset.parts.split(' ').forEach(function (part) {
      const link = document.createElement('link')
      link.rel = 'modulepreload'
      link.href = part
      document.head.append(link)
    })
    import(new URL(root.dataset.app, document.baseURI).href).catch(function () {
      // Where the app does not come, the page that was written is better than none.
      delete root.dataset.fresh
    })
  }

  if (!isWritten) {
    root.dataset.fresh = ''
    bringApp()
    return
  }
  // What is chosen before the app is there holds: it reads these when it comes.
  function choose(event) {
    const button =
      root.dataset.alive === undefined &&
      event.target instanceof Element &&
      event.target.closest('[data-theme-choice], [data-lang-choice]')
    if (!button) return
    const choice = button.dataset
    if (choice.themeChoice) root.dataset.theme = choice.themeChoice
    if (choice.langChoice) root.lang = choice.langChoice === 'en' ? 'en' : 'zh-CN'
    try {
      localStorage.setItem('qinglan-theme', root.dataset.theme)
      localStorage.setItem('qinglan-lang', root.lang === 'en' ? 'en' : 'zh')
    } catch {
      // Storage is blocked in this frame: the choice holds for this visit.
    }
  }
  addEventListener('click', choose, true)

  // Nothing stands between the reader and the first figure; whoever touches the page has read it.
  addEventListener('pointerdown', bringApp, { capture: true, once: true })
  addEventListener('keydown', bringApp, { capture: true, once: true })
  new PerformanceObserver(function (list) {
    if (list.getEntriesByName('first-contentful-paint').length > 0) bringApp()
  }).observe({ type: 'paint', buffered: true })
  // A tab in the background paints nothing.
  setTimeout(bringApp, 3000)
})()
