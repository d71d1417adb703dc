/** `npm start`: installs what is missing, builds what has changed, serves it on loopback. */
import { ensureBuilt } from './build.mjs'
import { runMain } from './failure.mjs'
import { serveDist } from './serve.mjs'
import { ensureInstalled } from './setup.mjs'

runMain(async () => {
  await ensureInstalled()
  console.log('正在准备 / Preparing …')
  await ensureBuilt()
  await serveDist()
})
