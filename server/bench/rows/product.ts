import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { type Row, single, summary } from '../row';

/** The extension as a whole. */
export const productRows: readonly Row[] = [
  {
    name: 'extension activation in VS Code',
    budget: 60,
    unit: 'ms',
    async measure() {
      const samples: number[] = [];
      for (let count = 0; count < 5; count++) samples.push(await activation());
      return summary(samples, `${samples.length} starts of VS Code`);
    },
  },
  { name: 'package (.vsix)', budget: 3, unit: 'MB', measure: async () => single(await packageSize()) },
];

/** In milliseconds: loading the code and calling `activate`, as the extension host sees it. */
async function activation(): Promise<number> {
  const output = await outputOf(['scripts/vscode-suite.mjs', 'node'], { LEASTWISE_MEASURE: '1' });
  return Number(found(/activated in ([\d.]+) ms/, output));
}

async function packageSize(): Promise<number> {
  const path = found(/^(.*\.vsix) \(\d+ kB\)$/m, await outputOf(['scripts/package.mjs']));
  return statSync(path).size / 1024 / 1024;
}

function found(pattern: RegExp, output: string): string {
  const match = pattern.exec(output)?.[1];
  if (match === undefined) throw new Error(`Not in the output: ${pattern}`);
  return match;
}

async function outputOf(program: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const child = spawn(process.execPath, program, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  let output = '';
  for await (const chunk of child.stdout) output += chunk;
  return output;
}
