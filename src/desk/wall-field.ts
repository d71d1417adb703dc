/** What a field of the wall's settings offers. */
import type { SettingName } from '../text/wall-setting-text.ts'

export interface FieldOption {
  /** Empty for the default. */
  readonly value: string
  readonly name: string
}

/** Values that are ticked instead of typed, as the address has them. */
const SPECIAL: Partial<Readonly<Record<SettingName, string>>> = { hours: 'always', reload: 'off' }

export function specialOf(name: SettingName): string | undefined {
  return SPECIAL[name]
}

/** A value that none of the options has is offered too: somebody's address asked for it. */
export function withOwn(options: readonly FieldOption[], text: string): readonly FieldOption[] {
  const isKnown = options.some(({ value }) => value === text)
  return isKnown ? options : [...options, { value: text, name: text }]
}
