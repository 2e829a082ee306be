import { formatOf } from '../../syntax/sourceFile';
import { escapedPath, isInside, parentAddress } from '../files/address';
import { globTest } from '../terraform/functions/files/glob';
import { addressFrom } from '../terraform/resources';
import type { Fact } from './facts';
import type { NamedFile } from './namedFile';
import { readsFiles } from './readsFiles';
import type { Workspace } from './workspace';

/** All that texts of the workspace name. */
export interface NamedFiles {
  readonly all: readonly NamedFile[];
  /** Of their names; as few as there may be. */
  readonly patterns: readonly string[];
  /** Whether a file is one of them: an address. */
  holds(address: string): boolean;
}

export const noNamedFiles: NamedFiles = { all: [], patterns: [], holds: () => false };

/** None of a name twice. */
export function namedFilesOf(workspace: Workspace): NamedFiles {
  const byKey = new Map(
    workspace.find('namesFiles', '*').flatMap(({ value }) => value.files.map((file) => [keyOf(file), file] as const)),
  );
  const all = [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
  const names = new Set(all.map(({ name }) => name));
  const patterns = all.filter(({ name }) => /[*?[{\\]/.test(name)).map((file) => ({ ...file, isNamed: globTest(file.name) }));
  // Braces don't stand in braces everywhere.
  const plain = [...names].filter((name) => !name.includes('{'));
  const braced = [...names].filter((name) => name.includes('{'));
  return {
    all,
    patterns: plain.length > 1 ? [`{${plain.join()}}`, ...braced] : [...names],
    holds(address) {
      if (names.size === 0 || formatOf(address)) return false;
      const called = decoded(address.slice(address.lastIndexOf('/') + 1));
      return names.has(called) || patterns.some((file) => file.isNamed?.(called) && isIn(address, file));
    },
  };
}

function isIn(address: string, { folder, deep }: NamedFile): boolean {
  return folder === undefined || (deep ? isInside(address, folder) : parentAddress(address) === folder);
}

export function sameNamedFiles(a: NamedFiles, b: NamedFiles): boolean {
  return a.all.length === b.all.length && a.all.every((file, at) => keyOf(file) === keyOf(b.all[at] ?? file));
}

function keyOf({ name, folder, deep }: NamedFile): string {
  return JSON.stringify([name, folder, deep]);
}

/** What the text of a Terraform block names, by the ends of its strings. `folder` is its module's. */
export function filesNamedIn(text: string, folder: string): readonly NamedFile[] {
  const isReading = readsFiles.test(text);
  const names = new Set<string>();
  for (const [written] of text.matchAll(isReading ? anyEnding : dataEnding)) names.add(written.replace(/^\}/, '*'));
  if (isReading) for (const [, name = ''] of text.matchAll(withoutEnding)) names.add(name);
  const named = [...names].filter(isName).map((name) => ({ name, folder: undefined, deep: true }));
  return [...named, ...(isReading ? wholeFolders(text, folder) : [])].slice(0, mostNames);
}

/** `fileset("${path.module}/members", "*")`: whatever is in the folder, unless that is all of the module. */
function wholeFolders(text: string, module: string): readonly NamedFile[] {
  return [...text.matchAll(anyOfFolder)].flatMap(([, path = '', inside = '', name = '']) => {
    const deep = `${inside}${name}`.includes('**');
    const folder = addressFrom(module, escapedPath(`${path}/${inside.replace('**', '')}`));
    return isInside(folder, module) ? [{ name, folder, deep }] : [];
  });
}

/** The last part of a path at the end of a string, of a template perhaps. */
const anyEnding = /(?:\}|[^\s"'\\/{}$:@,()=%])[^\s"'\\/{}$:@,()=%]{0,100}\.(?:[A-Za-z]\w{0,20}|\{[\w,]{1,40}\})(?=\\?")/g;
/** Where nothing is read it may be handed to who reads: what is seldom anything but data. */
const dataEnding = /(?:\}|[^\s"'\\/{}$:@,()=%])[^\s"'\\/{}$:@,()=%]{0,100}\.(?:csv|tsv|txt|tftpl|tpl|tmpl)(?=\\?")/g;
const withoutEnding = /\b(?:file(?!set\b)\w*|templatefile)\s*\(\s*\\?"(?:[^"\\]*\/)?([\w-]+)\\?"/g;
const anyOfFolder =
  /\bfileset\s*\(\s*(?:path\.module|\\?"(?:\$\{path\.module\}\/?)?([^"\\$%]*)\\?")\s*,\s*\\?"((?:[^"\\$%*/]+\/)*(?:\*\*\/)?)(\*{1,2})\\?"/g;

/** What is read anyway isn't named, nor is what is no pattern, or one that would be tried for long. */
function isName(name: string): boolean {
  return name.length <= longestName && !formatOf(name) && (name.match(/\*/g) ?? []).length <= mostStars && !!globTest(name);
}

/** In UTF-16 code units. */
const longestName = 100;
const mostStars = 3;
/** Of one block. */
const mostNames = 100;

/** Whether all files that match a pattern of `fileset` in a folder are told by {@link Workspace.find} as `fileBelow`. */
export function tellsFiles(folder: string, pattern: string, workspace: Workspace): boolean {
  const slash = pattern.lastIndexOf('/') + 1;
  const name = pattern.slice(slash);
  if (/\.(?:json|ya?ml|\{(?:json|ya?ml|,)+\})$/.test(name)) return true;
  const [inside = '', ...deeper] = pattern.slice(0, slash).split('**');
  const top = addressFrom(folder, escapedPath(inside));
  const isDeep = deeper.length > 0 || name.includes('**');
  return workspace.find('toldFiles', name).some(({ value: told }) => {
    if (told.folder === undefined || (told.deep && isInside(top, told.folder))) return true;
    return told.folder === top && (told.deep || !isDeep);
  });
}

/** What tells, once they are read, that no other files have these names. */
export function toldFiles({ all }: NamedFiles): readonly Fact[] {
  const at = { uri: '', range: { start: 0, end: 0 } };
  return all.map(({ name, folder, deep }) => ({ kind: 'toldFiles', name, value: { folder, deep }, at }));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
