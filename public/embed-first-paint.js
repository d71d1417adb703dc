// Opens a panel's file in the language asked for, and sets the theme before the first paint. A classic,
// blocking script in a file of its own: the policy allows no inline script.
;(function () {
  const root = document.documentElement
  const query = new URLSearchParams(location.search)
  const lang = query.get('lang')
  const here = root.lang === 'en' ? 'en' : 'zh'
  if ((lang === 'zh' || lang === 'en') && lang !== here) {
    const url = new URL(location.href)
    url.pathname = url.pathname.replace(/(?:\.en)?\.html$/, lang === 'en' ? '.en.html' : '.html')
    location.replace(url.href)
    return
  }
  const theme = query.get('theme')
  if (theme === 'dark' || theme === 'contrast') root.dataset.theme = theme
})()
