// Makes dist/: `node scripts/build.mjs [--minify] [--watch]`.
import { chmodSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle, context } from 'esbuild';
import { browser, browserWorker, node } from './bundling.mjs';
import { root } from './run.mjs';

/** Builds everything that ships and the suite that runs inside VS Code. */
export async function build({ minify = false } = {}) {
  // A source map has no place in the package, and everyone can make their own.
  await Promise.all(bundles.map((options) => bundle({ ...options, absWorkingDir: root, minify, sourcemap: !minify })));
  for (const program of ['dist/server/main.js', 'dist/cli.js']) chmodSync(join(root, program), 0o755);
  removeLeftovers();
}

/** What an earlier build made and this one didn't must not get into the package. Removed at the end: someone may be using the rest. */
function removeLeftovers() {
  const made = bundles.map(({ outfile }) => outfile);
  for (const folder of new Set(made.map(dirname).filter((folder) => folder !== 'dist'))) {
    const names = readdirSync(join(root, folder)).filter((name) => !made.includes(`${folder}/${name.replace(/\.map$/, '')}`));
    for (const name of names) rmSync(join(root, folder, name), { recursive: true });
  }
}

const nodeFile = { ...node, format: 'cjs', external: ['vscode'] };
const extensionInBrowser = { ...browser, format: 'cjs', external: ['vscode'] };

// web-tree-sitter asks for `import.meta.url`, which CommonJS doesn't have.
const nodeProgram = {
  ...nodeFile,
  define: { 'import.meta.url': 'moduleAddress' },
  banner: { js: "#!/usr/bin/env node\nconst moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
};

const bundles = [
  { ...nodeFile, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client/extension.js' },
  { ...extensionInBrowser, entryPoints: ['client/src/extension.browser.ts'], outfile: 'dist/client/extension.browser.js' },
  { ...browser, format: 'iife', entryPoints: ['client/page/main.ts'], outfile: 'dist/client/grantsPage.js' },
  { ...browser, entryPoints: ['client/page/page.css'], outfile: 'dist/client/grantsPage.css' },
  { ...nodeProgram, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server/main.js' },
  { ...nodeProgram, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js' },
  { ...browserWorker, entryPoints: ['server/src/lsp/main.browser.ts'], outfile: 'dist/server/main.browser.js' },
  { ...nodeFile, entryPoints: ['client/test/index.ts'], outfile: 'dist/test/node/index.js' },
  { ...extensionInBrowser, entryPoints: ['client/test/index.ts'], outfile: 'dist/test/web/index.js' },
];

async function watch() {
  // The background task of .vscode/tasks.json waits for these two sentences; with everything built before, the first end is the end.
  const report = {
    name: 'report',
    setup({ onStart, onEnd }) {
      onStart(() => console.log('Build started.'));
      onEnd(() => console.log('Build finished.'));
    },
  };
  await build();
  for (const options of bundles) {
    const watcher = await context({ ...options, absWorkingDir: root, plugins: [report] });
    await watcher.watch();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const flags = process.argv.slice(2);
  if (flags.includes('--watch')) await watch();
  else await build({ minify: flags.includes('--minify') });
}
