// Can the tests grow? Adds copies of a rule to a copy of the sources and runs all unit tests there: `node scripts/grow.mjs [copies] [id]`.
// The rule must be one that only advises: what is of warning or above would be found besides the others' examples, which is a fault.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { copyOfSources } from './sourcesCopy.mjs';

const [copies = '120', id = 'access-level/ambiguous-negate'] = process.argv.slice(2);
const folder = copyOfSources();
try {
  for (let number = 1; number <= Number(copies); number++) addCopy(`${id}-${number}`);
  const generated = await run(process.execPath, ['scripts/generate.mjs'], { cwd: folder });
  if (generated !== 0) throw new Error('The lists could not be generated.');
  const start = Date.now();
  const code = await run(process.execPath, ['scripts/unit.mjs'], { cwd: folder });
  console.log(`\n${copies} copies of ${id}: ${code === 0 ? 'green' : 'red'} after ${Math.round((Date.now() - start) / 1000)} s`);
  process.exitCode = code;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function addCopy(copy) {
  for (const path of ['server/src/rules', 'server/src/l10n/ko']) {
    for (const ending of ['.ts', '.cases.ts']) {
      const original = join(folder, path, id + ending);
      if (existsSync(original))
        writeFileSync(join(folder, path, copy + ending), readFileSync(original, 'utf8').replaceAll(id, copy));
    }
  }
}
