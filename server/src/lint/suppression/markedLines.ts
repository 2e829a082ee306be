import type { Entry, SyntaxNode } from '../../syntax/tree';
import type { Lines } from '../../text/lines/lineTable';
import { layersAround } from '../places/embedding';
import type { PlacedFinding } from '../places/placedFinding';
import { routeTo, type Step } from '../places/route';
import type { Standing } from '../places/standing';

/** The lines of the file whose suppressions a finding obeys: its own, and that on which the attribute starts that it is in. */
export function linesOfFinding(finding: PlacedFinding, lines: Lines): ReadonlySet<number> {
  const { cause } = finding;
  return new Set([
    ...linesAt(finding, commentableStart(finding), lines),
    ...(cause ? linesAt(cause, cause.range.start, lines) : []),
  ]);
}

/** The same for each place of the root where a literal is used that is marked in their stead. */
export function linesOfUses({ root, offset, origins }: PlacedFinding, lines: Lines): readonly ReadonlySet<number>[] {
  return origins.uses.map((range) => new Set(linesAt({ root, range, offset }, range.start, lines)));
}

function linesAt(at: Standing, commentable: number, lines: Lines): readonly number[] {
  const lineOf = (offset: number) => lines.lineAt(at.offset + offset);
  const attribute = attributeAround(at);
  return [lineOf(at.range.start), lineOf(commentable), ...(attribute ? [lineOf(attribute.range.start)] : [])];
}

/** What one comment can speak of: an attribute of a Terraform block, elsewhere a key with a list of plain values. */
function attributeAround({ root, range }: Standing): Entry | undefined {
  const route = routeTo(root.node, range);
  const isAttribute =
    root.format.name === 'terraform'
      ? ({ entry, node }: Step) => entry !== undefined && !(node.kind === 'sequence' && node.blockName !== undefined)
      : ({ entry, node }: Step) => entry !== undefined && node.kind === 'sequence' && !node.items.some(isContainer);
  return route.find(isAttribute)?.entry;
}

function isContainer({ kind }: SyntaxNode): boolean {
  return kind === 'mapping' || kind === 'sequence';
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
