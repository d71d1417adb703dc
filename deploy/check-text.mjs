/** What each rule is called, and how a webmaster mends what breaks it; nginx as shipped here. */

/**
 * @typedef {'zh' | 'en'} Lang
 * @typedef {Readonly<Record<Lang, { name: string, fix: string }>>} RuleText
 */

/** @param {string} zh @param {string} en @param {string} fixZh @param {string} fixEn */
function rule(zh, en, fixZh, fixEn) {
  return { zh: { name: zh, fix: fixZh }, en: { name: en, fix: fixEn } }
}

/** In the order of the report. */
export const RULES = {
  present: rule(
    '该有的文件都在',
    'every file is there',
    '重新上传整个 dist/;文件夹和里面的文件要让 nginx 的用户能读。',
    'Upload the whole of dist/ again, readable for the user that nginx runs as.',
  ),
  policy: rule(
    '安全策略',
    'security policy',
    '在 server 和每个 location 里写 include qinglan/headers.conf;location 里有了自己的 add_header,外层的就全部失效。',
    'include qinglan/headers.conf; in the server and in every location: one add_header of its own drops all that it would inherit.',
  ),
  'refusal-headers': rule(
    '出错、跳转和 304 也带安全头',
    'errors, redirects and 304 carry the headers, too',
    'add_header 末尾写 always;error_page 不要指到没有 include qinglan/headers.conf; 的 location。',
    'End each add_header with always; point no error_page to a location without include qinglan/headers.conf;',
  ),
  'app-framing': rule(
    '应用页不能被嵌入',
    'the app cannot be framed',
    "frame-ancestors 'none' 对 embed/*.html 以外的页面都要有:照原样用 qinglan/maps.conf。",
    "frame-ancestors 'none' for all but embed/*.html: take qinglan/maps.conf as it is.",
  ),
  'embed-framing': rule(
    '指标页只能被名单上的网站嵌入',
    'panels can be framed by the listed sites alone',
    '名单写在 /etc/nginx/qinglan/hosts.conf 一处,改后 systemctl reload nginx;不要加 X-Frame-Options。',
    'The list stands in /etc/nginx/qinglan/hosts.conf; reload nginx after a change. Send no X-Frame-Options.',
  ),
  nosniff: rule(
    '不许浏览器猜类型',
    'types are not guessed',
    'add_header X-Content-Type-Options nosniff always; 在 qinglan/headers.conf 里,每个 location 都要 include。',
    'add_header X-Content-Type-Options nosniff always; stands in qinglan/headers.conf: include it in every location.',
  ),
  referrer: rule(
    '不外泄来路',
    'no referrer leaks',
    'Referrer-Policy 由 qinglan/maps.conf 给出:embed/*.html 为 no-referrer,其余为 strict-origin-when-cross-origin。',
    'Referrer-Policy comes from qinglan/maps.conf: no-referrer for embed/*.html, else strict-origin-when-cross-origin.',
  ),
  permissions: rule(
    '只要屏幕常亮与全屏的权限',
    'no permission but wake lock and full screen',
    'Permissions-Policy 用 qinglan/headers.conf 里的一行;少了 screen-wake-lock=(self) 大屏会熄屏。',
    'Take the line of Permissions-Policy in qinglan/headers.conf; without screen-wake-lock=(self) the wall goes dark.',
  ),
  opener: rule(
    '与打开它的网页隔开',
    'apart from pages that open it',
    'add_header Cross-Origin-Opener-Policy same-origin always;(https 时)。由前端代理做 https 的,在代理上加。',
    'add_header Cross-Origin-Opener-Policy same-origin always; with https. Where a proxy does https, add it there.',
  ),
  readers: rule(
    '公开文件可被别的网站读取',
    'public files may be read by other sites',
    'Access-Control-Allow-Origin: * 与 Cross-Origin-Resource-Policy 由 qinglan/maps.conf 给出,别的地方不要再设。',
    'Access-Control-Allow-Origin: * and Cross-Origin-Resource-Policy come from qinglan/maps.conf; set them nowhere else.',
  ),
  'one-file': rule(
    '离线包只供下载',
    'the offline file is for taking away',
    'qinglan.html 要带 Content-Disposition: attachment,由 qinglan/maps.conf 给出;在网站上直接打开它,安全策略会拦下里面的程序。',
    'qinglan.html needs Content-Disposition: attachment, from qinglan/maps.conf; opened on a site, the policy stops the app inside.',
  ),
  leaks: rule(
    '不报版本号,不设 cookie',
    'no version, no cookie',
    'server_tokens off; 在 qinglan/headers.conf 里;防火墙加的 cookie 请管理员对清览关掉。',
    'server_tokens off; stands in qinglan/headers.conf; have the cookie of a firewall turned off for this site.',
  ),
  types: rule(
    '文件类型与编码',
    'types and charset',
    '类型表和 charset utf-8; 在 qinglan/files.conf 里;js 应为 text/javascript,svg 为 image/svg+xml。',
    'Types and charset utf-8; stand in qinglan/files.conf; js is text/javascript, svg is image/svg+xml.',
  ),
  kept: rule(
    '名字带校验码的文件长期缓存',
    'names with a hash are kept for ever',
    'Cache-Control: public, max-age=31536000, immutable,由 qinglan/maps.conf 给出;去掉另设的 expires。',
    'Cache-Control: public, max-age=31536000, immutable comes from qinglan/maps.conf; remove any expires.',
  ),
  asked: rule(
    '会变的文件每次询问',
    'what changes is asked for each time',
    'Cache-Control: no-cache 用于 HTML、data/manifest.json、sw.js、panel.js、embed-host.js、charts/;否则读者看到旧数。',
    'Cache-Control: no-cache for HTML, data/manifest.json, sw.js, panel.js, embed-host.js, charts/; else readers see old figures.',
  ),
  'refusal-caching': rule(
    '出错的回答不缓存',
    'errors are not kept',
    '长期缓存只给 200:用 qinglan/maps.conf 里按状态码写的 Cache-Control,不用 expires。',
    'Keep only what was sent with 200: take Cache-Control by status from qinglan/maps.conf, no expires.',
  ),
  unchanged: rule(
    '没有变的文件回答 304',
    'what has not changed is answered with 304',
    '不要写 etag off; 或 if_modified_since off;,也不要让代理去掉 ETag。',
    'Remove etag off; and if_modified_since off; and let no proxy drop ETag.',
  ),
  packing: rule(
    '文字压缩传输',
    'texts are sent packed',
    'gzip on; gzip_static on; gzip_vary on; 在 qinglan/files.conf 里;内容不同的,重做 npm run build -- --compress 并整个替换。',
    'gzip on; gzip_static on; gzip_vary on; stand in qinglan/files.conf. Where the two differ: npm run build -- --compress, and replace everything.',
  ),
  brotli: rule(
    '支持 brotli',
    'brotli',
    '可选,约小 15%:装 libnginx-mod-http-brotli-static,把 brotli.conf 放进 /etc/nginx/qinglan/more/。',
    'Optional, about 15% smaller: install libnginx-mod-http-brotli-static, put brotli.conf into /etc/nginx/qinglan/more/.',
  ),
  missing: rule(
    '没有的文件回答 404',
    'what is missing is a 404',
    '去掉 try_files … /index.html; 和把 404 改成 200 的 error_page。',
    'Remove try_files … /index.html; and any error_page that turns 404 into 200.',
  ),
  listing: rule(
    '不列目录,不给隐藏文件',
    'no listing, no hidden files',
    'autoindex off; 并保留 qinglan/files.conf 里对 /. 的 return 404。',
    'autoindex off; and keep the return 404 for /. in qinglan/files.conf.',
  ),
  method: rule(
    '只许读取',
    'reading only',
    '只答 GET 和 HEAD:保留 qinglan/files.conf 里的 return 405。',
    'Answer GET and HEAD alone: keep the return 405 in qinglan/files.conf.',
  ),
  redirect: rule(
    '跳转不带出内部地址',
    'redirects show no inner address',
    'absolute_redirect off; 在 qinglan/headers.conf 里;代理上不要改写 Location。',
    'absolute_redirect off; stands in qinglan/headers.conf; let no proxy rewrite Location.',
  ),
  manifest: rule(
    '数据清单有效',
    'the manifest is valid',
    '重新导入后发布 data/:先传其他文件,最后传 manifest.json;不要放回旧的清单。CDN 上 manifest.json 不缓存。',
    'Publish data/ again, manifest.json last; never put an older one back. Let no CDN keep manifest.json.',
  ),
  age: rule(
    '数据不旧',
    'data are recent',
    '看是否漏了导入或上传;确无新数时不必处理。',
    'See whether an import or an upload was missed; nothing to do where there are no new figures.',
  ),
  files: rule(
    '清单所列文件完好',
    'every listed file is whole',
    '重新上传这些文件(二进制方式,不转换换行);有 CDN 的清掉它们的缓存。',
    'Upload these again (binary, line ends untouched), and purge them from a CDN.',
  ),
  edition: rule(
    '没有内部的内容',
    'nothing internal is there',
    '公开网站只放 npm run build 写出的 dist/,只换数据也用 dist/data/,不用 public/data/;已放上去的,整个换掉并删去清单以外的旧文件。内网放内部版的,加 --internal。',
    'Put only dist/ as npm run build writes it on a public site, data alone from dist/data/, never from public/data/; replace what is there, and delete old files that are not listed. On an intranet: --internal.',
  ),
  clock: rule(
    '服务器时钟',
    "the server's clock",
    '在服务器和本机上校时:timedatectl set-ntp true。',
    'Set the clocks of the server and of this machine: timedatectl set-ntp true.',
  ),
  https: rule(
    'https',
    'https',
    '没有 https 时不能断网打开、不能保持亮屏;用 deploy/nginx/https.conf,证书到期前换新并 reload。',
    'Without https nothing opens offline and the wall cannot stay lit: deploy/nginx/https.conf. Renew certificates in time.',
  ),
  'strict-transport': rule(
    '只走 https(HSTS)',
    'https alone (HSTS)',
    '整个域名都用 https 的,照 deploy/nginx/https.conf 加 Strict-Transport-Security。',
    'Where the whole name uses https: Strict-Transport-Security as in deploy/nginx/https.conf.',
  ),
  'over-http': rule(
    'http 跳转到 https',
    'http leads to https',
    '用 deploy/nginx/https.conf 里 80 端口的一段。',
    'Take the server for port 80 in deploy/nginx/https.conf.',
  ),
}

export const WORDS = {
  zh: {
    passed: '通过  ',
    failed: '未通过',
    warning: '提醒  ',
    fix: '改法:',
    /** @param {number} more */
    more: (more) => `另有 ${more} 处`,
    /** @param {number} answers */
    answers: (answers) => `看了 ${answers} 个回答`,
    /** @param {number} passed @param {number} failed @param {number} warned */
    sum: (passed, failed, warned) => `${passed} 项通过,${failed} 项未通过,${warned} 项提醒`,
    /** @param {string} base @param {string} why */
    silent: (base, why) => `未通过  ${base} 没有清览:${why}`,
    usage:
      '用法:deploy/check <网址> [--hosts https://www.example.gov.cn,…] [--internal] [--lang en]\n网址写到清览所在的目录,例如 https://www.example.gov.cn/qinglan/',
  },
  en: {
    passed: 'passed ',
    failed: 'FAILED ',
    warning: 'warning',
    fix: 'fix: ',
    /** @param {number} more */
    more: (more) => `${more} more`,
    /** @param {number} answers */
    answers: (answers) => `${answers} answers`,
    /** @param {number} passed @param {number} failed @param {number} warned */
    sum: (passed, failed, warned) => `${passed} passed, ${failed} failed, ${warned} warnings`,
    /** @param {string} base @param {string} why */
    silent: (base, why) => `FAILED  no Qinglan at ${base}: ${why}`,
    usage:
      'usage: deploy/check <address> [--hosts https://www.example.gov.cn,…] [--internal] [--lang en]\nThe address is the folder of Qinglan, such as https://www.example.gov.cn/qinglan/',
  },
}
