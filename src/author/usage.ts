import type { Bilingual } from '../contract/issue.ts'

export const USAGE: Bilingual = {
  zh: `用法：
  npm run author -- import <文件夹或文件 …> [--out public/data] [--dataset <编号>]
                           [--confirm] [--revise "<原因>"]     加入新的来源
  npm run author -- check  [--from public/data]                核对已发布的数据
  npm run author -- check  --public dist [--from public/data]  证明对外版的文件里没有内部内容
  npm run author -- export [--from public/data] [--out data-package]
                                                               导出数据包（CSV 与 datapackage.json）
  --confirm      确认报告所问的：跳了十倍以上的数、变少的累计数、更正将去掉的数
  --revise       更正已发布的来源：须给出该来源的全部行（export 导出，改好再导入）
  --lang zh|en   报告的语言`,
  en: `Usage:
  npm run author -- import <folder or file …> [--out public/data] [--dataset <id>]
                           [--confirm] [--revise "<reason>"]   add publications
  npm run author -- check  [--from public/data]                verify what is published
  npm run author -- check  --public dist [--from public/data]  prove that a build holds nothing internal
  npm run author -- export [--from public/data] [--out data-package]
                                                               a data package (CSV and datapackage.json)
  --confirm      takes what the report asks about: sudden changes, falls, figures that a revision removes
  --revise       mends a published publication: give all its rows (export, edit, import again)
  --lang zh|en   language of the report`,
}
