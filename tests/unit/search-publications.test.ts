import { describe, expect, it } from 'vitest'
import { takeApart } from '../../src/contract/statement.ts'
import { buildPublicationIndex, searchPublications } from '../../src/desk/search-publications.ts'
import { loadTransliterate } from '../../src/desk/transliterate.ts'
import { readShipped } from './builders/shipped.ts'
import { snapshot } from './builders/snapshot.ts'

const read = await loadTransliterate()
const shipped = buildPublicationIndex(
  readShipped().snapshots.map((each) => takeApart(each).publication),
  read,
)

function found(query: string, index = shipped): readonly string[] {
  return searchPublications(index, query, 'zh').map(({ id }) => id)
}

describe('a publication is found', () => {
  it('by a part of its title, its initials or both', () => {
    expect(found('整改情况的报告')).toEqual(['jz-rectification-2023-05-29'])
    expect(found('zgqkdbg')).toEqual(['jz-rectification-2023-05-29'])
    expect(found('人居环境 xczx')).toEqual(['jz-rural-2023-04-14'])
  })

  it('by its publisher', () => {
    expect(found('大河报')).toEqual(['henan-ranking-2019-06-05'])
    expect(found('焦作日报社')).toHaveLength(4)
  })

  it.each(['2023-05-29', '2023/5/29', '2023.05.29', '2023年5月29日', '20230529', '29 May 2023'])(
    'by its day written %s',
    (query) => {
      expect(found(query)).toEqual(['jz-rectification-2023-05-29'])
    },
  )

  it('by title and year together', () => {
    expect(found('整改 2019')).toEqual(['jz-rectification-2019-11-15'])
  })

  it('by its title before another by its publisher, then the latest first', () => {
    const index = buildPublicationIndex(
      [
        snapshot('by-publisher', '2023-01-01', [], { title: '甲', publisher: '晚报' }),
        snapshot('early', '2020-01-01', [], { title: '晚报一', publisher: '乙' }),
        snapshot('late', '2021-01-01', [], { title: '晚报二', publisher: '乙' }),
      ].map((each) => takeApart(each).publication),
    )
    expect(found('晚报', index)).toEqual(['late', 'early', 'by-publisher'])
  })

  it('by nothing that was not asked', () => {
    for (const query of ['', '  ', '没有这样的文件']) expect(found(query)).toEqual([])
  })
})
