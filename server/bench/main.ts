// Measures every budget: `npm run bench -- [--web] [--only <part of a row's name>] … [--json]`. Ends with 0 whatever the figures are.
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Figures, Row } from './row';
import { commandLineRows } from './rows/commandLine';
import { computedRows } from './rows/computed';
import { derivedRows } from './rows/derived';
import { firstKeystrokeRows } from './rows/firstKeystrokes';
import { productRows } from './rows/product';
import { longPolicyRows, requestRows } from './rows/requests';
import { shownRows } from './rows/shown';
import { otherFileRows, typingRows } from './rows/typing';
import { browserName, workerRows } from './rows/worker';
import { workspaceRows } from './rows/workspace';
import { tableLine, tableTop, verdict } from './table';

const processRows: readonly Row[] = [
  ...typingRows,
  ...firstKeystrokeRows,
  ...shownRows,
  ...requestRows,
  ...longPolicyRows,
  ...computedRows,
  ...workspaceRows,
  ...derivedRows,
  ...commandLineRows,
  ...productRows,
  ...otherFileRows,
];

const { values } = parseArgs({
  options: {
    web: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  },
});
const rows = values.web ? workerRows : processRows;
const chosen = rows.filter(({ name }) => values.only.length === 0 || values.only.some((part) => name.includes(part)));
const machine = {
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  runtime: values.web ? await browserName() : `Node ${process.version}`,
  // Of the last minute, before anything is measured: what else ran spoils the figures.
  load: (loadavg()[0] ?? 0).toFixed(1),
};

if (values.json) {
  const results: object[] = [];
  for (const row of chosen) {
    const figures = await figuresOf(row);
    results.push({ ...row, ...figures, verdict: verdict(row, figures) });
  }
  console.log(JSON.stringify({ machine, rows: results }, null, 2));
} else {
  console.log(`${machine.processor}, ${machine.cores} cores, ${machine.memory}, ${machine.runtime}, load ${machine.load}\n`);
  console.log(tableTop(chosen));
  for (const row of chosen) console.log(tableLine(row, await figuresOf(row), chosen));
}

/** A row that can't be measured says why; the others are measured all the same. */
async function figuresOf(row: Row): Promise<Figures> {
  try {
    return await row.measure();
  } catch (error) {
    return { p50: Number.NaN, p95: Number.NaN, samples: 0, remark: error instanceof Error ? error.message : String(error) };
  }
}
