import type { Fact } from '../../src/workspace/index/facts';
import { createRelationKeeper } from '../../src/workspace/index/reach/relations';
import { join, watch } from '../../src/workspace/index/workspace';
import { type Random, seeded } from '../inputs/random';
import { type Figures, percentile, type Row, summary } from '../row';

/** What follows from the edges of all files: from an edit in one of them until what it leads to is answered again. */
export const derivedRows: readonly Row[] = [
  {
    name: 'derived answers, 5,000 nodes, 20,000 edges, one edge edited',
    budget: 5,
    unit: 'ms',
    measure: async () => measureEdits(),
  },
];

const nodes = 5_000;
const edges = 20_000;
const warmUps = 20;
const samplesWished = 210;

/** Which two nodes an edge joins: most of the first graph is one large circle, the others have none. */
const shapes: Readonly<Record<string, (random: Random) => readonly [number, number]>> = {
  'anywhere to anywhere': (random) => [random.below(nodes), random.below(nodes)],
  'from lower to higher': (random) => {
    const [one, other] = [random.below(nodes), random.below(nodes - 1)];
    return [Math.min(one, other), Math.max(one, other) + (one === other ? 1 : 0)];
  },
  'to one of the next twenty': (random) => {
    const from = random.below(nodes - 20);
    return [from, from + 1 + random.below(20)];
  },
};

function measureEdits(): Figures {
  const measured = Object.entries(shapes).map(([title, ends]) => ({ title, ...editsOf(ends) }));
  const parts = measured.flatMap(({ title, answers, askers }) => [
    [title, answers] as const,
    [`${title}, and 5,000 askers have compared`, askers] as const,
  ]);
  const [worst] = measured.sort((a, b) => b.answers.p95 - a.answers.p95) as [(typeof measured)[number]];
  const remark = `edges ${worst.title}; ${worst.changed} of ${nodes} askers had another answer`;
  return {
    ...worst.answers,
    remark,
    parts: Object.fromEntries(parts.map(([title, { p95, samples }]) => [title, { p95, samples }])),
  };
}

/** `changed`: how many askers were told anew, in the middle of all edits. */
interface MeasuredShape {
  readonly answers: Figures;
  readonly askers: Figures;
  readonly changed: number;
}

function editsOf(ends: (random: Random) => readonly [number, number]): MeasuredShape {
  const random = seeded(51);
  const keeper = createRelationKeeper();
  const files: Fact[][] = Array.from({ length: nodes }, () => []);
  const drawn = () => {
    const [from, to] = ends(random);
    return { file: from, fact: edge(from, to) };
  };
  for (let count = 0; count < edges; count++) {
    const { file, fact } = drawn();
    files[file]?.push(fact);
  }
  for (const [file, facts] of files.entries()) keeper.set(String(file), facts);
  const askers = files.map((_, node) => {
    const watched = watch(join([], true, keeper.relations()));
    const reached = watched.reach(relation, name(node));
    // Whoever has found something says how it comes about.
    if (node % 100 === 0) reached.pathTo(reached.names().at(-1) ?? '');
    return watched;
  });
  const answers: number[] = [];
  const compared: number[] = [];
  const toldAnew: number[] = [];
  for (let count = -warmUps; count < samplesWished; count++) {
    const { file, fact } = drawn();
    const before = files[file] ?? [];
    const after = count % 2 === 0 || before.length === 0 ? [...before, fact] : before.slice(1);
    files[file] = after;
    const start = performance.now();
    keeper.set(String(file), after);
    const workspace = join([], true, keeper.relations());
    workspace.reach(relation, name(file)).pathTo(name(nodes - 1));
    const answered = performance.now() - start;
    const changed = askers.flatMap((asker, node) => (asker.agreesWith(workspace) ? [] : [node]));
    if (count >= 0) {
      answers.push(answered);
      compared.push(performance.now() - start);
      toldAnew.push(changed.length);
    }
    for (const node of changed) {
      const watched = watch(workspace);
      const reached = watched.reach(relation, name(node));
      if (node % 100 === 0) reached.pathTo(reached.names().at(-1) ?? '');
      askers[node] = watched;
    }
  }
  return { answers: summary(answers), askers: summary(compared), changed: percentile(toldAnew, 0.5) };
}

const relation = 'leads to';
const name = (node: number) => `serviceAccount:account-${node}@example-project.iam.gserviceaccount.com`;

function edge(from: number, to: number): Fact {
  const value = { relation, from: name(from), to: name(to) };
  return { kind: 'edge', name: `${relation} ${value.from}`, value, at: { uri: `file:///${from}`, range: { start: 0, end: 0 } } };
}
