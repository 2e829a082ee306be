// Writes all that follows from the rules: lists, pages, tables and the settings schema; and the page about Terraform. With --check: writes nothing, names the
// files that differ and ends with 1.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadEngine } from './generate/load.mjs';
import { withRuleSettings, withRuleWords } from './generate/manifest.mjs';
import { modules } from './generate/modules.mjs';
import { pages, withRuleTable } from './generate/pages.mjs';
import { settingsFileSchema } from './generate/settingsSchema.mjs';
import { terraformPages } from './generate/terraformPage.mjs';
import { root as repository } from './run.mjs';

/** Resolves to the files that differ, after making them so unless `check`. */
export async function generate({ root = repository, check = false } = {}) {
  const wanted = await generatedFiles(root);
  const changed = [...wanted].filter(([path, text]) => read(root, path) !== text).map(([path]) => path);
  const stale = ['docs/rules', 'docs/ko/rules'].flatMap((folder) => filesIn(root, folder)).filter((path) => !wanted.has(path));
  if (check) return [...changed, ...stale];
  for (const path of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), wanted.get(path));
  }
  for (const path of stale) rmSync(join(root, path));
  return [...changed, ...stale];
}

/** Path → text of every file that is generated, wholly or in part. */
async function generatedFiles(root) {
  const lists = modules(root);
  const engine = await loadEngine(root, lists);
  const readme = read(root, 'README.md');
  const manifest = withRuleSettings(read(root, 'package.json'), engine.rules);
  const words = withRuleWords(read(root, 'package.nls.json'), engine.rules, english);
  return new Map([
    ...lists,
    ...pages(engine),
    ...terraformPages(engine),
    ...(readme === undefined ? [] : [['README.md', withRuleTable(readme, engine)]]),
    ['package.json', manifest],
    ['package.nls.json', words],
    ['package.nls.ko.json', withRuleWords(read(root, 'package.nls.ko.json'), engine.rules, koreanWords(engine.korean))],
    ['schemas/leastwise.schema.json', settingsFileSchema(manifest, words, engine.rules)],
  ]);
}

const english = {
  area: (area) => `Every rule whose id begins with \`${area}/\`.`,
  rule: ({ summary }) => summary,
};

function koreanWords(korean) {
  return {
    area: (area) => `ID가 \`${area}/\` 접두사로 시작하는 모든 규칙.`,
    rule: ({ id, summary }) => korean[id]?.summary ?? summary,
  };
}

function read(root, path) {
  // A checkout on Windows may have CRLF; what is compared and written is LF.
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n') : undefined;
}

function filesIn(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/'));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const check = process.argv.includes('--check');
  const files = await generate({ check });
  if (check && files.length > 0)
    console.error(`Not what the rules say; run “npm run generate”:\n${files.map((file) => `  ${file}`).join('\n')}`);
  else for (const file of files) console.log(`wrote ${file}`);
  process.exitCode = check && files.length > 0 ? 1 : 0;
}
