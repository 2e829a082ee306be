import type { Locale } from '../../kinds/speech';
import { wordsOf } from '../../l10n/localize';
import type { Root } from '../../syntax/format';
import { nodeAt } from '../../syntax/nodeAt';
import type { SourceFile } from '../../syntax/sourceFile';
import type { Expression } from '../../syntax/terraform/expressions/expression';
import { expressionOf } from '../../syntax/terraform/expressions/written';
import type { SyntaxNode } from '../../syntax/tree';
import { fill } from '../../text/fill';
import { codeSpan } from '../../text/markdown';
import { contains, shift, type TextRange } from '../../text/range';
import type { Workspace } from '../../workspace/index/workspace';
import { traversalAt } from '../../workspace/terraform/evaluation/traversalAt';
import { instancesOf } from '../../workspace/terraform/names/instances';
import { moduleScopes, type Scope } from '../../workspace/terraform/names/scope';
import { mergedResources } from '../../workspace/terraform/overriding/mergedResource';
import { folderOf, terraformResources } from '../../workspace/terraform/resources';
import { isSensitive } from '../../workspace/terraform/values/sensitive';
import { unknownIn } from '../../workspace/terraform/values/typeOf';
import type { Value } from '../../workspace/terraform/values/value';
import { valueText } from '../../workspace/terraform/values/valueText';
import { reasonInWords } from '../unknownGrant';
import type { Hover } from './hover';

/** What an expression of Terraform's at `offset` comes to, once for each module and resource that the text stands for, or what it lacks. */
export function valueHover(file: SourceFile, offset: number, workspace: Workspace, locale: Locale): Hover | undefined {
  const placed = file.roots.find(({ root, offset: start }) => start <= offset && offset <= start + root.text.length);
  const isTerraform = file.format === 'terraform' || file.format === 'terraformJson';
  if (!placed || !isTerraform) return undefined;
  const { root } = placed;
  const at = expressionAt(root, offset - placed.offset);
  if (!at) return undefined;
  const values = new Map<string, string | undefined>();
  let isAssumed = false;
  for (const { scope, address } of standpointsAt(root, file.uri, offset - placed.offset, workspace)) {
    const { value, assumed } = scope.names.evaluate(at);
    const said = say(value, locale);
    isAssumed ||= assumed && !unknownIn(value);
    if (!values.has(said)) values.set(said, address);
  }
  const range = shift(at.range, placed.offset);
  return values.size === 0 ? undefined : { contents: inWords(values, isAssumed, locale), range };
}

/** Of one value it needn't be said of which instance it is. */
function inWords(values: ReadonlyMap<string, string | undefined>, isAssumed: boolean, locale: Locale): string {
  const words = wordsOf(locale);
  const [only, ...others] = values.keys();
  if (others.length === 0) return [words.valueIs, only, ...(isAssumed ? [words.valueAssumed] : [])].join(' ');
  const lines = [...values]
    .slice(0, mostValues)
    .map(([said, address]) => (address ? `- ${codeSpan(address)}: ${said}` : `- ${said}`));
  const left = values.size - lines.length;
  return [words.valuesAre, '', ...lines, ...(left > 0 ? [`- ${fill(words.moreValues, { count: String(left) })}`] : [])].join(
    '\n',
  );
}

/** More of them say less. */
const mostValues = 10;

interface Standpoint {
  readonly scope: Scope;
  /** Of the instance that the expression belongs to. */
  readonly address: string | undefined;
}

function standpointsAt(root: Root, uri: string, offset: number, workspace: Workspace): readonly Standpoint[] {
  const modules = moduleScopes(folderOf(uri), workspace, root, uri);
  const within = terraformResources(root, uri).find(({ body }) => contains(body.range, { start: offset, end: offset }));
  if (!within) return modules.map((scope) => ({ scope, address: undefined }));
  // Another text may say how often it stands for one.
  const merged = mergedResources(root, uri, workspace).find(({ own }) => own.body === within.body)?.root;
  const [whole = within] = merged ? terraformResources(merged, uri) : [];
  return modules
    .flatMap((module) => instancesOf(whole.body, merged ? { ...module, root: merged } : module))
    .map((scope) => ({ scope, address: scope.names.addressesOf(within.address)[0] }));
}

function say(value: Value, locale: Locale): string {
  if (isSensitive(value)) return reasonInWords({ id: 'sensitive', what: '' }, locale);
  const unknown = unknownIn(value);
  const text = value.kind === 'unknown' ? [] : [codeSpan(valueText(value, longest))];
  return [...text, ...(unknown ? [reasonInWords(unknown.why, locale)] : [])].join(' ');
}

/** In UTF-16 code units. */
const longest = 400;

/** The name, call or other expression that isn't written out; undefined where a literal stands. */
function expressionAt(root: Root, offset: number): Expression | undefined {
  const found = nodeAt(root, offset);
  if (found.onKey || found.root !== root) return undefined;
  const node = holeAt(found.node, offset);
  if (node.kind !== 'reference' && node.kind !== 'opaque') return undefined;
  const whole = expressionOf(root, node);
  if (whole.kind === 'unread') return undefined;
  return traversalAt(whole, offset) ?? whole;
}

function holeAt(node: SyntaxNode, offset: number): SyntaxNode {
  const at: TextRange = { start: offset, end: offset };
  const hole = node.kind === 'template' ? node.parts.find((part) => 'hole' in part && contains(part.hole.range, at)) : undefined;
  return hole && 'hole' in hole ? hole.hole : node;
}
