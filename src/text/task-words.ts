/** Words of the task list that its tables, its board and the authoring command share. */
import type { Bilingual } from '../contract/issue.ts'
import type { TaskState } from '../contract/snapshot.ts'
import type { Lang } from './lang.ts'

const STATES: Readonly<Record<TaskState, Bilingual>> = {
  assigned: { zh: '交办', en: 'assigned' },
  rectifying: { zh: '整改中', en: 'in rectification' },
  accepted: { zh: '验收', en: 'accepted' },
  closed: { zh: '销号', en: 'closed' },
  revisited: { zh: '回头看', en: 'under review' },
}

const WORDS = {
  tasks: { zh: '任务清单', en: 'Task list' },
  round: { zh: '轮次', en: 'Round' },
  number: { zh: '序号', en: 'No.' },
  title: { zh: '整改任务', en: 'Task' },
  leadUnit: { zh: '牵头单位', en: 'Lead unit' },
  deadline: { zh: '完成时限', en: 'Deadline' },
  state: { zh: '进展', en: 'State' },
  colour: { zh: '红黄蓝', en: 'Colour' },
  milestones: { zh: '节点', en: 'Milestones' },
  evidence: { zh: '佐证', en: 'Evidence' },
  source: { zh: '出处', en: 'Source' },
  noDeadline: { zh: '未列时限', en: 'none listed' },
  noRound: { zh: '清单未写轮次', en: 'the list names no round' },
  done: { zh: '已完成', en: 'done' },
  notDone: { zh: '未完成', en: 'not done' },
} satisfies Record<string, Bilingual>

export type TaskWord = keyof typeof WORDS

export function taskWord(name: TaskWord, lang: Lang): string {
  return WORDS[name][lang]
}

export function formatTaskState(state: TaskState, lang: Lang): string {
  return STATES[state][lang]
}
