/** Addresses of files beside the pages, as the page on screen writes them. */
import { inject, type InjectionKey } from 'vue'

/** What falls due, for other people's calendars. */
export const CALENDAR_FILE = 'data/calendar.ics'

type AddressOfFile = (file: string) => string

/** Given where a page is written into a folder of its own; in the app all pages are index.html. */
export const fileAddressKey: InjectionKey<AddressOfFile> = Symbol('address of a file')

export function useFileAddress(): AddressOfFile {
  return inject(fileAddressKey, (file) => file)
}
