// A copy of the sources to try something on that would be wrong in the real ones.
import { cpSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modules } from './generate/modules.mjs';
import { root } from './run.mjs';

/** Returns the folder, which whoever asked for it removes. */
export function copyOfSources() {
  const folder = mkdtempSync(join(tmpdir(), 'leastwise-copy-'));
  for (const name of ['client', 'docs', 'examples', 'l10n', 'schemas', 'scripts', 'server', 'snippets', 'syntaxes'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of ['README.md', 'biome.json', 'package.json', 'package.nls.json', 'package.nls.ko.json', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Makes the lists of rules anew, as `npm run generate` does. */
export function writeLists(folder) {
  for (const [path, text] of modules(folder)) writeFileSync(join(folder, path), text);
}
