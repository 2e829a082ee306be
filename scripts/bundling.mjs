// What every bundle of the project has in common.
import { resolve } from 'node:path';

export const common = {
  bundle: true,
  // jsonc-parser's `main` is UMD, which esbuild can't follow.
  mainFields: ['module', 'main'],
  loader: { '.wasm': 'binary' },
  sourcemap: true,
  logLevel: 'warning',
};

export const node = { ...common, platform: 'node', target: 'node20' };

/** VS Code for the web: the extension host and the language server each run in a worker. */
export const browser = { ...common, platform: 'browser', target: 'chrome114', mainFields: ['browser', 'module', 'main'] };

/** The tests' own way to fast-check, which fixes the seed. */
const seeded = {
  name: 'seeded',
  setup(build) {
    const path = resolve('server/test/fastCheck.ts');
    build.onResolve({ filter: /^fast-check$/ }, ({ importer }) => (importer === path ? undefined : { path }));
  },
};

/** Tests, whose paths below `server/test` are kept. */
export const unitBundle = {
  ...node,
  outbase: 'server/test',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  external: ['@cdktn/hcl2json', 'esbuild'],
  plugins: [seeded],
  // Bundled CommonJS packages ask for `require`.
  banner: {
    js: "import { createRequire as leastwiseRequire } from 'node:module'; const require = leastwiseRequire(import.meta.url);",
  },
};

/** A program that is a worker by itself, as the language server is there. */
export const browserWorker = {
  ...browser,
  format: 'iife',
  define: { 'import.meta.url': 'self.location.href' },
  // Asked for by web-tree-sitter where it finds itself in Node, never in a worker.
  external: ['module', 'fs/promises', 'node:*'],
};
