// Runs the engine's own code from its sources, with the generated modules as they are about to be.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { node } from '../bundling.mjs';

const entry = `
export { rules } from './server/src/rules/index.generated';
export { korean } from './server/src/l10n/ko/index.generated';
export { wordsOf } from './server/src/l10n/localize';
export { ruleDocumentation } from './server/src/features/ruleDocumentation';
export { functions } from './server/src/workspace/terraform/functions';
export { unforeseen } from './server/src/workspace/terraform/functions/unforeseen';
`;

/** Resolves to what `entry` exports. `modules` is path → text and wins over the files. */
export async function loadEngine(root, modules) {
  const { outputFiles } = await build({
    ...node,
    absWorkingDir: root,
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    format: 'esm',
    sourcemap: false,
    write: false,
    plugins: [inMemory(root, modules)],
    banner: {
      js: "import { createRequire as leastwiseRequire } from 'node:module'; const require = leastwiseRequire(import.meta.url);",
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'leastwise-generate-'));
  try {
    writeFileSync(join(folder, 'engine.mjs'), outputFiles[0].contents);
    return await import(pathToFileURL(join(folder, 'engine.mjs')).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inMemory(root, modules) {
  const byPath = new Map([...modules].map(([path, text]) => [join(root, path), text]));
  return {
    name: 'generated modules',
    setup(building) {
      building.onResolve({ filter: /\.generated$/ }, ({ path, resolveDir }) => {
        const file = join(resolveDir, `${path}.ts`);
        return byPath.has(file) ? { path: file } : undefined;
      });
      building.onLoad({ filter: /\.generated\.ts$/ }, ({ path }) => {
        const contents = byPath.get(path);
        return contents === undefined ? undefined : { contents, loader: 'ts' };
      });
    },
  };
}
