import type { TextEdit } from '../../../text/edit';
import type { StringText } from '../../edits/stringEdits';
import type { Format, PlacedRoot, Previous, Root } from '../../format';
import { jsonFormat } from '../../json/format';
import { renderJson } from '../../json/render';
import type { Segment } from '../../strings/segments';
import { isString, type SyntaxNode } from '../../tree';
import { copiedNode, expressionText, type TreeEdit, type Value } from '../../treeEdit';
import { meaningOfContent, segmentsOfContent } from '../segments';
import { jsonStringContent, withExpressions } from './jsonTemplates';

/** Terraform in JSON (`*.tf.json`): JSON in which each string is a template. */
export const terraformJsonFormat: Format = {
  name: 'terraformJson',
  parse: parseTerraformJson,
  render: (root, edits) => renderTerraformJson(root, edits),
  keepFormatted: (_, edits) => edits,
  segments: (root, node) => templateSegments(root.text, node),
};

function templateSegments(text: string, node: SyntaxNode): readonly Segment[] | undefined {
  const content = isString(node) ? jsonStringContent(text, node.range)?.content : undefined;
  return content && segmentsOfContent(text, content);
}

function templateStrings(text: string): StringText {
  return {
    text,
    segments: (node) => templateSegments(text, node),
    write: (_, meaning) => JSON.stringify(valueInJson(meaning)).slice(1, -1),
    read: (written) => {
      const content = jsonStringContent(written, { start: 0, end: written.length })?.content;
      return content && meaningOfContent(written, content);
    },
  };
}

/** Keeps the JSON parser's own root, by which it knows what it can take over. */
interface TerraformJsonRoot extends Root {
  readonly plain: Root;
}

function parseTerraformJson(text: string, previous?: Previous): readonly PlacedRoot[] {
  const known = new Map(
    (previous?.roots ?? []).flatMap(({ root, offset }) => (isOurs(root) ? [[root.plain, { root, offset }] as const] : [])),
  );
  const roots = [...known].map(([root, { offset }]) => ({ root, offset }));
  const plain = jsonFormat.parse(text, previous && { roots, change: previous.change });
  return plain.map(({ root, offset }) => ({ root: known.get(root)?.root ?? terraformRoot(root), offset }));
}

function isOurs(root: Root): root is TerraformJsonRoot {
  return root.format === terraformJsonFormat;
}

function terraformRoot(plain: Root): TerraformJsonRoot {
  const { node, embedded } = withExpressions(plain.text, plain.node);
  return { ...plain, format: terraformJsonFormat, node, embedded, plain, items: undefined };
}

function renderTerraformJson(root: Root, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined {
  return renderJson(root, edits.map(inJson), templateStrings(root.text));
}

function inJson(edit: TreeEdit): TreeEdit {
  switch (edit.kind) {
    case 'set':
      return { ...edit, to: valueInJson(edit.to) };
    case 'insert':
      return { ...edit, values: edit.values.map(valueInJson) };
    case 'replace':
      return { ...edit, by: valueInJson(edit.by) };
    default:
      return edit;
  }
}

function valueInJson(value: Value): Value {
  if (typeof value === 'string') return value.replace(/[$%](?=\{)/g, '$&$&');
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(valueInJson);
  if (copiedNode in value) return value;
  if (expressionText in value) return stringTemplate(value[expressionText]) ?? `\${${value[expressionText]}}`;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, valueInJson(item)]));
}

/** A quoted template is what a JSON string is anyway; with escapes the two would differ. */
function stringTemplate(text: string): string | undefined {
  return /^"[^"\\]*"$/.exec(text)?.[0].slice(1, -1);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
