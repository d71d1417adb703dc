// Before the first paint of the one file (qinglan.html, where the build puts it in the page, with its
// hash in the page's policy): which of its two doors is asked for, in which theme and language, and
// whether the page that was written into the file is the one to be shown. Nothing is read from storage,
// which on file:// is shared with every other file of the machine.
;(function () {
  const root = document.documentElement
  const [path, text] = location.hash.slice(1).split('?')
  const query = new URLSearchParams(text || '')
  const door = path === '/wall' ? 'wall' : 'desk'
  const isDark = door === 'wall' || matchMedia('(prefers-color-scheme: dark)').matches
  const usual = isDark ? 'dark' : 'light'
  const asked = query.get('theme')
  root.dataset.theme = ['light', 'dark', 'contrast'].includes(asked) ? asked : usual
  root.lang = query.get('lang') === 'en' ? 'en' : 'zh-CN'

  // src/desk/page-sheets.ts goes on from here.
  const page = root.dataset.page === '/' ? 'overview' : ''
  document.querySelectorAll('style[data-door]').forEach((style) => {
    const { door: its, sheet, medium } = style.dataset
    const isInForce = its === door && (!sheet || sheet === 'app' || sheet === page)
    style.media = isInForce ? medium || 'all' : 'not all'
  })
  const isWritten =
    door === 'desk' &&
    (path || '/') === root.dataset.page &&
    root.lang === 'zh-CN' &&
    !query.has('v') &&
    !query.has('region')
  if (!isWritten) root.dataset.fresh = ''
})()
