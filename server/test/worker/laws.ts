import { rules } from '../../src/rules/index.generated';
import { prepareTerraform } from '../../src/syntax/terraform/grammar';
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
outcomesOfAll().then((outcomes) => worker.postMessage(outcomes), reportError);

/** Asks every law of every pair. */
async function outcomesOfAll(): Promise<readonly Outcome[]> {
  await prepareTerraform();
  const outcomes: Outcome[] = [];
  for (const rule of rules) {
    for (const trial of trialsOf(rule, cases[rule.id] ?? [])) outcomes.push(await outcomeOf(trial));
  }
  return outcomes;
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
