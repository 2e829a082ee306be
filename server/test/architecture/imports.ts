import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/** One import that the picture of ARCHITECTURE.md does not have, told in one line. */
export type Violation = string;

/** What of `files` (path from the repository's top → text) imports what it must not, or asks for the time. */
export function violations(files: ReadonlyMap<string, string>): readonly Violation[] {
  return [...files].flatMap(([path, text]) => [
    ...importsOf(text).flatMap((imported) => forbidden(path, imported) ?? []),
    ...(readsClock(path, text) ? [`${path} reads the clock: the time comes in as an argument`] : []),
  ]);
}

/** The rooms in the order of the flow: a room may import itself and those before it, save what `apart` tells. */
const rooms = ['text', 'catalog', 'syntax', 'workspace', 'kinds', 'rules', 'lint', 'l10n', 'features', 'cli', 'lsp'];

/** What a room must not know although it comes earlier. */
const apart: Readonly<Record<string, readonly string[]>> = {
  catalog: ['text'],
  syntax: ['catalog'],
  lsp: ['cli'],
};

/** The rooms that know the outside world. */
const outer = ['cli', 'lsp'];

/** The packages of the engine and the rooms that know them. */
const packages: Readonly<Record<string, readonly string[]>> = {
  // Besides policies: the settings file, which is read and edited in place.
  'jsonc-parser': ['syntax', 'lint', 'features'],
  yaml: ['syntax'],
  'web-tree-sitter': ['syntax'],
  '@tree-sitter-grammars/tree-sitter-hcl': ['syntax'],
  '@marcbachmann/cel-js': ['syntax'],
  picomatch: ['lint', 'features', 'cli', 'lsp'],
  ignore: ['workspace', ...outer],
};

/** A rule speaks of policies and tree nodes; formats and text are below it. */
const knownToRules = ['syntax/tree', 'syntax/treeEdit'];

function forbidden(path: string, imported: string): Violation | undefined {
  const says = (why: string) => `${path} imports ${imported}: ${why}`;
  const target = imported.startsWith('.') ? posix.join(posix.dirname(path), imported) : undefined;
  if (path.startsWith('client/'))
    return target?.startsWith('server/') ? says('the client knows nothing of the server') : undefined;
  const room = roomOf(path);
  if (!room) return `${path} stands in no room`;
  if (target === undefined) return forbiddenPackage(room, imported, says);
  // The version that the programs tell.
  if (target === 'package.json' && outer.includes(room)) return undefined;
  const other = roomOf(target);
  if (!other) return says('what is outside server/src is not for the server');
  if (rooms.indexOf(other) > rooms.indexOf(room)) return says(`${other} comes after ${room}`);
  if (apart[room]?.includes(other)) return says(`${room} must not know ${other}`);
  const below = target.slice('server/src/'.length);
  if (isRule(path) && ['text', 'syntax'].includes(other) && !knownToRules.includes(below))
    return says('a rule knows no formats and no text');
  return undefined;
}

function forbiddenPackage(room: string, imported: string, says: (why: string) => Violation): Violation | undefined {
  const name = imported.startsWith('@') ? imported.split('/', 2).join('/') : (imported.split('/', 1)[0] ?? imported);
  if (name.startsWith('node:') || builtinModules.includes(name) || name.startsWith('vscode')) {
    return outer.includes(room) ? undefined : says('only cli and lsp know the outside world');
  }
  const allowed = packages[name];
  if (!allowed) return says('the list of packages in server/test/architecture/imports.ts does not have it');
  return allowed.includes(room) ? undefined : says(`it is known to ${allowed.join(', ')} alone`);
}

/** Where a program is put together, which is where the date comes in. How long something takes, `lsp` may measure. */
const startsProgram = /^server\/src\/(cli\/main|lsp\/nodeRuntime|lsp\/main\.browser)\.ts$/;

function readsClock(path: string, text: string): boolean {
  const room = roomOf(path);
  if (room === undefined || startsProgram.test(path)) return false;
  const tellsDate = /\bDate\.now\s*\(|\bnew Date\(\s*\)/.test(text);
  return tellsDate || (!outer.includes(room) && /\bperformance\.now\s*\(/.test(text));
}

function isRule(path: string): boolean {
  return /^server\/src\/rules\/[^/]+\//.test(path);
}

function roomOf(path: string): string | undefined {
  const room = /^server\/src\/([^/]+)\//.exec(path)?.[1];
  return room !== undefined && rooms.includes(room) ? room : undefined;
}

/** Type imports too, which a bundler forgets and a reader does not. */
function importsOf(text: string): string[] {
  const found = [
    ...text.matchAll(
      /(?:^|[;\n])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|(?<!['"])\bimport\s*\(?\s*['"]([^'"]+)['"]/g,
    ),
  ];
  return found.map(([, from, bare]) => from ?? bare ?? '');
}

/** The files that import each other in a circle, types included: one line for each circle. */
export function circles(files: ReadonlyMap<string, string>): readonly Violation[] {
  const imports = new Map(
    [...files].map(([path, text]) => [
      path,
      importsOf(text).flatMap((imported) => {
        const target = posix.join(posix.dirname(path), imported);
        return imported.startsWith('.') && files.has(`${target}.ts`) ? [`${target}.ts`] : [];
      }),
    ]),
  );
  const reaches = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const waiting = [...(imports.get(from) ?? [])];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      waiting.push(...(imports.get(path) ?? []));
    }
    return seen;
  };
  const reached = new Map([...files.keys()].map((path) => [path, reaches(path)]));
  const found = new Set<string>();
  for (const [path, others] of reached) {
    const circle = [...others].filter((other) => reached.get(other)?.has(path)).sort();
    if (others.has(path)) found.add(`these import each other: ${circle.join(', ')}`);
  }
  return [...found];
}

/** Where a cloud is spoken of by code that must carry any cloud. Comments may give examples. */
export function wordsOfClouds(path: string, text: string): readonly Violation[] {
  const room = roomOf(path);
  const knows =
    room === 'catalog' || room === 'rules' || room === 'l10n' || /\/kinds\/(gcp|aws|azure)\/|\.generated\.ts$/.test(path);
  if (room === undefined || knows) return [];
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
  return [...code.matchAll(cloudWords)].map(([word]) => `${path} speaks of a cloud: ${word}`);
}

const cloudWords =
  /google|gcp|\baws\b|amazon|azure|\biam|service_?account|access_?level|allow_?policy|fabric(?!ate)|organizations?\/|projects?\//gi;
