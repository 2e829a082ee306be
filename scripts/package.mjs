// Makes leastwise-<version>.vsix: `npm run package`.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { npm, root } from './run.mjs';
import { manifest } from './stage.mjs';

/** Resolves to the path of the package. */
export async function makePackage(options) {
  const { build } = await import('./build.mjs');
  await build({ minify: true });
  const { name, version } = manifest();
  const path = join(root, `${name}-${version}.vsix`);
  // Fetched when it is needed: it is larger than all other packages together, and nobody needs it day to day.
  const vsce = ['exec', '--yes', '--', '@vscode/vsce@3.9.2', 'package', '--no-dependencies', '--out', path];
  // Without a repository's address there is nothing that links could be rewritten to.
  await npm([...vsce, '--allow-missing-repository', '--no-rewrite-relative-links'], options);
  return path;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureInstalled();
  const path = await makePackage();
  console.log(`${path} (${Math.ceil(statSync(path).size / 1024)} kB)`);
}
