import type { EmbeddedRoot, Root } from '../../../src/syntax/format';
import type { SourceFile } from '../../../src/syntax/sourceFile';
import type { SyntaxNode } from '../../../src/syntax/tree';
import { contains, type TextRange } from '../../../src/text/range';

/** Where in a tree a range stands, told without offsets: the same in every style. */
export interface TreePlace {
  /** The index of the root in the file, then keys and indices. */
  readonly path: readonly (string | number)[];
  /** The key or a block's header, the whole value, or a part of it. */
  readonly at: 'key' | 'value' | 'part';
}

/**
 * The places that `range` of `root` may be said to stand at, innermost last: the header of the first of repeated blocks is also
 * the key of the list, and a mapping with one entry in block YAML begins and ends with it.
 */
export function placesOf(file: SourceFile, root: Root, range: TextRange): readonly TreePlace[] {
  const index = file.roots.findIndex((placed) => placed.root === root);
  return [...descend(root.node, root.embedded, range, [index], (inner) => inner)];
}

type Path = readonly (string | number)[];
type Outward = (range: TextRange) => TextRange | undefined;

function* descend(
  node: SyntaxNode,
  embedded: readonly EmbeddedRoot[],
  range: TextRange,
  path: Path,
  outward: Outward,
): Generator<TreePlace> {
  const own = outward(node.range);
  if (own && same(own, range)) yield { path, at: 'value' };
  const inner = embedded.find(({ owner }) => owner === node);
  if (inner) {
    const further: Outward = (at) => {
      const outer = inner.toOuter(at);
      return outer && outward(outer);
    };
    const before = [...descend(inner.root.node, inner.root.embedded, range, path, further)];
    if (before.length > 0) return yield* before;
  }
  if (node.kind === 'mapping') {
    if (node.header && touchesHeader(node.header.range, range, outward)) {
      yield { path, at: 'key' };
      // In JSON only the list of repeated blocks has a key.
      if (typeof path.at(-1) === 'number' && path.length > 1) yield { path, at: 'value' };
    }
    for (const { key, keyRange, value } of node.entries) {
      const written = outward(keyRange);
      if (written && same(written, range)) yield { path: [...path, key], at: 'key' };
      yield* descend(value, embedded, range, [...path, key], outward);
    }
  } else if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) yield* descend(item, embedded, range, [...path, index], outward);
  } else if (own && contains(own, range) && !same(own, range)) yield { path, at: 'part' };
}

function touchesHeader(header: TextRange, range: TextRange, outward: Outward): boolean {
  const written = outward(header);
  return written !== undefined && same(written, range);
}

function same(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.end === b.end;
}
