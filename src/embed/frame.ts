/** The script of `embed/<id>.html`: the choice in the address, the height for the host, its requests. */
import { browserStartTimer } from '../stores/browser-basics.ts'
import { LANGS, type Lang } from '../text/lang.ts'
import { browserPageTools } from './browser-page-tools.ts'
import { readChoice } from './embed-choice.ts'
import { readFacts, ROOT_CLASS } from './embed-facts.ts'
import { createHeightTalk } from './height-talk.ts'
import {
  hostOrigin,
  isNamedOrigin,
  readHostRequest,
  TALK_VERSION,
  type HostRequest,
} from './host-request.ts'
import { PanelPage } from './panel-page.ts'

const page = document.documentElement
const root = document.querySelector<HTMLElement>(`.${ROOT_CLASS}`)

/** The same frame with another choice: no entry in the reader's history. */
function choose({ ask, value }: Exclude<HostRequest, { ask: 'height' }>): void {
  const url = new URL(location.href)
  if (url.searchParams.get(ask) === value) return
  url.searchParams.set(ask, value)
  location.replace(url.href)
}

function talkToHost(panel: HTMLElement): void {
  const ancestors = 'ancestorOrigins' in location ? [...location.ancestorOrigins] : []
  let host = hostOrigin(ancestors, document.referrer)
  const talk = createHeightTalk({
    send(height) {
      if (host !== null) parent.postMessage({ qinglan: TALK_VERSION, height }, host)
    },
    nowMs: () => performance.now(),
    startTimer: browserStartTimer(window),
  })
  new ResizeObserver(() => talk.measured(panel.getBoundingClientRect().height)).observe(panel)
  addEventListener('message', (event) => {
    if (event.source !== parent || !isNamedOrigin(event.origin)) return
    // Where no browser tells who frames us, the policy has let in nobody but the bureau's own hosts.
    host ??= event.origin
    if (event.origin !== host) return
    const request = readHostRequest(event.data)
    if (!request) return
    if (request.ask === 'height') talk.repeat()
    else choose(request)
  })
}

/** True where another file of the same panel is on its way, in the language asked for. */
function openLanguage(asked: string | null, here: Lang): boolean {
  const lang = LANGS.find((each) => each === asked)
  if (!lang || lang === here) return false
  const url = new URL(location.href)
  url.pathname = url.pathname.replace(/(?:\.en)?\.html$/, lang === 'en' ? '.en.html' : '.html')
  location.replace(url.href)
  return true
}

function start(): void {
  const facts = root && readFacts(root, document.baseURI)
  if (!root || !facts) return
  const query = new URLSearchParams(location.search)
  if (openLanguage(query.get('lang'), facts.lang)) return
  const baseUrl = new URL('../', document.baseURI).href
  const choice = readChoice((name) => query.get(name), facts.lang)
  const panels = new PanelPage(browserPageTools(window, { base: '../', baseUrl }))
  panels.add({ root, facts, choice: { ...choice, lang: facts.lang } })
  page.dataset['asOf'] = choice.asOf
  if (parent !== window) talkToHost(root)
}

// `panel.js` brings this file, too: one copy of the code for both.
if (root?.parentElement === document.body) start()
