import type { SyntaxNode } from '../syntax/tree';
import type { LineTable } from '../text/lineTable';
import { layersAround } from './embedding';
import { type PlacedFinding, rangeInFile } from './placedFinding';
import { routeTo, type Step } from './route';

/** The lines of the file whose suppressions a finding obeys: its own, and that of the attribute whose text it is in. */
export function linesOf(finding: PlacedFinding, table: LineTable): ReadonlySet<number> {
  const lineOf = (offset: number) => table.positionAt(finding.offset + offset).line;
  return new Set([table.positionAt(rangeInFile(finding).start).line, lineOf(commentableStart(finding))]);
}

/** Where the line begins, in the finding's root, above which a comment can be written: not inside of a string. */
export function commentableStart({ root, range, policy }: PlacedFinding): number {
  const route = routeTo(root.node, range);
  const owner = layersAround(policy.place).at(-1)?.owner;
  const at = route.findIndex(({ node }) => node === owner || (isText(node) && hasLineBreak(root.text, node)));
  const holder = route.slice(0, at + 1).findLast(hasOwnLine);
  return holder?.entry?.range.start ?? range.start;
}

function hasOwnLine({ entry }: Step): boolean {
  return entry !== undefined;
}

function isText(node: SyntaxNode): boolean {
  return node.kind === 'scalar' || node.kind === 'template';
}

function hasLineBreak(text: string, { range }: SyntaxNode): boolean {
  return /[\r\n]/.test(text.slice(range.start, range.end));
}
