/** Observation statuses (SDMX CL_OBS_STATUS) and grades of sources, in words. */
import type { Bilingual } from '../contract/issue.ts'
import type { Grade, ObservationStatus } from '../contract/snapshot.ts'
import type { Lang } from './lang.ts'

const STATUSES: Readonly<Record<ObservationStatus, Bilingual>> = {
  A: { zh: '正式', en: 'Normal' },
  B: { zh: '断点', en: 'Break' },
  D: { zh: '口径不同', en: 'Definition differs' },
  E: { zh: '推算', en: 'Estimated' },
  P: { zh: '初步', en: 'Provisional' },
  F: { zh: '预测', en: 'Forecast' },
  M: { zh: '缺失', en: 'Missing' },
}

const GRADES: Readonly<Record<Grade, Bilingual>> = {
  official: { zh: '官方', en: 'Official' },
  monitoring: { zh: '监测', en: 'Monitoring' },
  press: { zh: '报道', en: 'Press' },
}

export function formatStatus(status: ObservationStatus, lang: Lang): string {
  return STATUSES[status][lang]
}

export function formatGrade(grade: Grade, lang: Lang): string {
  return GRADES[grade][lang]
}
