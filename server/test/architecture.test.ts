import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { circles, violations, wordsOfClouds } from './architecture/imports';

test('imports flow one way', () => {
  const files = [...sources('server/src'), ...sources('client/src')];
  assert.ok(files.length > 0, 'run from the repository’s top folder');
  assert.deepEqual(violations(new Map(files)), []);
});

test('nothing imports itself by a detour, types included', () => {
  assert.deepEqual(circles(new Map(sources('server/src'))), []);
  const circle = new Map([
    ['server/src/lint/a.ts', "import type { B } from './b';"],
    ['server/src/lint/b.ts', "import { c } from './c';"],
    ['server/src/lint/c.ts', "import { a } from './a';"],
    ['server/src/lint/d.ts', "import { a } from './a';"],
  ]);
  assert.deepEqual(circles(circle), [
    'these import each other: server/src/lint/a.ts, server/src/lint/b.ts, server/src/lint/c.ts',
  ]);
});

test('only syntax knows how a long list is kept', () => {
  const knowing = (path: string, text: string) =>
    !path.startsWith('server/src/syntax/') && /\broot\.(?:items?|formerItems)\b/.test(text);
  assert.deepEqual(
    sources('server/src').flatMap(([path, text]) => (knowing(path, text) ? [path] : [])),
    [],
  );
  assert.ok(knowing('server/src/kinds/gcp/access-level/read.ts', 'if (root.item) return [];'));
});

test('rooms that carry any cloud speak of none', () => {
  assert.deepEqual(
    sources('server/src').flatMap(([path, text]) => wordsOfClouds(path, text)),
    [],
  );
  const told = (path: string, text: string) => wordsOfClouds(`server/src/${path}`, text).length;
  assert.equal(told('features/hover.ts', "if (policy.kind === 'gcp.allowPolicy') return;"), 2);
  assert.equal(told('workspace/index/facts.ts', 'const types = /^google_/;'), 1);
  assert.equal(told('features/hover.ts', '// Such as google_project.\nreturn undefined;'), 0);
  assert.equal(told('kinds/gcp/members/member.ts', "const type = 'google_service_account';"), 0);
});

const planted: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'a rule that imports the editor’s library': [
    'rules/area/rule.ts',
    "import { DiagnosticSeverity } from 'vscode-languageserver';",
  ],
  'syntax that imports rules': ['syntax/tree.ts', "import { rules } from '../rules/index.generated';"],
  'a type import upwards': ['kinds/gcp/member.ts', "import type { Rule } from '../../rules/rule';"],
  'a re-export upwards': ['lint/lint.ts', "export * from '../features/hover';"],
  'an import over several lines': ['lint/lint.ts', "import {\n  hover,\n} from '../features/hover';"],
  'a late import': ['features/hover.ts', "const later = () => import('../lsp/toLsp');"],
  'an import for its effects': ['text/range.ts', "import '../catalog/roles';"],
  'lsp that knows cli': ['lsp/main.ts', "import { print } from '../cli/print';"],
  'cli that knows lsp': ['cli/main.ts', "import { toLsp } from '../lsp/toLsp';"],
  'the file system': ['workspace/scope.ts', "import { readFileSync } from 'node:fs';"],
  'the file system by its old name': ['workspace/scope.ts', "import { readFile } from 'fs/promises';"],
  'a parser outside syntax': ['kinds/gcp/member.ts', "import { parse } from 'yaml';"],
  'a package that nobody knows': ['lint/lint.ts', "import { chunk } from 'lodash';"],
  'a rule that knows a format': ['rules/area/rule.ts', "import { jsonFormat } from '../../syntax/json/format';"],
  'a rule that knows text': ['rules/area/rule.ts', "import type { TextEdit } from '../../text/edit';"],
  'a session with a clock of its own': ['lsp/session.ts', 'const now = () => new Date();'],
  'a rule that reads the clock': ['rules/area/rule.ts', 'export const now = new Date();'],
  'the server that knows the tests': ['lint/lint.ts', "import { laws } from '../../test/laws/laws';"],
  'a version that the engine looks up': ['lint/lint.ts', "import { version } from '../../../package.json';"],
  'a file that stands in no room': ['common/strings.ts', "import { range } from '../text/range';"],
};

for (const [what, [path, text]] of Object.entries(planted)) {
  test(`${what} is told`, () => assert.equal(violations(new Map([[`server/src/${path}`, text]])).length, 1));
}

test('a client that knows the server is told', () => {
  const text = "import { rules } from '../../server/src/rules/index.generated';";
  assert.equal(violations(new Map([['client/src/extension.ts', text]])).length, 1);
});

test('what the picture has is left alone', () => {
  const allowed: readonly (readonly [string, string])[] = [
    ['server/src/rules/area/rule.ts', "import { copyOf } from '../../syntax/treeEdit';\nimport { defineRule } from '../rule';"],
    ['server/src/features/hover/hover.ts', "import { localize } from '../l10n/localize';"],
    [
      'server/src/lsp/main.ts',
      "import { createConnection } from 'vscode-languageserver/node';\nimport { lint } from '../lint/lint';",
    ],
    [
      'server/src/cli/main.ts',
      "import { readFileSync } from 'node:fs';\nimport { version } from '../../../package.json';\nconst now = new Date();",
    ],
    ['server/src/syntax/yaml/format.ts', "import { parseDocument } from 'yaml';\nimport { shift } from '../../text/range';"],
  ];
  assert.deepEqual(violations(new Map(allowed)), []);
});

function sources(folder: string): (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => [path, readFileSync(path, 'utf8')] as const);
}
