// Does the harness catch real faults? Plants each fault of mutants/*.mjs in a copy of the sources, one at a time, and runs the
// check that should see it: `node scripts/mutants.mjs [part of a name …]`. Ends with 1 when one goes unseen, is seen by something
// else than it says, or no longer fits the sources.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { architecture } from './mutants/architecture.mjs';
import { grantsInChange } from './mutants/changes.mjs';
import { engine } from './mutants/engine.mjs';
import { formats } from './mutants/formats.mjs';
import { grants } from './mutants/grants.mjs';
import { identity } from './mutants/identity.mjs';
import { keystrokes } from './mutants/keystrokes.mjs';
import { kinds } from './mutants/kinds.mjs';
import { reach } from './mutants/reach.mjs';
import { rules } from './mutants/rules.mjs';
import { strings } from './mutants/strings.mjs';
import { terraform } from './mutants/terraform.mjs';
import { words } from './mutants/words.mjs';
import { copyOfSources, writeLists } from './sourcesCopy.mjs';

/**
 * A fault. `replace`: `from` stands in `file` exactly once. `remove` takes the file away and `add` makes one; both generate the
 * lists of rules anew. `expect`: 'compiler', or a part of the name of a test that fails. `tests`: the parts of paths to run.
 * @typedef {{ name: string, file: string, replace?: [from: string, to: string], remove?: true, add?: string, expect: string, tests?: string[] }} Mutant
 */

const stale = Symbol('stale');
// As strict as `npm test`.
process.env.LEASTWISE_LANDING = '1';
const asked = process.argv.slice(2);
const mutants = [
  ...formats,
  ...strings,
  ...terraform,
  ...engine,
  ...identity,
  ...keystrokes,
  ...kinds,
  ...reach,
  ...rules,
  ...grants,
  ...grantsInChange,
  ...words,
  ...architecture,
].filter(({ name }) => asked.length === 0 || asked.some((part) => name.includes(part)));

/** Resolves to the number of faults that were not caught as they should be, and of tests that fail anyway. */
async function plantAll() {
  const already = await failingAlready();
  for (const name of already) console.log(`✖ fails without any fault: ${name}`);
  const longest = Math.max(...mutants.map(({ name }) => name.length));
  let failed = 0;
  for (const mutant of mutants) {
    const { ok, says } = await plant(mutant, already);
    if (!ok) failed++;
    console.log(`${ok ? '✔' : '✖'} ${mutant.name.padEnd(longest)}  ${says}`);
  }
  console.log(`\n${mutants.length - failed} of ${mutants.length} faults caught`);
  return failed + already.size;
}

/** What fails without any fault, which proves nothing about faults. */
async function failingAlready() {
  const parts = new Set(mutants.flatMap((mutant) => (mutant.expect === 'compiler' ? [] : testsOf(mutant))));
  const compiler = mutants.some(({ expect }) => expect === 'compiler') ? await compile() : [];
  return new Set([...compiler, ...(parts.size > 0 ? await failingTests([...parts]) : [])]);
}

/** Plants one fault, looks, and takes it back. */
async function plant(mutant, already) {
  const path = join(copy, mutant.file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const after = mutated(mutant, before);
  if (after === stale) return { ok: false, says: `stale: ${mutant.file} doesn’t have the text exactly once` };
  try {
    if (after === undefined) rmSync(path);
    else writeFileSync(path, after);
    if (!mutant.replace) writeLists(copy);
    const failing = mutant.expect === 'compiler' ? await compile() : await failingTests(testsOf(mutant));
    return judged(
      mutant,
      failing.filter((name) => !already.has(name)),
    );
  } finally {
    if (before === undefined) rmSync(path, { force: true });
    else writeFileSync(path, before);
    if (!mutant.replace) writeLists(copy);
  }
}

/** The file's text with the fault; undefined when the fault is that it is missing. */
function mutated({ replace, remove, add }, before) {
  if (remove) return before === undefined ? stale : undefined;
  if (add !== undefined) return before === undefined ? add : stale;
  const [from, to] = replace;
  const parts = before?.split(from) ?? [];
  return parts.length === 2 ? parts.join(to) : stale;
}

function judged({ expect }, failing) {
  if (failing.length === 0) return { ok: false, says: 'NOT CAUGHT' };
  const expected = expect === 'compiler' ? failing : failing.filter((name) => name.includes(expect));
  if (expected.length === 0) return { ok: false, says: `caught, but by: ${failing[0]}` };
  const tests = `${failing.length} ${failing.length === 1 ? 'test' : 'tests'}: ${expected[0]}`;
  return { ok: true, says: expect === 'compiler' ? `compiler: ${failing[0]}` : tests };
}

/** A fault of one rule is to be seen by the laws of that rule. */
function testsOf({ file, tests }) {
  const [, id] = /^server\/src\/(?:rules|l10n\/ko)\/([\w-]+\/[\w-]+)\.ts$/.exec(file) ?? [];
  if (tests) return tests;
  return [id ? `--rule=${id}` : 'rules.test'];
}

async function compile() {
  const { code, text } = await outputOf(['node_modules/typescript/bin/tsc', '--noEmit', '--skipLibCheck']);
  return code === 0 ? [] : text.split('\n').filter((line) => line.includes('error TS'));
}

/** The names of the tests that fail; a bundle that can't be made is one more. */
async function failingTests(parts) {
  const { code, text } = await outputOf(['scripts/unit.mjs', ...parts]);
  if (code === 0) return [];
  const names = [...text.matchAll(/^\s*✖ (?!failing tests:)(.*?)(?: \([\d.]+ms\))?(?: #.*)?$/gm)].map(([, name]) => name);
  return names.length > 0 ? [...new Set(names)] : [text.trim().split('\n').at(-1) ?? 'the tests did not run'];
}

async function outputOf(args) {
  const child = spawn(process.execPath, args, { cwd: copy });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, text };
}

// Whoever types in an editor meanwhile comes first.
setPriority(constants.priority.PRIORITY_LOW);
const copy = copyOfSources();
try {
  process.exitCode = (await plantAll()) > 0 ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
