// Looks for faults with inputs that nobody has written: `node scripts/fuzz.mjs [--minutes N] [--seed S]`. With the seed that
// a fault was told with, it comes again at once.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { unitBundle } from './bundling.mjs';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const minutes = Number(values.minutes);
if (!Number.isInteger(seed) || !(minutes > 0)) {
  console.error('Usage: npm run fuzz -- [--minutes N] [--seed S]');
  process.exit(2);
}

/**
 * What takes longer than this for one input hangs. What counts is the processor's time, of which the longest inputs take some hundred
 * milliseconds; only what waits for something that never happens is ended by the clock.
 */
const patience = { processorSeconds: 60, idleSeconds: 600 };

mkdirSync('dist/test', { recursive: true });
const outdir = mkdtempSync(join('dist/test', 'fuzz-'));
await build({ ...unitBundle, entryPoints: ['server/test/fuzz/worker.ts'], outdir });
const watched = new SharedArrayBuffer(8 + 1024 * 1024);
const [faults, tried] = await run();
rmSync(outdir, { recursive: true, force: true });
console.log(`\n${tried} inputs, ${faults} ${faults === 1 ? 'fault' : 'faults'}.`);
process.exit(faults > 0 ? 1 : 0);

/** Resolves to the number of faults and of inputs. */
function run() {
  return new Promise((done) => {
    const until = Date.now() + minutes * 60_000;
    const worker = new Worker(resolve(outdir, 'fuzz/worker.mjs'), { workerData: { seed, until, watched }, stdout: true });
    let current = '';
    let faults = 0;
    let tried = 0;
    const tell = (name, at, input, why) => {
      faults++;
      console.log(`\n✖ ${name}\n  again: npm run fuzz -- --seed ${at}\n  input: ${input}\n${why}`);
    };
    worker.on('message', (told) => {
      if (told.kind === 'begun') current = told;
      if (told.kind === 'tried') tried += told.runs;
      if (told.kind === 'fault') tell(told.name, told.seed, told.input, told.error);
    });
    worker.on('error', (error) => tell(current.name, current.seed, lookedAt(), error.stack));
    const watchdog = watch(({ processor, clock }) => {
      const spent = `${Math.round(processor)} s of the processor, ${Math.round(clock)} s by the clock`;
      tell(current.name, current.seed, lookedAt(), `  hangs: no end after ${spent}`);
      worker.terminate();
    });
    worker.on('exit', () => {
      clearInterval(watchdog);
      done([faults, tried]);
    });
  });
}

/** Calls `bark` when the same input is looked at for too long. */
function watch(bark) {
  const numbers = new Int32Array(watched, 0, 2);
  let last = -1;
  let since = Date.now();
  let usedBefore = process.cpuUsage();
  return setInterval(() => {
    const now = Atomics.load(numbers, 0);
    if (now === last) {
      const { user, system } = process.cpuUsage(usedBefore);
      const spent = { processor: (user + system) / 1e6, clock: (Date.now() - since) / 1000 };
      if (spent.processor > patience.processorSeconds || spent.clock > patience.idleSeconds) bark(spent);
      return;
    }
    last = now;
    since = Date.now();
    usedBefore = process.cpuUsage();
  }, 1000);
}

function lookedAt() {
  const [, length] = new Int32Array(watched, 0, 2);
  return Buffer.from(watched, 8, length).toString();
}
