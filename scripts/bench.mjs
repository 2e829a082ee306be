// Measures every budget on the built server: `npm run bench -- [--web] [--only <part of a row's name>] … [--json]` (docs/performance.md).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { build } from './build.mjs';
import { node } from './bundling.mjs';
import { root, run } from './run.mjs';

// As it ships.
await build({ minify: true });
mkdirSync(join(root, 'dist/test'), { recursive: true });
const folder = mkdtempSync(join(root, 'dist/test/bench-'));
try {
  const outfile = join(folder, 'main.mjs');
  await bundle({
    ...node,
    absWorkingDir: root,
    entryPoints: ['server/bench/main.ts'],
    outfile,
    format: 'esm',
    // Bundled CommonJS packages ask for `require`.
    banner: {
      js: "import { createRequire as leastwiseRequire } from 'node:module'; const require = leastwiseRequire(import.meta.url);",
    },
  });
  process.exitCode = await run(process.execPath, ['--enable-source-maps', outfile, ...process.argv.slice(2)]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
