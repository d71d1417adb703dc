import { describe, expect, it } from 'vitest'
import {
  dataOf,
  importTables,
  linesOf,
  OBSERVATION_HEADER,
  publishSmallTables,
  SMALL_TABLES,
  TARGET_HEADER,
} from '../fixtures/author/small-tables.ts'

interface Refused {
  readonly name: string
  readonly tables: Readonly<Record<string, string | Uint8Array>>
  /** Lines without the folder before them. */
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

const PUBLICATIONS = 'id,title,publisher,published,grade,url'
const NEW_INDICATOR = 'id,theme,zh,en,unit,accumulation,desired,scope'

const CASES: readonly Refused[] = [
  {
    name: 'an id that is a name every object inherits',
    tables: { publications: `${PUBLICATIONS}\nconstructor,标题,市局,2023-01-20,official,\n` },
    zh: [
      'publications.csv:2:id: “constructor”，应为由小写字母、数字和单个连字符组成的编号，如 pm25',
    ],
    en: [
      'publications.csv:2:id: "constructor", expected an id of lower-case letters, digits and single hyphens, such as pm25',
    ],
  },
  {
    name: 'an address that would run as code, and the rows of that publication only once',
    tables: {
      publications: `${PUBLICATIONS}\nnew,标题,市局,2024-01-20,official,JavaScript:alert(1)\n`,
      observations: `${OBSERVATION_HEADER}\nnew,pm25,410800,,2023,44,微克/立方米,A,,,,,,\n`,
    },
    zh: [
      'publications.csv:2:url: “JavaScript:alert(1)”，应为以 http:// 或 https:// 开头的网址，或留空',
    ],
    en: [
      'publications.csv:2:url: "JavaScript:alert(1)", expected an address that begins with http:// or https://, or nothing',
    ],
  },
  {
    name: 'an address that carries a document of its own',
    tables: {
      publications: `${PUBLICATIONS}\nnew,标题,市局,2024-01-20,official,"data:text/html,<script>"\n`,
    },
    zh: [
      'publications.csv:2:url: “data:text/html,<script>”，应为以 http:// 或 https:// 开头的网址，或留空',
    ],
    en: [
      'publications.csv:2:url: "data:text/html,<script>", expected an address that begins with http:// or https://, or nothing',
    ],
  },
  {
    name: 'a row that is bad itself, but not the rows that name it',
    tables: {
      publications: `${PUBLICATIONS}\nnew,标题,市局,2024-02-30,offical,\n`,
      observations: `${OBSERVATION_HEADER}\nnew,pm25,410800,,2023,44,微克/立方米,A,,,,,,\n`,
    },
    zh: [
      'publications.csv:2:published: “2024-02-30”，应为存在的日期，如 2023-05-29',
      'publications.csv:2:grade: “offical”，应为 official（官方）、monitoring（监测）、press（报道）之一',
    ],
    en: [
      'publications.csv:2:published: "2024-02-30", expected a date that exists, such as 2023-05-29',
      'publications.csv:2:grade: "offical", expected one of official, monitoring, press',
    ],
  },
  ...[
    ['2024/7/1', '2024-07-01'],
    ['2024年7月1日', '2024-07-01'],
    ['2024.7.1', '2024-07-01'],
    ['２０２３／１２／３１', '2023-12-31'],
  ].map(([found, right]) => {
    const read = found?.startsWith('２') ? '2023/12/31' : found
    return {
      name: `the day ${found} of a publication, saying how it is written`,
      tables: { publications: `${PUBLICATIONS}\nnew,标题,市局,${found},official,\n` },
      zh: [`publications.csv:2:published: “${read}”，日期应写作 ${right}`],
      en: [`publications.csv:2:published: "${read}", a date is written ${right}`],
    }
  }),
  {
    name: 'one publication stated twice in different words',
    tables: {
      publications: `${PUBLICATIONS}\nnew,标题,市局,2024-01-20,official,\nnew,题目,市局,2024-01-20,official,\n`,
    },
    zh: ['publications.csv:3:id: “new”已在前面出现且内容不同，应为只出现一次'],
    en: ['publications.csv:3:id: "new" again, with other content, expected it once'],
  },
  {
    name: 'a published publication with other rows, without --revise',
    tables: {
      observations: `${OBSERVATION_HEADER}
report-2022,pm25,410800,,2022,47,微克/立方米,A,,46,三,,,
report-2022,gas-access,410800,,2022-12-31,98.2,%,A,,,,,,
report-2022,pm25,410000,,2022,50,微克/立方米,A,,,,,,
`,
    },
    zh: [
      'observations.csv:2:publication: “report-2022”已发布，内容不同（多 1 行，改 1 行，少 3 行），应为与已发布的相同；更正要给出该出处的全部行：用 npm run author -- export 导出，在导出的表中改，再导入并加 --revise "原因"',
    ],
    en: [
      'observations.csv:2:publication: "report-2022" is published with other content (1 rows more, 1 changed, 3 missing), expected the same content; a correction gives all rows of that publication: write them with npm run author -- export, edit there, and import that with --revise "<reason>"',
    ],
  },
  {
    name: 'a published publication without its rows',
    tables: { publications: SMALL_TABLES.publications },
    zh: [
      'publications.csv:2:id: “report-2022”已发布，内容不同（多 0 行，改 0 行，少 5 行），应为与已发布的相同；更正要给出该出处的全部行：用 npm run author -- export 导出，在导出的表中改，再导入并加 --revise "原因"',
    ],
    en: [
      'publications.csv:2:id: "report-2022" is published with other content (0 rows more, 0 changed, 5 missing), expected the same content; a correction gives all rows of that publication: write them with npm run author -- export, edit there, and import that with --revise "<reason>"',
    ],
  },
  {
    name: 'a contradiction of what was published later',
    tables: {
      publications: `${PUBLICATIONS}\nold,标题,市局,2022-12-31,official,\n`,
      observations: `${OBSERVATION_HEADER}\nold,pm25,410800,,2021,44,微克/立方米,A,,,,report-2022,,\n`,
    },
    zh: ['observations.csv:2:contradicts: “report-2022”，应为不晚于 2022-12-31 的来源'],
    en: [
      'observations.csv:2:contradicts: "report-2022", expected a publication of 2022-12-31 or before',
    ],
  },
  {
    name: 'an indicator of no theme, in no known unit',
    tables: {
      indicators: `${NEW_INDICATOR}\nozone,aire,臭氧,Ozone,克/立方米,mean,down,城市站点\n`,
    },
    zh: [
      'indicators.csv:2:theme: “aire”，应为目录中的主题，是否指 air',
      'indicators.csv:2:unit: “克/立方米”，应为单位表中的单位，是否指 微克/立方米、毫克/立方米、万立方米',
    ],
    en: [
      'indicators.csv:2:theme: "aire", expected a theme of the catalog; did you mean air',
      'indicators.csv:2:unit: "克/立方米", expected a unit of the table; did you mean 微克/立方米, 毫克/立方米, 万立方米',
    ],
  },
  {
    name: 'a published indicator in a unit that its figures do not convert to',
    tables: { indicators: `${NEW_INDICATOR}\npm25,air,PM2.5,PM2.5,吨,mean,down,城市站点\n` },
    zh: ['indicators.csv:2:unit: “吨”，应为能与已发布的单位微克/立方米换算的单位'],
    en: [
      'indicators.csv:2:unit: "吨", expected a unit that converts to the published one, 微克/立方米',
    ],
  },
  {
    name: 'a way of adding up that does not exist',
    tables: {
      indicators: `${NEW_INDICATOR}\nozone,air,臭氧,Ozone,微克/立方米,average,down,城市\n`,
    },
    zh: [
      'indicators.csv:2:accumulation: “average”，应为 stock、cumulative、flow、ratio、mean、percentile、rank 之一',
    ],
    en: [
      'indicators.csv:2:accumulation: "average", expected one of stock, cumulative, flow, ratio, mean, percentile, rank',
    ],
  },
  {
    name: 'a break of an unknown indicator',
    tables: { breaks: 'indicator,region,from,reason\npm26,,2018-09-01,改变\n' },
    zh: ['breaks.csv:2:indicator: “pm26”，应为目录中的指标，是否指 pm25'],
    en: ['breaks.csv:2:indicator: "pm26", expected an indicator of the catalog; did you mean pm25'],
  },
  {
    name: 'a region code that is none',
    tables: { regions: 'code,zh,en,level,parent\n4108,焦作,Jiaozuo,prefecture,41\n' },
    zh: [
      'regions.csv:2:code: “4108”，应为 GB/T 2260 的六位代码，如 410800',
      'regions.csv:2:parent: “41”，应为 GB/T 2260 的六位代码，如 410800',
    ],
    en: [
      'regions.csv:2:code: "4108", expected a six-digit code of GB/T 2260, such as 410800',
      'regions.csv:2:parent: "41", expected a six-digit code of GB/T 2260, such as 410800',
    ],
  },
  {
    name: 'a theme without its English name',
    tables: { themes: 'id,zh,en\nwater,水,\n' },
    zh: ['themes.csv:2:en: 空，应为英文名（en），如 PM2.5 mean concentration'],
    en: ['themes.csv:2:en: nothing, expected en, such as PM2.5 mean concentration'],
  },
  {
    name: 'targets of unknown type and basis, with half a baseline and broken milestones',
    tables: {
      targets: `${TARGET_HEADER}\nreport-2022,gas-access,410800,2025,99,%,atleast,total,2020,,2023-96,\n`,
    },
    zh: [
      'targets.csv:2:type: “atleast”，应为 reach（达到）、at-least（不低于）、at-most（不高于）之一',
      'targets.csv:2:basis: “total”，应为 level（期末水平）、change（期内完成）之一',
      'targets.csv:2:baseline_value: 空，应为基期和基期值同时填写，或同时留空',
      'targets.csv:2:milestones: “2023-96”，应为时期:数值，用分号隔开，如 2023:10;2024:25',
    ],
    en: [
      'targets.csv:2:type: "atleast", expected one of reach, at-least (at least), at-most (at most)',
      'targets.csv:2:basis: "total", expected one of level (level at the end), change (within the period)',
      'targets.csv:2:baseline_value: nothing, expected baseline period and baseline value together, or neither',
      'targets.csv:2:milestones: "2023-96", expected period:value separated by semicolons, such as 2023:10;2024:25',
    ],
  },
  {
    name: 'a target above the whole, with milestones out of order and a late baseline',
    tables: {
      targets: `${TARGET_HEADER}\nreport-2022,gas-access,410800,2025,101,%,at-least,level,2024,90,2024:97;2023:96,\n`,
    },
    zh: [
      'targets.csv:2:milestones: 先后不对的节点，应为由早到晚、不晚于 2025 的节点',
      'targets.csv:2:baseline_period: “2024”，应为早于节点和期限的基期',
      'targets.csv:2:value: “101”，应为不超过 100% 的比例',
    ],
    en: [
      'targets.csv:2:milestones: milestones out of order, expected milestones from early to late, none after 2025',
      'targets.csv:2:baseline_period: "2024", expected a baseline before milestones and due date',
      'targets.csv:2:value: "101", expected a ratio of at most 100%',
    ],
  },
  {
    name: 'unknown, repeated and missing columns',
    tables: { themes: 'id,zh,zh,eng\nwater,水,水,Water\n' },
    zh: [
      'themes.csv:1:eng: 列名“eng”，应为 themes 的列，如 en（英文名）',
      'themes.csv:1:zh: 列 zh 出现多次，应为只出现一次',
      'themes.csv:1:en: 缺少这一列，应为 themes 必有的列 en（英文名）',
    ],
    en: [
      'themes.csv:1:eng: column "eng", expected a column of themes, such as en',
      'themes.csv:1:zh: column zh more than once, expected it once',
      'themes.csv:1:en: no such column, expected column en, which themes must have',
    ],
  },
  {
    name: 'a Chinese column name that is nearly one, with the names that are taken',
    tables: { themes: 'id,中文名称,en\nwater,水,Water\n' },
    zh: [
      'themes.csv:1:中文名称: 列名“中文名称”，应为 themes 的列，如 zh（中文名）、en（英文名）',
      'themes.csv:1:zh: 缺少这一列，应为 themes 必有的列 zh（中文名）',
    ],
    en: [
      'themes.csv:1:中文名称: column "中文名称", expected a column of themes, such as zh, en',
      'themes.csv:1:zh: no such column, expected column zh, which themes must have',
    ],
  },
  {
    name: 'a column that is like none, with all that are taken',
    tables: { publications: `${PUBLICATIONS},经办\nnew,标题,市局,2024-01-20,official,,甲\n` },
    zh: [
      'publications.csv:1:经办: 列名“经办”，应为 publications 的列，如 id（编号）、title（标题）、publisher（发布单位）、published（公布日期）、grade（性质）、url（网址）、audience（公开范围）、revision（修订号）、revision_reason（修订原因）',
    ],
    en: [
      'publications.csv:1:经办: column "经办", expected a column of publications, such as id, title, publisher, published, grade, url, audience, revision, revision_reason',
    ],
  },
  {
    name: 'an empty file',
    tables: { themes: '' },
    zh: ['themes.csv:1:*: 空文件，应为表头'],
    en: ['themes.csv:1:*: an empty file, expected a header'],
  },
  {
    name: 'a table that it does not know',
    tables: { budget: 'year,amount\n2023,12\n' },
    zh: [
      'budget.csv:1:*: “year,amount”，应为这些表之一的列：publications.csv, themes.csv, regions.csv, indicators.csv, breaks.csv, observations.csv, targets.csv, tasks.csv',
    ],
    en: [
      'budget.csv:1:*: "year,amount", expected the columns of one of publications.csv, themes.csv, regions.csv, indicators.csv, breaks.csv, observations.csv, targets.csv, tasks.csv',
    ],
  },
  {
    name: 'bytes of no known encoding',
    tables: { themes: new Uint8Array([0x69, 0x64, 0xff, 0xff, 0xff]) },
    zh: [
      'themes.csv:1:*: 无法识别的文字编码，应为带或不带 BOM 的 UTF-8、GB18030，或带 BOM 的 UTF-16',
    ],
    en: [
      'themes.csv:1:*: bytes of no known text encoding, expected UTF-8 with or without BOM, GB18030, or UTF-16 with BOM',
    ],
  },
  {
    name: 'a workbook',
    tables: { 'observations.xlsx': new Uint8Array([0x50, 0x4b, 3, 4]) },
    zh: ['observations.xlsx:1:*: .xlsx 文件，应为 CSV；请从表格软件另存为“CSV UTF-8”'],
    en: [
      'observations.xlsx:1:*: a .xlsx file, expected CSV; save it as "CSV UTF-8" from the spreadsheet',
    ],
  },
]

describe('tables that are refused', () => {
  for (const { name, tables, zh, en } of CASES) {
    it(`refuses ${name}, and writes nothing`, () => {
      const fs = publishSmallTables()
      const before = dataOf(fs)
      const outcome = importTables(fs, tables)
      expect(linesOf(outcome, 'zh')).toEqual(zh.map((line) => `input/${line}`))
      expect(linesOf(outcome, 'en')).toEqual(en.map((line) => `input/${line}`))
      expect(outcome.isDone).toBe(false)
      expect(dataOf(fs)).toEqual(before)
    })
  }

  it('refuses a folder without tables', () => {
    const outcome = importTables(publishSmallTables(), { 'notes.md': '# notes' })
    expect(linesOf(outcome, 'zh')[0]).toMatch(/^input: 没有表，应为 publications\.csv/)
    expect(outcome.lines[0]?.zh).toBe('未读取（不是表）：input/notes.md')
  })
})
