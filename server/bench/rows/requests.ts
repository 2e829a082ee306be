import type { Position } from 'vscode-languageserver-protocol';
import { lineTable } from '../../src/text/lines/lineTable';
import { type Input, inputs } from '../inputs/files';
import { longPolicies } from '../inputs/longPolicies';
import { type Figures, percentile, type Row, summary } from '../row';
import { offsetNear, places } from '../typing';
import { type OpenFile, withFile } from '../workspace';

/** What is asked of a version that has been checked: nothing is edited in between. */
export const requestRows: readonly Row[] = [
  row('completion', ({ server, uri }, position) =>
    server.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position, context: { triggerKind: 1 } }),
  ),
  row('hover', ({ server, uri }, position) =>
    server.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
  ),
  row('code actions', actionsAt),
];

/** The same where the whole file is one policy, on one line or on many. */
export const longPolicyRows: readonly Row[] = [longPolicies(100_000, '100 KB'), longPolicies(1_000_000, '1 MB')].flat().map(
  (input): Row => ({
    name: `code actions, ${input.title}, one policy`,
    budget: 10,
    unit: 'ms',
    measure: () => measureIn(input, actionsAt),
  }),
);

function actionsAt({ server, uri }: OpenFile, position: Position, findings: Findings): Promise<unknown> {
  const here = findings.filter(({ range: { start, end } }) => isBefore(start, position) && isBefore(position, end));
  const range = here[0]?.range ?? { start: position, end: position };
  const params = { textDocument: { uri }, range, context: { diagnostics: here, triggerKind: 2 as const } };
  return server.connection.sendRequest('textDocument/codeAction', params);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

type Findings = NonNullable<Awaited<ReturnType<OpenFile['server']['diagnostics']>>>;

type Ask = (file: OpenFile, position: Position, findings: Findings) => Promise<unknown>;

function row(what: string, ask: Ask): Row {
  return {
    name: `${what} on a checked version, worst of all inputs`,
    budget: 10,
    unit: 'ms',
    async measure() {
      const measured: (readonly [Input, Figures])[] = [];
      for (const input of inputs) measured.push([input, await measureIn(input, ask)]);
      const [[worst, figures]] = measured.sort(([, a], [, b]) => b.p95 - a.p95) as [(typeof measured)[number]];
      const parts = measured.map(([{ title }, { p95, samples }]) => [title, { p95, samples }] as const);
      return { ...figures, remark: worst.title, parts: Object.fromEntries(parts) };
    },
  };
}

/** At values and at findings alike, going round, so that no answer is one that was just given. */
function measureIn({ name, makeText }: Input, ask: Ask): Promise<Figures> {
  return withFile(name, makeText(), async (file) => {
    const positions = [...positionsIn(file.text), ...spread(file.findings).map(({ range }) => range.start)];
    const samples: number[] = [];
    let wished = samplesWished;
    for (let count = -warmUps; count < wished; count++) {
      const position = positions[(count + warmUps) % positions.length] as Position;
      const start = performance.now();
      await ask(file, position, file.findings);
      if (count >= 0) samples.push(performance.now() - start);
      if (count === warmUps && percentile(samples, 0.5) > slow) wished = samplesWhenSlow;
    }
    return summary(samples);
  });
}

/** Within a role or title, and within a member or network, at the start, the middle and the end. */
function positionsIn(text: string): Position[] {
  const lines = lineTable(text);
  const patterns = [/(?:\brole"? *[:=] *"?roles\/\w|title: \w)/, /(?:user|group|serviceAccount):\w/];
  return places.flatMap((place) => patterns.map((pattern) => lines.positionAt(offsetNear(text, pattern, place * text.length))));
}

/** The first, the middle one and the last. */
function spread<T>(list: readonly T[]): T[] {
  return [...new Set([0, list.length >> 1, list.length - 1])].flatMap((index) => list[index] ?? []);
}

const warmUps = 20;

const samplesWished = 210;

/** In milliseconds. */
const slow = 50;

const samplesWhenSlow = 60;
