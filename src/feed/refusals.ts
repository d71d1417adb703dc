/** Why something from the server was not taken: one sentence for each reason, in both languages. */
import { MANIFEST_MAX_BYTES, SEQ_MAX_STEP, type SnapshotFile } from '../contract/manifest.ts'
import { issue, type Issue } from '../contract/issue.ts'

export const refusals = {
  status: (path: string, status: number): Issue =>
    issue(
      path,
      'status',
      status === 404 ? '服务器上没有这个文件（404）' : `服务器回答 ${status}，没有给出文件`,
      status === 404 ? 'the server has no such file (404)' : `the server answered ${status}`,
    ),
  html: (path: string): Issue =>
    issue(
      path,
      'html',
      '服务器给出的是网页，不是数据；可能被登录页或错误页替换',
      'the server gave a web page instead of data, perhaps a login or error page',
    ),
  stall: (path: string, bytesRead: number, stallMs: number): Issue =>
    issue(
      path,
      'stall',
      `读到 ${bytesRead} 字节后，${stallMs / 1000} 秒没有新内容，已停止`,
      `nothing came for ${stallMs / 1000} s after ${bytesRead} bytes: given up`,
    ),
  tooSlow: (path: string, bytesRead: number, totalMs: number): Issue =>
    issue(
      path,
      'too-slow',
      `${totalMs / 1000} 秒内只读到 ${bytesRead} 字节，已停止`,
      `only ${bytesRead} bytes came within ${totalMs / 1000} s: given up`,
    ),
  interrupted: (path: string, bytesRead: number): Issue =>
    issue(
      path,
      'interrupted',
      `读到 ${bytesRead} 字节时连接中断`,
      `the connection broke after ${bytesRead} bytes`,
    ),
  tooLong: (path: string, maxBytes: number): Issue =>
    issue(
      path,
      'too-long',
      `内容超过应有的 ${maxBytes} 字节，已停止读取`,
      `more than the expected ${maxBytes} bytes: reading stopped`,
    ),
  manifestTooLong: (path: string): Issue =>
    issue(
      path,
      'manifest-too-long',
      `清单超过 ${MANIFEST_MAX_BYTES / 1024} KB，未读完`,
      `the manifest exceeds ${MANIFEST_MAX_BYTES / 1024} KB and was not read to its end`,
    ),
  size: (path: string, found: number, expected: number): Issue =>
    issue(
      path,
      'size',
      `${found} 字节，清单写的是 ${expected} 字节`,
      `${found} bytes, the manifest says ${expected}`,
    ),
  hash: (path: string, found: string, expected: string): Issue =>
    issue(
      path,
      'hash',
      `SHA-256 是 ${found.slice(0, 8)}…，清单写的是 ${expected.slice(0, 8)}…`,
      `SHA-256 is ${found.slice(0, 8)}…, the manifest says ${expected.slice(0, 8)}…`,
    ),
  encoding: (path: string): Issue =>
    issue(path, 'encoding', '不是有效的 UTF-8 文本', 'not valid UTF-8 text'),
  identity: (path: string, found: string, expected: string): Issue =>
    issue(
      path,
      'identity',
      `文件自称 ${found}，清单写的是 ${expected}`,
      `the file calls itself ${found}, the manifest says ${expected}`,
    ),
  dataset: (path: string, found: string, expected: string): Issue =>
    issue(
      path,
      'dataset',
      `数据集是 ${found}，应为 ${expected}`,
      `the data set is ${found}, expected ${expected}`,
    ),
  rollback: (path: string, found: number, accepted: number): Issue =>
    issue(
      path,
      'rollback',
      `编号 ${found} 低于已采用的 ${accepted}，是回退`,
      `seq ${found} is lower than ${accepted}, which was accepted before: a rollback`,
    ),
  altered: (path: string, seq: number): Issue =>
    issue(
      path,
      'altered',
      `编号仍是 ${seq}，内容却与已采用的不同`,
      `seq is still ${seq}, but the content differs from what was accepted`,
    ),
  jump: (path: string, found: number, accepted: number): Issue =>
    issue(
      path,
      'jump',
      `编号从 ${accepted} 跳到 ${found}，超过一次允许的 ${SEQ_MAX_STEP}`,
      `seq jumps from ${accepted} to ${found}, more than the ${SEQ_MAX_STEP} allowed at once`,
    ),
  vanished: (path: string, { id, revision }: SnapshotFile): Issue =>
    issue(
      path,
      'vanished',
      `清单不再列出 ${id} 第 ${revision} 版；列过的不得撤下`,
      `${id} revision ${revision} is no longer listed; what was listed must stay`,
    ),
  rewritten: (path: string, { id, revision }: SnapshotFile): Issue =>
    issue(
      path,
      'rewritten',
      `${id} 第 ${revision} 版的内容被改动；更正须另立新版`,
      `${id} revision ${revision} has other content; a correction needs a new revision`,
    ),
  listedTwice: (path: string, { id, revision }: SnapshotFile): Issue =>
    issue(
      path,
      'listed-twice',
      `清单把 ${id} 第 ${revision} 版列了两次`,
      `the manifest lists ${id} revision ${revision} twice`,
    ),
} as const
