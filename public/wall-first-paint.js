// Before the first paint of the wall: hides the slide that the page was written with where another is
// asked for, where the screen has another shape, or where newer data are stored here. A classic,
// blocking script in a file of its own: the policy allows no inline script.
;(function () {
  const root = document.documentElement
  const query = new URLSearchParams(location.search)
  const themes = ['light', 'dark', 'contrast']
  root.dataset.theme = themes.includes(query.get('theme')) ? query.get('theme') : 'dark'
  root.lang = query.get('lang') === 'en' ? 'en' : 'zh-CN'

  // After hours the screen is dim from the first frame on; src/slides/duty-hours.ts has the same rule.
  function readHours(text) {
    if (text === 'always') return [0, 1440]
    const match = /^(\d{1,2}):(\d\d)[-–](\d{1,2}):(\d\d)$/.exec(text)
    if (!match || match[2] > 59 || match[4] > 59) return null
    const [from, to] = [match[1] * 60 + +match[2], match[3] * 60 + +match[4]]
    return from === to || from >= 1440 || to > 1440 ? null : [from, to || 1440]
  }
  const [from, to] = readHours(query.get('hours')) || [450, 1110]
  const now = new Date()
  const minute = now.getHours() * 60 + now.getMinutes()
  const isOn = from < to ? from <= minute && minute < to : minute >= from || minute < to
  if (!isOn) root.dataset.night = ''

  const written = Number(root.dataset.seq)
  if (!written) return // the developers' server writes no pages

  // Where the wall's script does not come, what was written is better than nothing, unless another day
  // or place is asked for; and the page is loaded anew once the server answers, three times an hour at
  // most, as src/wall/reload-ledger.ts counts them.
  const LEDGER = 'qinglan-wall-reloads'
  function mayReload() {
    try {
      const now = Date.now()
      const times = (sessionStorage.getItem(LEDGER) || '').split(',').map(Number)
      const recent = times.filter((at) => at > now - 3600000 && at <= now)
      if (recent.length >= 3) return false
      sessionStorage.setItem(LEDGER, [now].concat(recent).join(','))
      return true
    } catch {
      return false // uncounted reloads could go on for ever
    }
  }
  function rescue() {
    if (root.dataset.alive !== undefined) return
    setTimeout(rescue, 45000)
    const curtain = document.getElementById('curtain')
    if (curtain) curtain.remove()
    document.body.dataset.loading = '大屏程序没有载入，正在重试'
    document.body.dataset.loadingEn = 'The wall could not be loaded; trying again'
    const isUntrue = ['v', 'region'].some((name) => query.has(name)) || root.lang === 'en'
    if (!isUntrue) delete root.dataset.fresh
    fetch(location.href, { cache: 'no-store' }).then(
      (response) => response.ok && mayReload() && location.reload(),
      () => undefined,
    )
  }
  setTimeout(rescue, 30000)

  function storedSeq() {
    try {
      return JSON.parse(localStorage.getItem('qinglan-' + root.dataset.dataset + '-accepted')).seq
    } catch {
      return 0 // storage is blocked here, or nothing has been taken in yet
    }
  }
  const isOther =
    root.lang === 'en' ||
    ['slides', 'v', 'region', 'screen', 'distance'].some((name) => query.has(name))
  const shape = innerWidth / innerHeight
  if (storedSeq() > written) root.dataset.fresh = 'stored'
  else if (isOther || shape < 1.5 || shape >= 2.4 || innerHeight < 463) root.dataset.fresh = ''
})()
