import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Figures, Row } from '../row';
import { typingTasks } from '../typingTasks';

/** The built server as a web worker in Chromium, which has the same budgets as a process. */
export const workerRows: readonly Row[] = [
  ...typingTasks
    .filter(({ where }) => where !== 'anywhere')
    .map(({ name, budget }): Row => ({ name, budget, unit: 'ms', measure: () => inPage('typing', name) })),
  { name: 'index of 2,500 .tf files', budget: 4, unit: 's', measure: () => inPage('index', 2_500) },
];

/** The browser's name and version. */
export function browserName(): Promise<string> {
  return withPage(async (page) => `Chromium ${page.context().browser().version()}`);
}

/** A page of its own, so that no row depends on what ran before it. */
function inPage(what: 'typing' | 'index', wish: string | number): Promise<Figures> {
  return withPage((page) => page.evaluate(`bench.${what}(${JSON.stringify(wish)})`));
}

/** What is used of playwright's page, whose own types need the library of the browser's page. */
interface Page {
  evaluate(expression: string): Promise<Figures>;
  context(): { browser(): { version(): string } };
}

async function withPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const { withWorkerPage } = await import(pathToFileURL(resolve('scripts/worker-page.mjs')).href);
  return withWorkerPage({ programs: { page: 'server/bench/page.ts' } }, use);
}
