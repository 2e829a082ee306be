import { ignoresIn } from '../../lint/suppression/entryReview';
import { jsonFormat } from '../../syntax/json/format';
import type { TreeEdit, Value } from '../../syntax/treeEdit';
import type { TextEdit } from '../../text/edit';
import { shift } from '../../text/range';

/** An entry of `ignore` as it stands in `.leastwise.json`. */
export type WrittenIgnoreEntry = {
  readonly rule: string;
  readonly path: string;
  readonly at: string;
  readonly value?: Value;
  readonly reason: string;
};

/** The text of a new file, the edits of the present one, or why there can be none: it can't be read, or is something else. */
export type IgnoreEntryChange =
  | { readonly newText: string }
  | { readonly edits: readonly TextEdit[] }
  | { readonly refused: 'syntaxError' | 'otherContent' };

/** Writes the entry behind the others, in the file's own style. Never throws. */
export function withIgnoreEntry(text: string | undefined, entry: WrittenIgnoreEntry): IgnoreEntryChange {
  const whole = `${JSON.stringify({ ignore: [entry] }, undefined, 2)}\n`;
  if (text === undefined || text.trim() === '') return { newText: whole };
  const [placed] = jsonFormat.parse(text);
  // Comments alone are settings that set nothing.
  if (!placed) return withOwnText(text, whole);
  const { root, offset } = placed;
  if (root.broken) return { refused: 'syntaxError' };
  if (root.node.kind !== 'mapping') return { refused: 'otherContent' };
  const list = ignoresIn(root.node)?.value;
  if (list && list.kind !== 'sequence') return { refused: 'otherContent' };
  const edit: TreeEdit = list
    ? { kind: 'insert', into: list, at: list.items.length, values: [entry] }
    : { kind: 'set', in: root.node, key: 'ignore', to: [entry] };
  const edits = jsonFormat.render(root, [edit]);
  return edits
    ? { edits: edits.map(({ range, newText }) => ({ range: shift(range, offset), newText })) }
    : { refused: 'otherContent' };
}

function withOwnText(text: string, settings: string): IgnoreEntryChange {
  if (/^\uFEFF?\s*[^\s/]/.test(text)) return { refused: 'syntaxError' };
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const before = /(?:^|[\r\n])$/.test(text) ? '' : eol;
  return { edits: [{ range: { start: text.length, end: text.length }, newText: before + settings.replaceAll('\n', eol) }] };
}
