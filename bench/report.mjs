/** The text of docs/bench.md. */
import { formatMarkdownTable } from './table.mjs'
import { verdictOf } from './row.mjs'

/**
 * @typedef {import('./row.mjs').Row} Row
 * @typedef {import('./machine.mjs').Machine} Machine
 */

/** @param {readonly Row[]} rows */
export function countVerdicts(rows) {
  const verdicts = rows.map(verdictOf)
  const counts = [...new Set(verdicts)].map(
    (verdict) => `${verdicts.filter((each) => each === verdict).length} ${verdict}`,
  )
  return counts.join(', ')
}

/**
 * @param {readonly Row[]} rows
 * @param {Machine} machine
 * @param {number} runs
 */
export function formatReport(rows, machine, runs) {
  const { commit, day, browser, processor, node } = machine
  return `# 性能 Performance

由 \`npm run bench -- --write\` 写成，不手改。时间只在同一次运行内作比：floor 是不用框架、最精简的 ECharts 页面，limit 是不用任何库和脚本的手写页面，都有总览的全部数字、句子和六项变化，三者轮流打开。
Written by \`npm run bench -- --write\`, not by hand. Times hold only as ratios within one run: the floor is the leanest ECharts page without a framework, the limit is written by hand without library or script, both with the overview's figures, sentences and six trends, visited in turns. Differences under 15 % are noise.

${day} · commit ${commit} · ${runs} rounds · ${browser}, headless, a fresh one for every visit · ${processor} · ${node} · brotli 11 over loopback

${formatMarkdownTable(rows)}

${countVerdicts(rows)}.
`
}
