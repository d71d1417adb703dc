/** Addresses of files beside the pages, as the page on screen writes them. */
import { inject, type InjectionKey } from 'vue'

export const DATA_FOLDER = 'data/'

/** What falls due, for other people's calendars. */
export const CALENDAR_FILE = `${DATA_FOLDER}calendar.ics`

/** The whole as a Data Package. */
export const PACKAGE_FILE = `${DATA_FOLDER}datapackage.json`

/** The figures of one indicator, for other people's programs. */
export function indicatorFiles(id: string) {
  const stem = `${DATA_FOLDER}indicators/${id}`
  return { csv: `${stem}.csv`, jsonStat: `${stem}.json`, metadata: `${stem}.metadata.json` }
}

type AddressOfFile = (file: string) => string

/** Given where a page is written into a folder of its own; in the app all pages are index.html. */
export const fileAddressKey: InjectionKey<AddressOfFile> = Symbol('address of a file')

export function useFileAddress(): AddressOfFile {
  return inject(fileAddressKey, (file) => file)
}
