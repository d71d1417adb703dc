/** Which stretches of simulated time run side by side, each in a browser of its own. */

/**
 * @typedef {object} Stretch
 * @property {string} name
 * @property {'day' | 'month'} part
 * @property {number} from first round: an hour of the day part, a day of the month part, from 1
 * @property {number} rounds
 */

/** Shorter months are not worth a second browser, which opens and warms in half a minute. */
const HALVED_FROM_DAYS = 10

/**
 * @param {Stretch['part']} part
 * @param {number} from
 * @param {number} rounds
 * @param {string} [more]
 * @returns {Stretch}
 */
function stretchOf(part, from, rounds, more = '') {
  return { name: `${part}${more}`, part, from, rounds }
}

/**
 * The whole of the day part.
 * @param {number} hours
 */
export function dayOf(hours) {
  return stretchOf('day', 1, hours)
}

/** @param {number} days */
function halve(days) {
  if (days < HALVED_FROM_DAYS) return [stretchOf('month', 1, days)]
  const first = Math.ceil(days / 2)
  return [
    stretchOf('month', 1, first, `, days 1 to ${first}`),
    stretchOf('month', first + 1, days - first, `, days ${first + 1} to ${days}`),
  ]
}

/**
 * The month's wall is opened anew every night (`reload=`), so no document of it is older than a day: its
 * second half begins where the first ends, with the bulletins of the first on the server and half of
 * them to come.
 * @param {{ parts: readonly ('day' | 'month')[], hours: number, days: number }} wishes
 * @returns {readonly Stretch[]}
 */
export function divideIntoStretches({ parts, hours, days }) {
  return parts.flatMap((part) => (part === 'day' ? [dayOf(hours)] : halve(days)))
}
