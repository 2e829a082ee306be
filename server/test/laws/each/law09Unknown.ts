import assert from 'node:assert/strict';
import type { EmbeddedRoot } from '../../../src/syntax/format';
import type { SourceFile } from '../../../src/syntax/sourceFile';
import type { SyntaxNode } from '../../../src/syntax/tree';
import type { TextRange } from '../../../src/text/range';
import { worthAsking } from '../documents/places';
import type { Sample } from '../documents/sample';
import { hasStyle, inStyle } from '../documents/styles';
import { formatOfPair, lintAll, unexpected } from '../engine';
import type { Law } from '../law';

export const unknownValues: Law = {
  number: 9,
  says: 'good with any one value unknown is still clean',
  tests: [
    {
      concerns: (sample) => formatOfPair(sample) === 'terraform' || hasStyle(sample, 'Terraform'),
      async run(sample, skip) {
        if (formatOfPair(sample) === 'terraform') return staysClean(sample, sample.good);
        const styled = await inStyle(sample, 'Terraform');
        if ('reason' in styled) return skip(styled.reason);
        staysClean(sample, styled.good);
      },
    },
  ],
};

function staysClean(sample: Sample, good: string): void {
  const { file, findings } = lintAll(sample, good, 'terraform');
  const before = new Set(findings.map(({ rule }) => rule.id));
  for (const { start, end } of worthAsking(valueRanges(file), good)) {
    const text = `${good.slice(0, start)}var.unknown${good.slice(end)}`;
    const found = unexpected(lintAll(sample, text, 'terraform'), sample, formatOfPair(sample) === 'terraform' ? [] : [...before]);
    assert.deepEqual(found, [], `in\n${text}`);
  }
}

/** Every value that can be an expression; a heredoc is one as a whole. */
function valueRanges(file: SourceFile): TextRange[] {
  return file.roots.flatMap(({ root, offset }) =>
    [...values(root.node, root.embedded, (range) => range)].map(({ start, end }) => ({
      start: start + offset,
      end: end + offset,
    })),
  );
}

type Outward = (range: TextRange) => TextRange | undefined;

function* values(node: SyntaxNode, embedded: readonly EmbeddedRoot[], outward: Outward, isValue = false): Generator<TextRange> {
  const range = outward(node.range);
  if (!range) return;
  const isBlock = node.kind === 'mapping' || (node.kind === 'sequence' && node.blockName !== undefined);
  if (isValue && !isBlock) yield range;
  const inner = embedded.find(({ owner }) => owner === node);
  // Only what is written as an expression can hold one.
  if (inner?.root.format.name === 'terraform') {
    yield* values(inner.root.node, inner.root.embedded, (at) => {
      const outer = inner.toOuter(at);
      return outer && outward(outer);
    });
  }
  if (node.kind === 'mapping') for (const entry of node.entries) yield* values(entry.value, embedded, outward, true);
  if (node.kind === 'sequence')
    for (const item of node.items) yield* values(item, embedded, outward, node.blockName === undefined);
}
