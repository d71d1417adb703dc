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
 * The month's wall is opened anew every night (`reload=`), so no document of it is older than a day: its
 * second half begins where the first ends, with the bulletins of the first on the server and half of
 * them to come.
 * @param {{ parts: readonly ('day' | 'month')[], hours: number, days: number }} wishes
 * @returns {readonly Stretch[]}
 */
export function divideIntoStretches({ parts, hours, days }) {
  return parts.flatMap((part) => {
    if (part === 'day') return [{ name: 'day', part, from: 1, rounds: hours }]
    if (days < HALVED_FROM_DAYS) return [{ name: 'month', part, from: 1, rounds: days }]
    const first = Math.ceil(days / 2)
    return [
      { name: `month, days 1 to ${first}`, part, from: 1, rounds: first },
      {
        name: `month, days ${first + 1} to ${days}`,
        part,
        from: first + 1,
        rounds: days - first,
      },
    ]
  })
}
