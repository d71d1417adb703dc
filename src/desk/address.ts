/** How pages are addressed: behind the hash in the app, as files where pages are written. */
import type { InjectionKey } from 'vue'

export type AddressOf = (path: string, query: Readonly<Record<string, string>>) => string

export const addressKey: InjectionKey<AddressOf> = Symbol('address')
