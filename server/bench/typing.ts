import { lineTable } from '../src/text/lines/lineTable';
import type { Change } from './server';

/**
 * Something that a person does at one place: characters go, others come, one keystroke each. All of it is taken back the same way,
 * so that the text is broken and mended again and the next burst finds it as it was.
 */
export interface Burst {
  readonly kind: string;
  /** Matches just before the cursor. */
  readonly after: RegExp;
  /** How many characters behind the cursor are deleted first. */
  readonly deletes?: number;
  readonly types?: string;
}

export interface Keystroke extends Change {
  readonly kind: string;
  /** Whether the text is as it was before the burst. */
  readonly last: boolean;
}

/** Goes round the start, the middle and the end of a text without end, with another burst each time. */
export function* typing(text: string, bursts: readonly Burst[]): Generator<Keystroke> {
  const lines = lineTable(text);
  for (let round = 0; ; round++) {
    for (const [index, burst] of bursts.entries()) {
      const place = places[(round + index) % places.length] ?? 0;
      const offset = offsetNear(text, burst.after, place * text.length);
      const cursor = lines.positionAt(offset);
      yield* strokes(burst, text.slice(offset, offset + (burst.deletes ?? 0)), cursor);
    }
  }
}

/** The start, the middle and the end, as shares of a text. */
export const places = [0, 0.5, 0.97];

function strokes({ kind, types = '' }: Burst, gone: string, start: Position): readonly Keystroke[] {
  const changes: Change[] = [...gone].map((character) => ({ range: { start, end: behind(start, character) }, text: '' }));
  const back: Change[] = [...gone].map((character) => ({ range: { start, end: start }, text: character }));
  let cursor = start;
  for (const character of types) {
    const next = behind(cursor, character);
    changes.push({ range: { start: cursor, end: cursor }, text: character });
    back.push({ range: { start: cursor, end: next }, text: '' });
    cursor = next;
  }
  const all = [...changes, ...back.reverse()];
  return all.map((change, index) => ({ ...change, kind, last: index === all.length - 1 }));
}

type Position = Change['range']['start'];

function behind({ line, character }: Position, typed: string): Position {
  return typed === '\n' ? { line: line + 1, character: 0 } : { line, character: character + typed.length };
}

/** Behind the first match from `from` on, or the last one before. */
export function offsetNear(text: string, pattern: RegExp, from: number): number {
  const everywhere = new RegExp(pattern.source, 'gm');
  everywhere.lastIndex = Math.floor(from);
  const next = everywhere.exec(text) ?? [...text.matchAll(everywhere)].at(-1);
  if (!next) throw new Error(`Nothing in the text is like ${pattern}.`);
  return next.index + next[0].length;
}

const member: Burst = { kind: 'e-mail', after: /(?:user|group):/, types: 'kim.' };
const prefix: Burst = { kind: 'member prefix', after: /[-"] ?(?:user|group)(?=:)/, deletes: 1 };
const role: Burst = { kind: 'role', after: /roles\/[\w.]+(?=\w\w"?$|\w\w",)/, deletes: 2, types: 'xy' };

/** What one does within a binding, without touching anything around it. */
export const insideJson: readonly Burst[] = [
  member,
  { kind: 'quote', after: /"members": \[\s*(?=")/, types: '"' },
  role,
  { kind: 'newline', after: /"members": \[/, types: '\n' },
  prefix,
];

/** What moves the borders of bindings and of items. */
export const aroundJson: readonly Burst[] = [
  { kind: 'new binding', after: /"bindings": \[/, types: '{},' },
  { kind: 'bracket gone', after: /^ *(?=\],?$)/, deletes: 1 },
  { kind: 'brace gone', after: /^ *(?=\{$)/, deletes: 1 },
  { kind: 'comma', after: /^ *\}(?=,$)/, deletes: 1, types: ' ,' },
];

const insideAnyYaml: readonly Burst[] = [
  member,
  { kind: 'comment', after: /- (?:user|group):.*/, types: ' # 임시' },
  { kind: 'quote', after: /- (?=(?:user|group):)/, types: '"' },
  { kind: 'newline', after: /- (?:user|group):.*/, types: '\n  ' },
  prefix,
];

export const insideYamlPolicy: readonly Burst[] = [...insideAnyYaml.slice(0, 2), role, ...insideAnyYaml.slice(2)];

export const insideYamlLevels: readonly Burst[] = [
  { ...member, after: /(?:user|serviceAccount):/ },
  { kind: 'comment', after: /^ +title: \w+$/, types: ' # 임시' },
  { kind: 'subnetwork', after: /^ +- \d+\.(?=\d+)/, deletes: 1, types: '300' },
  { kind: 'quote', after: /^ +title: /, types: '"' },
  { kind: 'newline', after: /^ +conditions:$/, types: '\n  ' },
];

export const aroundYamlLevels: readonly Burst[] = [
  { kind: 'new item', after: /^(?=- name)/, types: '- name: a\n' },
  { kind: 'dash gone', after: /^(?=- name)/, deletes: 2 },
  { kind: 'colon gone', after: /^ +conditions(?=:)/, deletes: 1 },
];

export const aroundYamlPolicy: readonly Burst[] = [
  { kind: 'new binding', after: /^(?=- members:)/, types: '- role:\n' },
  { kind: 'dash gone', after: /^(?=- members:)/, deletes: 2 },
  { kind: 'colon gone', after: /^ +role(?=:)/, deletes: 1 },
];

export const aroundYamlDocuments: readonly Burst[] = [
  { kind: 'new document', after: /^(?=- members:)/, types: '---\n' },
  { kind: 'document mark gone', after: /^(?=---$)/, deletes: 3 },
  { kind: 'colon gone', after: /^bindings(?=:)/, deletes: 1 },
];

export const inTerraform: readonly Burst[] = [
  member,
  { kind: 'quote', after: /^ +members? += \[?\s*(?=")/, types: '"' },
  role,
  { kind: 'comment', after: /^(?=resource)/, types: '# 임시\n' },
  { kind: 'brace gone', after: /^(?=\}$)/, deletes: 1 },
  { kind: 'newline', after: /^resource .*\{$/, types: '\n  ' },
  { kind: 'heredoc', after: /<<-E(?=OT)/, deletes: 1 },
  prefix,
];

/** What one does within a binding of one policy, be it a data source or `jsonencode`. */
export const insideTerraformPolicy: readonly Burst[] = [
  member,
  { kind: 'quote', after: /^ +members = \[\s*(?=")/, types: '"' },
  role,
  { kind: 'newline', after: /^ +members = \[/, types: '\n' },
  prefix,
];

/** For a text of which nothing more is known than that it has lines. */
export const anywhereInText: readonly Burst[] = [
  { kind: 'word', after: /^ +[\w"]/, types: 'abc' },
  { kind: 'quote', after: /: (?=\S)/, types: '"' },
  { kind: 'newline', after: /^.*/, types: '\n' },
];
