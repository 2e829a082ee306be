// `npm test [-- --fast]`: every check there is; the last line is `N passed, N failed`. Works on a fresh clone: packages are imported
// after they are installed.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { run, runPackage } from './run.mjs';

const fast = process.argv.includes('--fast');
// A rule without a Korean twin is told and let through while it is written, and doesn't land.
if (!fast) process.env.LEASTWISE_LANDING = '1';

const everyStep = [
  ['Types', () => program(() => runPackage('typescript/bin/tsc', ['--noEmit']))],
  ['Types of the page', () => program(() => runPackage('typescript/bin/tsc', ['--noEmit', '-p', 'client/page']))],
  ['Formatting and lint', () => program(() => runPackage('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']))],
  ['Generated files', () => program(() => run(process.execPath, ['scripts/generate.mjs', '--check']))],
  ['Build', async () => (await import('./build.mjs')).build({ minify: true })],
  // Before the unit tests, which try our grammar on VS Code's own.
  ['VS Code', async () => void (await (await import('./vscode-host.mjs')).ensureVsCodeHost())],
  ['Unit tests', async () => (await import('./unit.mjs')).runUnitTests()],
  ['Laws in a web worker', async () => (await import('./worker-suite.mjs')).runWorkerSuite()],
  ['VS Code, Node host', async () => (await import('./vscode-suite.mjs')).runVsCodeSuite('node')],
  ['VS Code, web host', async () => (await import('./vscode-suite.mjs')).runVsCodeSuite('web')],
  ['Package', () => checkPackage()],
];
const fastSteps = ['Types', 'Types of the page', 'Formatting and lint', 'Build', 'Unit tests'];

const counts = { passed: 0, failed: 0 };
await step('Installation', ensureInstalled);
// Without its packages nothing else can run.
const steps = counts.failed > 0 ? [] : everyStep.filter(([title]) => !fast || fastSteps.includes(title));
for (const [title, check] of steps) await step(title, check);
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
// VS Code and the test runner may leave handles behind that would keep this process alive.
process.exit(counts.failed > 0 ? 1 : 0);

/** A step is one check, unless it tells how many tests it ran. Whatever goes wrong in one, the others still run. */
async function step(title, check) {
  console.log(`\n── ${title} ──`);
  const start = Date.now();
  let result;
  try {
    result = (await check()) ?? { passed: 1, failed: 0 };
  } catch (error) {
    console.log(error instanceof Error ? (error.stack ?? error.message) : error);
    result = { passed: 0, failed: 1 };
  }
  counts.passed += result.passed;
  counts.failed += result.failed;
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${result.failed > 0 ? '✖' : '✔'} ${title}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`);
}

async function program(start) {
  const code = await start();
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The package installs, is as small as promised, and holds what it should and nothing else. */
async function checkPackage() {
  const { makePackage } = await import('./package.mjs');
  const { installPackage } = await import('./node-host.mjs');
  const { manifest, shippedFiles } = await import('./stage.mjs');
  const path = await makePackage({ quiet: true });
  const megabytes = statSync(path).size / 1024 / 1024;
  if (megabytes > 3) throw new Error(`The package has ${megabytes.toFixed(1)} MB; 3 MB is the most.`);

  const { publisher, name, version } = manifest();
  const { listed, extensions, home } = await installPackage(path);
  try {
    if (!listed.includes(`${publisher}.${name}@${version}`)) throw new Error(`Not among the extensions: ${listed.join(', ')}`);
    const inside = filesBelow(join(extensions, `${publisher}.${name}-${version}`)).filter((file) => file !== '.vsixmanifest');
    // vsce changes the case of some names, and the ending of the licence.
    const wished = shippedFiles().map((file) => (file === 'LICENSE' ? 'license.txt' : file.toLowerCase()));
    const difference = [...inside.filter((file) => !wished.includes(file)), ...wished.filter((file) => !inside.includes(file))];
    if (difference.length > 0) throw new Error(`The package has too much or too little: ${difference.join(', ')}`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function filesBelow(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());
  return names.map((name) => name.replaceAll('\\', '/').toLowerCase());
}
