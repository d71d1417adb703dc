/** What changed between two task lists, in words. */
import type { Bilingual } from '../contract/issue.ts'
import type { Task } from '../contract/snapshot.ts'
import {
  isSameList,
  type ChangedTask,
  type RoundChanges,
  type TaskField,
} from '../domain/task-changes.ts'
import type { Lang } from './lang.ts'
import { plural } from './plural-text.ts'
import { fullWidthPunctuation } from './rich.ts'
import { formatTaskState, taskWord } from './task-words.ts'

const WORDS = {
  changes: { zh: '两份清单之间的变化', en: 'What changed between two lists' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'to' },
  added: { zh: '新列入', en: 'New' },
  dropped: { zh: '不再列出', en: 'No longer listed' },
  changed: { zh: '有变化', en: 'Changed' },
  back: { zh: '退回', en: 'Moved back' },
  history: { zh: '历次清单', en: 'All lists' },
} satisfies Record<string, Bilingual>

export function changeWord(name: keyof typeof WORDS, lang: Lang): string {
  return WORDS[name][lang]
}

/** "新列入1项，有变化3项，不再列出1项，其余41项不变"; the day of a round's first list has no before. */
export function formatChangeCounts(changes: RoundChanges, lang: Lang): string {
  const { before, after, added, changed, dropped, unchanged } = changes
  if (!before) {
    return lang === 'zh'
      ? `这一轮的清单在此期间首次公布，共${after.tasks.length}项。`
      : `The first list of this round was published in between: ${plural(after.tasks.length, 'task')}.`
  }
  if (isSameList(changes)) {
    return lang === 'zh'
      ? `其间没有公布新的清单，${unchanged}项照旧。`
      : `No newer list in between: ${plural(unchanged, 'task')} as before.`
  }
  if (added.length + changed.length + dropped.length === 0) {
    return lang === 'zh'
      ? `没有变化，${unchanged}项照旧。`
      : `Nothing changed: ${plural(unchanged, 'task')} as before.`
  }
  return lang === 'zh'
    ? `新列入${added.length}项，有变化${changed.length}项，不再列出${dropped.length}项，其余${unchanged}项不变。`
    : `${added.length} new, ${changed.length} changed, ${dropped.length} no longer listed, ${unchanged} unchanged.`
}

function valueOf(task: Task, field: TaskField, lang: Lang): string {
  switch (field) {
    case 'state':
      return formatTaskState(task.state, lang)
    case 'deadline':
      return task.deadline ?? taskWord('noDeadline', lang)
    case 'title':
    case 'leadUnit':
      return fullWidthPunctuation(task[field])
    default:
      return ''
  }
}

export interface FieldChange {
  readonly field: TaskField
  /** "完成时限"; "节点已更新" where old and new are too long to be set side by side. */
  readonly name: string
  readonly before: string
  readonly after: string
}

export function describeChange(
  { before, after, fields }: ChangedTask,
  lang: Lang,
): readonly FieldChange[] {
  return fields.map((field) => {
    const [old, now] = [valueOf(before, field, lang), valueOf(after, field, lang)]
    const name = taskWord(field, lang)
    const updated = lang === 'zh' ? `${name}已更新` : `${name} updated`
    return { field, name: old === '' ? updated : name, before: old, after: now }
  })
}

export function formatOneList(day: string, lang: Lang): string {
  return lang === 'zh'
    ? `清单只公布过一次（${day}），还没有可比的。`
    : `Only one list has been published (${day}): there is nothing to compare yet.`
}

/** "46项". */
export function formatTaskCount(count: number, lang: Lang): string {
  return lang === 'zh' ? `${count}项` : plural(count, 'task')
}
