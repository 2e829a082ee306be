import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { largestFile } from '../workspace/files/files';
import type { Tell } from './trouble';

/** A file's text, without byte order mark, and how it is stored. */
export interface TextFile {
  readonly text: string;
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
}

/** `unknown`: the text is good enough to be looked at, but writing it back would change what stands there. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'unknown';

/** Undefined for a file that is too large. Throws what the file system throws. */
export function readTextFile(path: string): TextFile | undefined {
  if (isTooLarge(statSync(path).size)) return undefined;
  return decoded(readFileSync(path));
}

/** `size` is in bytes. */
export function isTooLarge(size: number): boolean {
  return size > largestFile;
}

export function decoded(bytes: Buffer): TextFile {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { text: bytes.toString('utf16le', 2), encoding: 'utf-16le', byteOrderMark: true };
  if (first === 0xfe && second === 0xff && bytes.length % 2 === 0) {
    return { text: bytes.swap16().toString('utf16le', 2), encoding: 'utf-16be', byteOrderMark: true };
  }
  const byteOrderMark = first === 0xef && second === 0xbb && third === 0xbf;
  const text = bytes.toString('utf8', byteOrderMark ? 3 : 0);
  const isUtf8 = Buffer.from(text).equals(byteOrderMark ? bytes.subarray(3) : bytes);
  return { text, encoding: isUtf8 ? 'utf-8' : 'unknown', byteOrderMark };
}

/** As Terraform takes a file: UTF-8 alone, and a mark at its beginning for a letter. Undefined for any other. */
export function utf8TextOf({ text, encoding, byteOrderMark }: TextFile): string | undefined {
  if (encoding !== 'utf-8') return undefined;
  return byteOrderMark ? `\uFEFF${text}` : text;
}

/** The same, with what is wrong told instead of thrown; undefined for what isn't read. */
export function readOrTell(path: string, tell: Tell): TextFile | undefined {
  try {
    const stored = readTextFile(path);
    if (!stored) tell({ kind: 'tooLarge', path });
    return stored;
  } catch (cause) {
    tell({ kind: 'unreadable', path, cause });
    return undefined;
  }
}

/** Leaves the old file or the new one, never a part. Throws what the file system throws, and for a file that isn't to be written. */
export function writeTextFile(path: string, { text, encoding, byteOrderMark }: TextFile): void {
  // A link stays a link: the file that it leads to is replaced.
  const target = realpathSync(path);
  const { mode } = statSync(target);
  // A new file could take its place, but who protects a file means its content.
  if ((mode & 0o222) === 0) throw Object.assign(new Error('read-only'), { code: 'EACCES' });
  const aside = join(dirname(target), `.leastwise-${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(aside, encode(byteOrderMark ? `\uFEFF${text}` : text, encoding), { mode, flag: 'wx' });
    renameSync(aside, target);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  return Buffer.from(text);
}
