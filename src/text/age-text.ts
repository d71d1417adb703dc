/** The age of data in words. */
import type { Age } from '../domain/age.ts'
import type { Lang } from './lang.ts'
import { plural } from './plural-text.ts'

/** "3年5个月", "12天"; a day still to come means that the clock is wrong, and says so. */
export function formatAge(age: Age, lang: Lang): string {
  if (age.totalDays < 0) return lang === 'zh' ? '本机时钟可能有误' : 'this clock may be wrong'
  if (age.years + age.months === 0) {
    return lang === 'zh' ? `${age.totalDays}天` : plural(age.totalDays, 'day')
  }
  if (lang === 'zh') {
    return `${age.years > 0 ? `${age.years}年` : ''}${age.months > 0 ? `${age.months}个月` : ''}`
  }
  const parts = [
    age.years > 0 ? plural(age.years, 'year') : '',
    age.months > 0 ? plural(age.months, 'month') : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** Until when the stored data reach: the latest document of all, and the city's own with its age. */
export function formatStoredUntil(
  latestDay: string,
  city: { readonly name: string; readonly day: string; readonly age: string } | null,
  lang: Lang,
): string {
  if (lang === 'en') {
    const own = city
      ? `; ${city.name}'s latest of ${city.day}${city.age ? `, ${city.age} ago` : ''}`
      : ''
    return `; the latest document is of ${latestDay}${own}`
  }
  const own = city
    ? `；${city.name}最近公布于${city.day}${city.age ? `，距今${city.age}` : ''}`
    : ''
  return `，最近一份出处公布于${latestDay}${own}`
}
