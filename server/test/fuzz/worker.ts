import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { campaigns } from './campaigns';

/** What the script that starts this asks for, and where it reads what is looked at. */
export interface FuzzOrder {
  readonly seed: number;
  /** As `Date.now()` counts. */
  readonly until: number;
  /** Two numbers, how many inputs have been begun and how many bytes the current one has, and then its text. */
  readonly watched: SharedArrayBuffer;
}

const { seed: firstSeed, until, watched } = workerData as FuzzOrder;
const numbers = new Int32Array(watched, 0, 2);
const bytes = new Uint8Array(watched, 8);

function step(input: string): void {
  numbers[1] = new TextEncoder().encodeInto(input, bytes).written;
  Atomics.add(numbers, 0, 1);
}

let seed = firstSeed;
for (; seed === firstSeed || Date.now() < until; seed++) {
  for (const { name, runs, property } of campaigns) {
    // The first seed is gone through in any case: with it, a fault is repeated.
    if (seed !== firstSeed && Date.now() >= until) break;
    parentPort?.postMessage({ kind: 'begun', name, seed });
    const outcome = await fc.check(property(step), { seed, numRuns: runs });
    parentPort?.postMessage({ kind: 'tried', runs: outcome.numRuns });
    if (!outcome.failed) continue;
    const { errorInstance, counterexample } = outcome as fc.RunDetails<[unknown]>;
    const error = errorInstance instanceof Error ? `${errorInstance.stack}\n${errorInstance.cause ?? ''}` : String(errorInstance);
    parentPort?.postMessage({ kind: 'fault', name, seed, input: JSON.stringify(counterexample?.[0]), error });
  }
}
process.exit();
