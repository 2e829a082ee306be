// Bundles the unit tests and runs them with node's own test runner: `node scripts/unit.mjs [part of a path …]`. The laws of the rules
// are further programs of a few rules each, below `rules.test/`. With `--rule <id>`, as often as wished, those of this rule alone, and the
// tests that it has besides.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { unitBundle } from './bundling.mjs';
import { ruleIds } from './generate/modules.mjs';

/**
 * Resolves to the number of passed and failed tests. What has no end is ended by `server/test/watchdog.ts`, test by test; a file as a
 * whole may take as long as it likes, or the laws could not grow.
 */
export async function runUnitTests({ parts = [], rules = [] } = {}) {
  const all = parts.length > 0 || rules.length === 0 ? [...testFiles(), ...programsOfAllRules()] : [];
  const programs = [...all.filter(isAsked(parts)), ...programsOfRules(rules)];
  if (programs.length === 0) throw new Error(`No test has a part of this name in its path: ${[...parts, ...rules].join(', ')}`);
  mkdirSync('dist/test', { recursive: true });
  // A folder of its own, so that two runs at once don't take the ground from under each other.
  const outdir = mkdtempSync(join('dist/test', 'unit-'));
  await build({
    ...unitBundle,
    entryPoints: programs.map(({ name, entry }) => ({ in: entry, out: name })),
    outdir,
    inject: ['server/test/watchdog.ts'],
    plugins: [...unitBundle.plugins, lawsOfRules],
  });
  const files = programs.map(({ name }) => join(process.cwd(), outdir, `${name}.mjs`));
  // A skipped test, which tells why, has neither passed nor failed.
  const counts = { passed: 0, failed: 0 };
  const stream = run({ files, concurrency: true });
  stream.on('test:pass', ({ details, skip }) => {
    if (details?.type !== 'suite' && skip === undefined) counts.passed++;
  });
  stream.on('test:fail', ({ details }) => {
    if (details?.type !== 'suite') counts.failed++;
  });
  const report = stream.compose(spec);
  report.pipe(process.stdout);
  await new Promise((resolve) => report.on('end', resolve));
  rmSync(outdir, { recursive: true, force: true });
  return counts;
}

function isAsked(parts) {
  return ({ name }) => parts.length === 0 || parts.some((part) => `server/test/${name}.ts`.includes(part));
}

function testFiles() {
  return readdirSync('server/test', { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => ({ name: path.slice(0, -'.ts'.length), entry: join('server/test', path) }));
}

/** A program starts in half a second of the processor, and the slowest decides when all are done. */
const rulesOfProgram = 6;

function programsOfAllRules() {
  const ids = ruleIds('.');
  const areas = [...new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))];
  return areas.flatMap((area) => {
    const own = ids.filter((id) => id.startsWith(`${area}/`));
    return Array.from({ length: Math.ceil(own.length / rulesOfProgram) }, (_, index) => {
      const some = own.slice(index * rulesOfProgram, (index + 1) * rulesOfProgram);
      return { name: `rules.test/${area}-${index + 1}`, entry: entryOf(some) };
    });
  });
}

function programsOfRules(rules) {
  const known = new Set(ruleIds('.'));
  const unknown = rules.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new Error(`There is no rule ${unknown.join(', ')}.`);
  const besides = testFiles().filter(({ name }) => rules.some((id) => name === `rules/${id}.test`));
  return [...rules.map((id) => ({ name: `rules.test/${id}`, entry: entryOf([id]) })), ...besides];
}

const prefix = 'laws:';

function entryOf(ids) {
  return prefix + ids.join(',');
}

/** A program that asks the laws of some rules is nothing but that call. */
const lawsOfRules = {
  name: 'laws of rules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^laws:/ }, ({ path }) => ({ path: path.slice(prefix.length), namespace: 'laws' }));
    onLoad({ filter: /.*/, namespace: 'laws' }, ({ path }) => ({
      contents: `import { askLaws } from './server/test/laws/askedOfRules';\nawait askLaws(${JSON.stringify(path.split(','))});\n`,
      resolveDir: process.cwd(),
    }));
  },
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({ options: { rule: { type: 'string', multiple: true } }, allowPositionals: true });
  const { failed } = await runUnitTests({ parts: positionals, rules: values.rule });
  process.exitCode = failed > 0 ? 1 : 0;
}
