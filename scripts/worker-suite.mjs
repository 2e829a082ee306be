// The laws in a web worker of a real browser: `node scripts/worker-suite.mjs` after a build. The engine keeps all of them there,
// and of every pair the built server says as a worker what it says as a process.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import hcl2json from '@cdktn/hcl2json';
import { build } from 'esbuild';
import { unitBundle } from './bundling.mjs';
import { root } from './run.mjs';
import { withWorkerPage } from './worker-page.mjs';

/** In milliseconds. However many laws there are, no two answers are this far from each other on the busiest machine. */
const patience = 600_000;

/** Resolves to the number of passed and failed tests; what is as it should be is not told. */
export async function runWorkerSuite() {
  const outcomes = await withWorkerPage({ programs, options: withoutNode, answer: parseTerraform }, async (page) => {
    const progress = () => page.evaluate('suite.progress');
    const laws = await whileItGoesOn('the laws', page.evaluate('suite.laws()'), progress);
    const answers = await whileItGoesOn('the server', page.evaluate('suite.answers()'), progress);
    return [...laws, ...comparison(answers, await answersOfProcess())];
  });
  const failed = outcomes.filter(({ result }) => result === 'failed');
  for (const { name, error } of failed) console.log(`  ✖ ${name}\n    ${error.replaceAll('\n', '\n    ')}`);
  return { passed: outcomes.filter(({ result }) => result === 'passed').length, failed: failed.length };
}

const programs = { page: 'server/test/worker/page.ts', laws: 'server/test/worker/laws.ts' };

/** What the laws need of Node, by other means. */
const withoutNode = {
  alias: { 'node:assert/strict': './server/test/worker/assert.ts' },
  plugins: [
    {
      name: 'hcl2json',
      setup({ onResolve }) {
        onResolve({ filter: /\/hcl2json$/ }, () => ({ path: join(root, 'server/test/worker/hcl2json.ts') }));
      },
    },
  ],
};

/** HashiCorp's own parser, for the laws that ask a second one. */
async function parseTerraform(path, response, request) {
  if (path !== '/hcl2json') return response.writeHead(404).end();
  const { name, text } = await json(request);
  try {
    response.end(JSON.stringify(await hcl2json.parse(name, text)));
  } catch (error) {
    response.writeHead(422).end(error instanceof Error ? error.message : String(error));
  }
}

/** What comes no further fails. */
async function whileItGoesOn(what, answer, progress) {
  let timer;
  let reached;
  const stop = new Promise((_, reject) => {
    const look = async () => {
      const now = await progress().catch(() => undefined);
      if (now === reached) reject(new Error(`In the worker, ${what} came no further than ${now} answers.`));
      reached = now;
    };
    timer = setInterval(look, patience);
  });
  return Promise.race([answer, stop]).finally(() => clearInterval(timer));
}

async function answersOfProcess() {
  mkdirSync(join(root, 'dist/test'), { recursive: true });
  const folder = mkdtempSync(join(root, 'dist/test/worker-node-'));
  try {
    await build({ ...unitBundle, absWorkingDir: root, entryPoints: ['server/test/worker/node.ts'], outdir: folder });
    return await (await import(pathToFileURL(join(folder, 'worker/node.mjs')).href)).answersOfProcess();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function comparison(inWorker, inProcess) {
  assert.equal(inWorker.length, inProcess.length);
  return inWorker.flatMap((answer, index) => [
    outcome(`${answer.name} · the built worker tells the rule at «»`, () => assert.deepEqual(answer.told, answer.marks)),
    outcome(`${answer.name} · the built worker says what the process says`, () => assert.deepEqual(answer, inProcess[index])),
  ]);
}

function outcome(name, check) {
  try {
    check();
    return { name, result: 'passed' };
  } catch (error) {
    return { name, result: 'failed', error: error.message };
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { passed, failed } = await runWorkerSuite();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
