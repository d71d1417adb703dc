/** iCalendar as RFC 5545 writes it: escaped texts, lines of 75 octets, CRLF. */

const MOST_OCTETS = 75
const CONTROL = /[^\P{Cc}\n\t]/gu

/** A value of type TEXT (§3.3.11); control characters are not allowed in one. */
export function escapeCalendarText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replace(/\n/g, '\\n')
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** One content line, folded between characters (§3.1), with its end. */
export function foldCalendarLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}

export interface CalendarEvent {
  /** The same in every edition of the calendar, for the same thing. */
  readonly uid: string
  /** YYYY-MM-DD; the whole day. */
  readonly day: string
  readonly summary: string
  readonly description: string
  readonly category: string
}

export interface CalendarFacts {
  readonly name: string
  /** When it was made, ISO 8601 with offset. */
  readonly written: string
  /** Rises with every edition, so that calendars take the later one. */
  readonly sequence: number
}

/** 2026-11-23T18:21:40.835Z → 20261123T182140Z. */
function stampOf(written: string): string {
  return new Date(written).toISOString().replace(/\.\d+|[-:]/g, '')
}

function eventLines(event: CalendarEvent, stamp: string, sequence: number): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeCalendarText(event.uid)}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`,
    `SUMMARY;LANGUAGE=zh-CN:${escapeCalendarText(event.summary)}`,
    `DESCRIPTION:${escapeCalendarText(event.description)}`,
    `CATEGORIES:${escapeCalendarText(event.category)}`,
    // A reminder of a day: nobody is busy because of it.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** The whole file. The same facts and events give the same bytes. */
export function writeCalendar(events: readonly CalendarEvent[], facts: CalendarFacts): string {
  const name = escapeCalendarText(facts.name)
  const stamp = stampOf(facts.written)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qinglan//Due dates//ZH',
    'CALSCALE:GREGORIAN',
    // RFC 7986, and what calendars read before it.
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    ...events.flatMap((event) => eventLines(event, stamp, facts.sequence)),
    'END:VCALENDAR',
  ]
  return lines.map(foldCalendarLine).join('')
}
