import { type ComputedFiles, callsOfOneModule, factoryOfFiles, loopsOverLocals } from '../inputs/computed';
import { type Figures, percentile, type Row, summary } from '../row';
import { type Burst, typing } from '../typing';
import { withServer, withWorkspace } from '../workspace';

/** From a keystroke until what is found in a file whose grants are worked out from what is edited. */
export const computedRows: readonly Row[] = [
  {
    name: 'keystroke in a local that loops go through, 3,000 lines of Terraform',
    budget: 30,
    unit: 'ms',
    measure: () => measureIn(loopsOverLocals(3_000), { typed: 'main.tf', asked: 'main.tf', bursts: inLocal }),
  },
  {
    name: 'keystroke in a module that is called 200 times',
    budget: 30,
    unit: 'ms',
    measure: () => measureIn(callsOfOneModule(200), { typed: 'grants/main.tf', asked: 'grants/main.tf', bursts: inGrant }),
  },
  {
    name: 'keystroke in one of the calls, findings of the module',
    budget: 30,
    unit: 'ms',
    measure: () => measureIn(callsOfOneModule(200), { typed: 'main.tf', asked: 'grants/main.tf', bursts: inCall }),
  },
  {
    name: 'keystroke in one of 300 YAML files, findings of the module that reads them',
    budget: 30,
    unit: 'ms',
    measure: () => measureIn(factoryOfFiles(300), { typed: 'data/team-150.yaml', asked: 'main.tf', bursts: inYaml }),
  },
];

const inLocal: readonly Burst[] = [
  { kind: 'member', after: /"user:minji-\d/, types: 'x.' },
  { kind: 'role', after: /role {4}= "roles\/\w+/, deletes: 1, types: 'z' },
  { kind: 'quote', after: /members = \["/, deletes: 0, types: '"' },
];
const inGrant: readonly Burst[] = [
  { kind: 'role', after: /roles\/storage\.obj/, types: 'x' },
  { kind: 'member', after: /"user:/, types: 'kim.' },
  { kind: 'quote', after: /member {2}= /, types: '"' },
];
const inCall: readonly Burst[] = [{ kind: 'argument', after: /who {5}= "minji/, types: '.kim' }];
const inYaml: readonly Burst[] = [
  { kind: 'member', after: /user:minji/, types: '.kim' },
  { kind: 'role', after: /roles\/storage\.obj/, types: 'x' },
];

interface Typing {
  readonly typed: string;
  readonly asked: string;
  readonly bursts: readonly Burst[];
}

function measureIn(files: ComputedFiles, { typed, asked, bursts }: Typing): Promise<Figures> {
  return withWorkspace(files, (folder) =>
    withServer({ folders: [folder] }, async (server) => {
      const uriOf = (path: string) => `${folder}/${path}`;
      for (const path of new Set([typed, asked])) await server.open(uriOf(path), files.get(path) ?? '');
      await server.indexed();
      await server.diagnostics(uriOf(asked));
      const keystrokes = typing(files.get(typed) ?? '', bursts);
      const samples: number[] = [];
      for (let count = -warmUps; count < wished; count++) {
        const keystroke = keystrokes.next().value;
        const time = await server.keystroke(uriOf(typed), keystroke, () => server.diagnostics(uriOf(asked)));
        if (count >= 0) samples.push(time);
      }
      return summary(samples, `slowest ${percentile(samples, 1).toFixed(0)}`);
    }),
  );
}

const warmUps = 30;
const wished = 100;
