// Bundles the unit tests and runs them with node's own test runner: `node scripts/unit.mjs [part of a path …]`.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { unitBundle } from './bundling.mjs';

/** A test that hangs fails, in milliseconds. */
const patience = 180_000;

/** Resolves to the number of passed and failed tests. */
export async function runUnitTests(parts = []) {
  const tests = readdirSync('server/test', { recursive: true })
    .map((name) => join('server/test', name))
    .filter((path) => path.endsWith('.test.ts') && (parts.length === 0 || parts.some((part) => path.includes(part))));
  mkdirSync('dist/test', { recursive: true });
  // A folder of its own, so that two runs at once don't take the ground from under each other.
  const outdir = mkdtempSync(join('dist/test', 'unit-'));
  await build({ ...unitBundle, entryPoints: tests, outdir });
  const files = tests.map((path) => join(outdir, path.slice('server/test/'.length).replace(/\.ts$/, '.mjs')));
  // A skipped test, which tells why, has neither passed nor failed.
  const counts = { passed: 0, failed: 0 };
  const stream = run({ files: files.map((file) => join(process.cwd(), file)), concurrency: true, timeout: patience });
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

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failed } = await runUnitTests(process.argv.slice(2));
  process.exitCode = failed > 0 ? 1 : 0;
}
