import { rules } from '../../src/rules/index.generated';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { cases } from '../cases.generated';
import { type Trial, trialsOf } from '../laws/trials';

/** What became of a trial. One that was skipped has neither passed nor failed. */
export interface Outcome {
  readonly name: string;
  readonly result: 'passed' | 'skipped' | 'failed';
  /** Why it failed. */
  readonly error?: string;
}

const worker = self as unknown as DedicatedWorkerGlobalScope;

// Reported, an error reaches the page; a promise that nobody waits for wouldn't tell it.
askAll().then(() => worker.postMessage(undefined), reportError);

/** Asks every law of every pair, and tells each outcome as it comes. */
async function askAll(): Promise<void> {
  await prepareTerraform();
  for (const rule of rules) {
    for (const trial of trialsOf(rule, cases[rule.id] ?? [])) worker.postMessage(await outcomeOf(trial));
  }
}

async function outcomeOf({ name, run }: Trial): Promise<Outcome> {
  let skipped = false;
  try {
    await run(() => {
      skipped = true;
    });
  } catch (error) {
    return { name, result: 'failed', error: error instanceof Error ? error.message : String(error) };
  }
  return { name, result: skipped ? 'skipped' : 'passed' };
}
