// Makes dist/: `node scripts/build.mjs [--minify] [--watch]`.
import { chmodSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build as bundle, context } from 'esbuild';
import { browser, node } from './bundling.mjs';
import { root } from './run.mjs';

/** Builds everything that ships and the suite that runs inside VS Code. */
export async function build({ minify = false } = {}) {
  for (const folder of ['dist/client', 'dist/server', 'dist/cli.js', 'dist/test/node', 'dist/test/web']) {
    rmSync(`${root}${folder}`, { recursive: true, force: true });
  }
  // A source map has no place in the package, and everyone can make their own.
  await Promise.all(bundles.map((options) => bundle({ ...options, absWorkingDir: root, minify, sourcemap: !minify })));
  for (const program of ['dist/server/main.js', 'dist/cli.js']) chmodSync(`${root}${program}`, 0o755);
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
  { ...nodeProgram, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server/main.js' },
  { ...nodeProgram, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js' },
  {
    ...browser,
    format: 'iife',
    entryPoints: ['server/src/lsp/main.browser.ts'],
    outfile: 'dist/server/main.browser.js',
    define: { 'import.meta.url': 'self.location.href' },
    // Asked for by web-tree-sitter where it finds itself in Node, never in a worker.
    external: ['module', 'fs/promises', 'node:*'],
  },
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
