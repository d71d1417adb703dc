/**
 * What the pollutants of ambient air are called besides their formulas: names of GB 3095-2012
 * (section 3 for the particles, table 1 for the gases), and the words that readers use instead.
 */
export interface PollutantNames {
  /** As the names of indicators write it. */
  readonly formula: string
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

export const POLLUTANTS: readonly PollutantNames[] = [
  {
    formula: 'PM2.5',
    zh: ['细颗粒物', '雾霾'],
    en: ['Fine particulate matter', 'Fine particles', 'Haze'],
  },
  {
    formula: 'PM10',
    zh: ['可吸入颗粒物'],
    en: ['Inhalable particulate matter', 'Inhalable particles'],
  },
  { formula: 'SO2', zh: ['二氧化硫'], en: ['Sulfur dioxide', 'Sulphur dioxide'] },
  { formula: 'NO2', zh: ['二氧化氮'], en: ['Nitrogen dioxide'] },
  { formula: 'CO', zh: ['一氧化碳'], en: ['Carbon monoxide'] },
  { formula: 'O3', zh: ['臭氧'], en: ['Ozone'] },
]
