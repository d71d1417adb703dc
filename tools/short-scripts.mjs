/**
 * A plugin of the build. Vite copies `public/` as it is; a script there that every page waits for
 * goes out without its comments and long names, under the same name.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { minify } from 'vite'
import { ROOT } from './run-command.mjs'

/**
 * @param {readonly string[]} names files in `public/`
 * @returns {import('vite').Plugin}
 */
export function shortScripts(names) {
  return {
    name: 'qinglan-short-scripts',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        // The service worker is a build of its own.
        if (!bundle['index.html']) return
        for (const fileName of names) {
          const text = readFileSync(join(ROOT, 'public', fileName), 'utf8')
          const { code, errors } = await minify(fileName, text, {
            module: false,
            compress: { target: 'chrome90' },
          })
          if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
          this.emitFile({ type: 'asset', fileName, source: code })
        }
      },
    },
  }
}
