import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { Document, isCollection, isPair, isScalar, type Node, type ToStringOptions, visit } from 'yaml';
import type { Root } from '../../../src/syntax/format';
import { yamlFormat } from '../../../src/syntax/yaml/format';
import { type Plain, plainDocuments } from '../treeEditModel';

/** Stands behind values; all other comments stand on lines of their own or behind a dash. */
export const besideComment = 'beside';

/** The one document of a text. */
export function rootOf(text: string): Root {
  const roots = yamlFormat.parse(text);
  assert.equal(roots.length, 1);
  const [placed] = roots;
  assert.ok(placed);
  return placed.root;
}

/** Random documents as text: block and flow, every quote style, comments, line endings, headers. */
export function writtenDocuments(): fc.Arbitrary<string> {
  const texts = fc
    .tuple(plainDocuments(), styles, fc.array(fc.nat({ max: 9 }), { maxLength: 40 }))
    .map(([plain, style, marks]) => {
      const text = style.json === undefined ? asYaml(plain, style, marks) : JSON.stringify(plain, null, style.json);
      const framed = `${style.header}${style.isFinished ? `${text.trimEnd()}\n${style.footer}` : text.trimEnd()}`;
      return style.isCrlf ? framed.replaceAll('\n', '\r\n') : framed;
    });
  // The writer puts some empty collections behind a comment at a column where they are no longer values.
  return texts.filter(isReadable);
}

function isReadable(text: string): boolean {
  try {
    load(text);
    return true;
  } catch {
    return false;
  }
}

interface Style {
  readonly options: ToStringOptions;
  readonly flowShare: number;
  /** The indentation of a document written by `JSON.stringify`. */
  readonly json: number | undefined;
  readonly header: string;
  readonly footer: string;
  readonly isFinished: boolean;
  readonly isCrlf: boolean;
}

const styles: fc.Arbitrary<Style> = fc.record({
  options: fc.record({
    indent: fc.constantFrom(2, 2, 4, 3),
    indentSeq: fc.boolean(),
    singleQuote: fc.constantFrom(null, true, false),
    defaultStringType: fc.constantFrom('PLAIN', 'PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
    defaultKeyType: fc.constantFrom(null, 'PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
    lineWidth: fc.constantFrom(0, 80, 20),
    flowCollectionPadding: fc.boolean(),
  }),
  flowShare: fc.constantFrom(0, 0, 3, 10),
  json: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, 0, 2),
  header: fc.constantFrom('', '', '', '---\n', '# head\n', '# head\n\n---\n'),
  footer: fc.constantFrom('', '', '...\n', '# end\n'),
  isFinished: fc.constantFrom(true, true, true, false),
  isCrlf: fc.constantFrom(false, false, true),
});

function asYaml(plain: Plain, style: Style, marks: readonly number[]): string {
  const document = new Document(plain);
  let next = 0;
  const mark = () => marks[next++ % Math.max(1, marks.length)] ?? 5;
  visit(document, (_, node) => {
    if (isPair(node)) return;
    if (isCollection(node)) node.flow = mark() < style.flowShare;
    decorate(node as Node, mark());
  });
  return document.toString(style.options as ToStringOptions);
}

function decorate(node: Node, mark: number): void {
  if (mark === 0) node.commentBefore = ' before';
  if (mark === 1 && isScalar(node) && typeof node.value !== 'string') node.comment = ` ${besideComment}`;
  if (mark === 2) node.spaceBefore = true;
}
