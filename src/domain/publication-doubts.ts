/** What other documents say against the figures of one publication. */
import { crossDisputes } from './cross-dispute.ts'
import { doubtsOfStatement, type Doubt } from './doubt.ts'
import type { Evidence } from './evidence.ts'
import { seriesIn, withExcess } from './known-series.ts'
import { hasLedger } from './publication-ledger.ts'
import type { PublicationRow, PublicationView } from './publication-view.ts'
import { standingPublications, type AsOf } from './standing.ts'

type Place = Pick<PublicationRow, 'indicator' | 'region'>
type DoubtsOf = (row: PublicationRow) => readonly Doubt[]

/** Where its figures are too many to be compared, only the document that the row itself names. */
export function doubtsIn(
  { publication }: PublicationView,
  evidence: Evidence,
  asOf: AsOf,
): DoubtsOf {
  const standing = standingPublications(evidence.publications, asOf)
  if (!hasLedger(publication, evidence)) {
    return ({ statement }) => {
      const source = standing.get(statement.contradicts ?? '')
      return source ? [{ kind: 'document', source }] : []
    }
  }
  const scope = { evidence, asOf, standing }
  const read = ({ indicator, region }: Place) => ({
    series: seriesIn(indicator, region, scope).map((each) => withExcess(each, scope)),
    crossed: crossDisputes({ indicator, region }, scope),
  })
  const places = new Map<string, ReturnType<typeof read>>()
  return (row) => {
    const key = `${row.indicator.id}|${row.region.code}`
    const place = places.get(key) ?? read(row)
    places.set(key, place)
    const own = place.series.find(({ breakdown }) => breakdown === row.statement.breakdown)
    return own ? doubtsOfStatement(row.statement, own, place.crossed) : []
  }
}
