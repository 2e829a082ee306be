import type { Runner, Test } from 'mocha';

/** Marks the suite's own lines among everything that VS Code and other extensions write to the same log. */
const mark = '[suite] ';

/** One line for each test and, at the end, `N passed, N failed`. */
export function report(runner: Runner) {
  let passed = 0;
  let failed = 0;
  runner.on('pass', (test: Test) => {
    passed++;
    say(`✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
  });
  runner.on('fail', (test: Test, error: unknown) => {
    failed++;
    say(`✖ ${test.fullTitle()}\n${error instanceof Error ? error.stack : String(error)}`);
  });
  runner.on('end', () => say(`${passed} passed, ${failed} failed`));
}

/** Writes lines of the suite's own. */
export function say(text: string) {
  for (const line of text.split('\n')) console.log(mark + line);
}
