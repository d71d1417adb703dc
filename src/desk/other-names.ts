/** Names by which readers ask for an indicator although the catalog calls it by a formula. Pure. */
import type { Indicator, Theme } from '../contract/catalog.ts'
import type { Bilingual } from '../contract/issue.ts'
import { AIR_THEME, POLLUTANTS, type PollutantNames } from '../text/pollutant-names.ts'
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
  const measured = isConcentration(indicator) ? '浓度' : ''
  const chinese = [formula, ...zh].flatMap((name) => [
    ...(pattern.test(whole) ? [whole.replace(pattern, name)] : []),
    name + measured,
  ])
  return [...chinese.map((name) => ({ zh: name })), ...en.map((name) => ({ en: name }))]
}

/** None for an indicator that names no pollutant. */
export function otherNamesOf(indicator: Indicator): readonly Partial<Bilingual>[] {
  return POLLUTANTS.filter(({ formula }) => isAbout(indicator, formula)).flatMap((pollutant) =>
    namesAfter(indicator, pollutant),
  )
}

export function otherThemeNamesOf(theme: Theme): readonly Partial<Bilingual>[] {
  if (theme.id !== AIR_THEME.id) return []
  return [...AIR_THEME.zh.map((zh) => ({ zh })), ...AIR_THEME.en.map((en) => ({ en }))]
}
