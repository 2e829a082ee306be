import { beforeEach } from 'node:test';
import { Worker } from 'node:worker_threads';

/**
 * Ends the program of a test that comes to no end, and says which. What counts is the processor's time: on a busy machine a test takes
 * as long as it takes. Only what waits for something that never happens is ended by the clock, after far longer than anything needs.
 */
const limits = { processorSeconds: 120, idleSeconds: 600 };

const longestName = 1024;
const shared = new SharedArrayBuffer(8 + longestName);
const [counter, length] = [0, 1];
const numbers = new Int32Array(shared, 0, 2);
const name = new Uint8Array(shared, 8);

beforeEach((context) => {
  const { written } = new TextEncoder().encodeInto(context.name, name);
  Atomics.store(numbers, length, written);
  Atomics.add(numbers, counter, 1);
});

/** Runs beside the tests, which may never come back to their own event loop. */
const watch = `
  const { workerData: { shared, limits } } = require('node:worker_threads');
  const { writeSync } = require('node:fs');
  const numbers = new Int32Array(shared, 0, 2);
  let last = -1, usedBefore, since;
  const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
  setInterval(() => {
    const now = Atomics.load(numbers, 0);
    if (now !== last) { last = now; usedBefore = used(); since = Date.now(); return; }
    const seconds = { processor: used() - usedBefore, clock: (Date.now() - since) / 1000 };
    if (seconds.processor < limits.processorSeconds && seconds.clock < limits.idleSeconds) return;
    const name = Buffer.from(shared, 8, Atomics.load(numbers, 1)).toString();
    writeSync(2, 'No end of “' + name + '” after ' + Math.round(seconds.processor) + ' s of the processor, ' + Math.round(seconds.clock) + ' s by the clock.\\n');
    process.kill(process.pid, 'SIGKILL');
  }, 500);
`;

new Worker(watch, { eval: true, workerData: { shared, limits } }).unref();
