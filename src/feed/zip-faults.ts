/** What is wrong with an archive, named by the archive or by the file in it: one sentence for each fault. */
import { issue, type Issue } from '../contract/issue.ts'

const MB = 1024 * 1024

export const zipFaults = {
  notZip: (path: string): Issue =>
    issue(path, 'not-zip', '不是完整的 zip 文件', 'not a whole zip file'),
  tooLarge: (path: string, bytes: number, most: number): Issue =>
    issue(
      path,
      'too-large',
      `${Math.ceil(bytes / MB)} MB，超过允许的 ${most / MB} MB`,
      `${Math.ceil(bytes / MB)} MB, more than the ${most / MB} MB allowed`,
    ),
  tooMany: (path: string, most: number): Issue =>
    issue(path, 'too-many', `里面的文件超过 ${most} 个`, `more than ${most} files in it`),
  foreignForm: (path: string): Issue =>
    issue(
      path,
      'zip-form',
      '用了数据包不用的 zip 写法（加密、分卷、Zip64 或别的压缩方法）；请用本软件导出的原件',
      'a form of zip that packs do not use (encrypted, split, Zip64 or another method); take the file as it was exported',
    ),
  directory: (path: string): Issue =>
    issue(
      path,
      'zip-directory',
      '目录与内容对不上，文件可能损坏或被动过',
      'the directory does not match the contents: the file is damaged or was tampered with',
    ),
  name: (path: string): Issue =>
    issue(
      path,
      'zip-name',
      '文件名不是数据包里会有的（不得有“..”、反斜杠、盘符、大写或空格）',
      'not a name that a pack has (no "..", backslash, drive, capital or space)',
    ),
  twice: (path: string): Issue =>
    issue(path, 'zip-twice', '同一个文件名出现两次', 'the same name stands in it twice'),
  bomb: (path: string, bytes: number, most: number): Issue =>
    issue(
      path,
      'zip-bomb',
      `解开有 ${Math.ceil(bytes / MB)} MB，超过允许的 ${most / MB} MB，没有解开`,
      `it would unpack to ${Math.ceil(bytes / MB)} MB, more than the ${most / MB} MB allowed: it was not unpacked`,
    ),
  lyingSize: (path: string, stated: number): Issue =>
    issue(
      path,
      'zip-size',
      `解开的大小与目录写的 ${stated} 字节不符`,
      `it does not unpack to the ${stated} bytes that the directory states`,
    ),
  crc: (path: string): Issue =>
    issue(
      path,
      'zip-crc',
      '校验码（CRC-32）不符，内容已损坏',
      'its checksum (CRC-32) does not match: the content is damaged',
    ),
  packed: (path: string): Issue =>
    issue(
      path,
      'zip-packed',
      '压缩的内容无法解开，已损坏',
      'its packed content cannot be unpacked: it is damaged',
    ),
} as const
