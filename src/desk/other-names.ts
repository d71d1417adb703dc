/** Names by which readers ask for an indicator although the catalog calls it by a formula. Pure. */
import type { Indicator, Theme } from '../contract/catalog.ts'
import type { Bilingual } from '../contract/issue.ts'
import { INDICATOR_NAMES, KIND_NAMES, nameEach, THEME_NAMES } from '../text/asked-names.ts'
import { POLLUTANTS, type PollutantNames } from '../text/pollutant-names.ts'
import { foldText } from './search-fold.ts'

/** A formula that is no part of a longer word or number: CO, but not in “cover”. */
function formulaPattern(formula: string): RegExp {
  return new RegExp(`(?<![a-z\\d])${foldText(formula)}(?![a-z\\d])`)
}

function isCalledIn(text: string, formula: string): boolean {
  return formulaPattern(formula).test(foldText(text))
}

function isAbout({ id, name }: Indicator, formula: string): boolean {
  return [id, name.zh, name.en].some((text) => isCalledIn(text, formula))
}

function isConcentration({ unit }: Indicator): boolean {
  return unit.endsWith('克/立方米')
}

/** The name with the formula spelt out, and what is measured: “细颗粒物平均浓度”, “细颗粒物浓度”. */
function namesAfter(indicator: Indicator, { formula, zh, en }: PollutantNames) {
  const pattern = formulaPattern(formula)
  const whole = foldText(indicator.name.zh)
  const measured = isConcentration(indicator) ? ['浓度', '年均浓度'] : ['']
  const chinese = [formula, ...zh].flatMap((name) => [
    ...(pattern.test(whole) ? [whole.replace(pattern, name)] : []),
    ...measured.map((what) => name + what),
  ])
  return [...chinese.map((name) => ({ zh: name })), ...en.map((name) => ({ en: name }))]
}

function kindNamesOf({ accumulation }: Indicator): readonly Partial<Bilingual>[] {
  const names = KIND_NAMES.get(accumulation)
  return names ? nameEach(names) : []
}

/** None for an indicator that is asked for by its own name alone. */
export function otherNamesOf(indicator: Indicator): readonly Partial<Bilingual>[] {
  const own = INDICATOR_NAMES.get(indicator.id)
  const pollutants = POLLUTANTS.filter(({ formula }) => isAbout(indicator, formula))
  return [
    ...pollutants.flatMap((pollutant) => namesAfter(indicator, pollutant)),
    ...(own ? nameEach(own) : []),
    ...kindNamesOf(indicator),
  ]
}

export function otherThemeNamesOf(theme: Theme): readonly Partial<Bilingual>[] {
  const names = THEME_NAMES.get(theme.id)
  return names ? nameEach(names) : []
}
