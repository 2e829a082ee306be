import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { landingZone } from '../inputs/landingZone';
import { manyFiles } from '../inputs/manyFiles';
import { type Figures, type Row, summary } from '../row';
import { withWorkspace } from '../workspace';

/** `leastwise lint .` as a process, from its start to its end. */
export const commandLineRows: readonly Row[] = [
  { name: 'command line, 2,500 .tf files', budget: 4, unit: 's', measure: () => linting(landingZone(2_500)) },
  {
    name: 'command line, 25,000 files of which 2 % are ours',
    budget: 8,
    unit: 's',
    measure: () => linting(manyFiles(25_000)),
  },
];

function linting(files: Iterable<readonly [path: string, text: string]>): Promise<Figures> {
  return withWorkspace(files, async (folder) => {
    const samples: number[] = [];
    for (let count = 0; count < 3; count++) {
      const start = performance.now();
      const program = spawn(process.execPath, [resolve('dist/cli.js'), 'lint', '.'], {
        cwd: fileURLToPath(folder),
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const [code] = await once(program, 'exit');
      if (code === 2) throw new Error('the command line could not check everything');
      samples.push((performance.now() - start) / 1000);
    }
    return summary(samples, `${samples.length} times`);
  });
}
