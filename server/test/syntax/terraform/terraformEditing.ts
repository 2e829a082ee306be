import assert from 'node:assert/strict';
import type { Root } from '../../../src/syntax/format';
import { terraformFormat } from '../../../src/syntax/terraform/format';
import type { SyntaxNode } from '../../../src/syntax/tree';
import type { TreeEdit } from '../../../src/syntax/treeEdit';
import { applyEdits, overlap } from '../../../src/text/edit';
import { shift } from '../../../src/text/range';

/** The text after edits of its first block or attributes; undefined when they can't be done. */
export function edited(text: string, pick: (node: SyntaxNode, root: Root) => readonly TreeEdit[]): string | undefined {
  const [placed] = terraformFormat.parse(text);
  assert(placed, 'nothing to edit');
  const { root, offset } = placed;
  const edits = terraformFormat.render(root, pick(root.node, root));
  if (!edits) return undefined;
  assert(!overlap(edits), 'edits that overlap');
  return applyEdits(
    text,
    edits.map((edit) => ({ ...edit, range: shift(edit.range, offset) })),
  );
}

/** Lines without the margin that they have in common, each ended. */
export function lines(text: string): string {
  const all = text
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n');
  const margin = Math.min(...all.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0));
  return all.map((line) => `${line.slice(margin)}\n`).join('');
}
