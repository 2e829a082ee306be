import type { Input } from '../inputs/files';
import { manifests, packageList } from '../inputs/otherFiles';
import { measureTyping } from '../keystrokes';
import { type Figures, type Row, scaled } from '../row';
import { anywhereInText, type Burst } from '../typing';
import { typingTasks } from '../typingTasks';
import { withFile } from '../workspace';

/** From a keystroke to its diagnostics. */
export const typingRows: readonly Row[] = typingTasks.map(({ name, budget, input, bursts }) => ({
  name,
  budget,
  unit: 'ms',
  measure: () => measureIn(input, bursts),
}));

/** What a file costs that holds no policy: the whole keystroke, the protocol's part of it included, for each 100 KB. */
export const otherFileRows: readonly Row[] = [
  otherFileRow({ title: '1 MB of JSON', name: 'dependencies.json', makeText: () => packageList(1024 * 1024) }),
  otherFileRow({ title: '300 KB of YAML', name: 'deployments.yaml', makeText: () => manifests(300 * 1024) }),
];

function otherFileRow(input: Input): Row {
  return {
    name: `keystroke, ${input.title} without a policy`,
    budget: 0.3,
    unit: 'ms/100 KB',
    measure: async () => scaled(await measureIn(input, anywhereInText), 100_000 / Buffer.byteLength(input.makeText())),
  };
}

function measureIn({ name, makeText }: Input, bursts: readonly Burst[]): Promise<Figures> {
  return withFile(name, makeText(), ({ server, uri, text }) => measureTyping(server, uri, text, bursts));
}
