/** The body that the floor and the limit share: the overview's words and figures, by hand. */

/**
 * @typedef {import('./content.mjs').Content} Content
 * @typedef {import('./content.mjs').TrendContent} TrendContent
 * @typedef {import('../src/panels/squares.ts').SquarePlan} SquarePlan
 */

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['"', '&quot;'],
])

/** @param {string} text */
export function escapeHtml(text) {
  return text.replace(/[&<"]/g, (character) => ENTITIES.get(character) ?? '')
}

/**
 * An element with a text; nothing where there is no text.
 * @param {string} tag with its attributes
 * @param {string} text
 */
function element(tag, text) {
  return text === '' ? '' : `<${tag}>${escapeHtml(text)}</${tag.split(' ')[0]}>`
}

/** @param {SquarePlan} plan */
function squaresSvg({ width, height, squares }) {
  const rects = squares.map(
    ({ x, y, width, height, tone }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" class="${tone}"/>`,
  )
  return `<svg class="squares" viewBox="0 0 ${width} ${height}">${rects.join('')}</svg>`
}

/** @param {Content} content */
function leadHtml({ lead, recent, recentHeading }) {
  const documents = recent.map(
    ({ day, title, given }) =>
      `<li>${escapeHtml(`${day} ${title}`)} ${element('small', given)}</li>`,
  )
  return `<section class="lead"><div>
${element('p', lead.kicker)}
${element('h1', lead.sentence)}
${squaresSvg(lead.squares)}
<div class="counts">${element('p data-figure', lead.done)}${element('p data-figure', lead.open)}</div>
${element('p', lead.note)}
${element('small', lead.source)}
<div class="previous">${squaresSvg(lead.previousSquares)}${element('p', lead.previous)}</div>
</div><aside>
${element('h2', lead.petitions)}
<p>${element('b data-figure', lead.petitionsFigure)} ${element('small', lead.petitionsPeriod)}</p>
<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none"><rect width="100" height="4" class="done"/></svg>
${element('h2', recentHeading)}
<ol>${documents.join('')}</ol>
</aside></section>`
}

/**
 * @param {TrendContent} trend
 * @param {string} picture
 */
function trendHtml({ slot, sentence, figure, period, notices, source }, picture) {
  const { span, layout, heightPx, view } = slot
  return `<article class="span-${span} ${layout}" data-panel="${view.indicator.id}"><div>
${element('h3', sentence)}
<p>${element('b data-figure', figure)} ${element('small', period)}</p></div>
<div class="chart-stage h${heightPx}" id="${view.indicator.id}">${picture}</div>
<footer>${notices.map((notice) => element('p', notice)).join('')}${element('small', source)}</footer>
</article>`
}

/** @param {Content['themes'][number]} theme */
function themeHtml({ name, rows }) {
  const items = rows.map(
    (row) =>
      `<li>${element('span', row.name)} ${element('b data-figure', row.figure)} ` +
      `${element('small', row.period)}${element('p', row.note)}</li>`,
  )
  return `<section class="theme">${element('h3', name)}<ul>${items.join('\n')}</ul></section>`
}

/**
 * @param {Content} content
 * @param {(trend: TrendContent) => string} pictureOf what stands in a chart's place at first
 */
export function bodyHtml(content, pictureOf) {
  return `<main>
${leadHtml(content)}
${element('h2', content.trendsHeading)}
<section class="trends">
${content.trends.map((trend) => trendHtml(trend, pictureOf(trend))).join('\n')}
</section>
${element('h2', content.rowsHeading)}
${content.themes.map(themeHtml).join('\n')}
</main>`
}

/** @param {Content} content */
export function countFigures(content) {
  return bodyHtml(content, () => '').split(' data-figure>').length - 1
}

/**
 * @param {{ title: string, head: string, body: string }} parts
 */
export function pageHtml({ title, head, body }) {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>
`
}
