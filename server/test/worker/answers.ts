import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-protocol';
import type { EditorState, Server } from '../../bench/server';
import { rules } from '../../src/rules/index.generated';
import { lineTable } from '../../src/text/lines/lineTable';
import { cases } from '../cases.generated';
import { type Sample, samplesOf } from '../laws/documents/sample';
import { fileName, formatOfPair } from '../laws/engine';

/** What a built server tells an editor of one pair. */
export interface Answer {
  /** Tells the rule and the pair. */
  readonly name: string;
  /** Where the pair wants its rule to be told, and where it is. */
  readonly marks: readonly string[];
  readonly told: readonly string[];
  readonly bad: readonly Diagnostic[];
  readonly good: readonly Diagnostic[];
  /** What can be done about each of the rule's findings, edits included. */
  readonly actions: readonly (readonly CodeAction[])[];
}

/** An editor in which every pair has a folder, with its settings and its other files; itself it is there only while it is open. */
export const editor: EditorState = {
  get folders() {
    return pairs.map(({ folder }) => folder);
  },
  settings: (folder) => pairs.find((pair) => pair.folder === folder)?.sample.example.settings ?? {},
  get files() {
    return Object.fromEntries(
      pairs.flatMap(({ folder, sample }) =>
        Object.entries(sample.example.files ?? {}).map(([name, text]) => [`${folder}/${name}`, text] as const),
      ),
    );
  },
};

/** Opens one pair after another. */
export async function answersOf(server: Server): Promise<readonly Answer[]> {
  await server.indexed();
  const { files } = await server.statistics();
  const answers: Answer[] = [];
  for (const pair of pairs) {
    answers.push(await answerOf(server, pair));
    // What a pair tells other files is no matter of the next one.
    while ((await server.statistics()).files > files);
  }
  return answers;
}

interface Pair {
  readonly sample: Sample;
  readonly folder: string;
  readonly uri: string;
}

const pairs: readonly Pair[] = rules.flatMap((rule) =>
  samplesOf(rule, cases[rule.id] ?? []).map((sample) => {
    // Where neither kind of server has a disk to look at.
    const folder = `pairs:/${rule.id}/${sample.name.replace(' ', '-')}`;
    return { sample, folder, uri: `${folder}/${fileName(sample, formatOfPair(sample))}` };
  }),
);

async function answerOf(server: Server, { sample, uri }: Pair): Promise<Answer> {
  const { rule, name, bad, good, marks } = sample;
  await server.open(uri, bad);
  const found = (await server.diagnostics(uri)) ?? [];
  const own = found.filter(({ code }) => code === rule.id);
  const actions: CodeAction[][] = [];
  for (const diagnostic of own) actions.push(await actionsOn(server, uri, diagnostic));
  await server.close(uri);
  await server.open(uri, good);
  const after = (await server.diagnostics(uri)) ?? found;
  await server.close(uri);
  const lines = lineTable(bad);
  // Of what is open, editors tell this themselves.
  const wanted = rule.toldByEditors ? [] : marks;
  return {
    name: `${rule.id} · ${name}`,
    marks: wanted.map(({ start, end }) => written({ start: lines.positionAt(start), end: lines.positionAt(end) })),
    told: own.map(({ range }) => written(range)),
    bad: found,
    good: after,
    actions,
  };
}

function actionsOn(server: Server, uri: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
  const params = { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } };
  return server.connection.sendRequest('textDocument/codeAction', params);
}

function written({ start, end }: Range): string {
  return `${start.line}:${start.character}–${end.line}:${end.character}`;
}
