/** What an editor pastes into the page of another site, as the share dialog writes it. */
import { embedSnippet } from '../../../src/desk/embed-snippet.ts'
import { writeMarkup } from '../../../src/desk/markup.ts'
import { shareAddresses } from '../../../src/desk/share-addresses.ts'
import { withinLimits, type ShareChoice } from '../../../src/desk/share-choice.ts'
import { knownDayOf } from '../../../src/domain/known-until.ts'
import { evidenceOf, viewOf } from '../../unit/builders/evidence.ts'
import { readShipped } from '../../unit/builders/shipped.ts'

const PLAIN: ShareChoice = {
  rung: 'element',
  lang: 'zh',
  theme: 'light',
  region: null,
  asOf: 'latest',
  isObject: false,
  tellsHeight: false,
  hasMonths: false,
  width: 'full',
}

/** Of the city, from the published data; `appUrl` ends with a slash. */
export function pastedCode(appUrl: string, id: string, wish: Partial<ShareChoice>): string {
  const { catalog, snapshots } = readShipped()
  const { publications } = evidenceOf(snapshots, catalog)
  const choice = withinLimits({ ...PLAIN, ...wish }, knownDayOf(publications, 'latest'))
  const { asOf, region } = choice
  const view = viewOf(snapshots, { catalog, indicator: id, asOf, region: region ?? '410800' })
  return writeMarkup(
    embedSnippet({
      view,
      choice,
      addresses: shareAddresses(appUrl, id, choice),
      knownDay: knownDayOf(publications, asOf),
      measured: { heightPx: null, ratio: null },
    }),
  )
}
