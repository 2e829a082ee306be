import type { Format, Root } from '../../../syntax/format';
import { shiftNode } from '../../../syntax/list/shiftNode';
import { nodeAt } from '../../../syntax/terraform/embeddedInto';
import { bodyOf, tellBody } from '../../../syntax/terraform/expressions/written';
import { shiftedRoot } from '../../../syntax/terraform/shiftedRoot';
import type { Entry, MappingNode, SyntaxNode } from '../../../syntax/tree';
import { contains, shift, type TextRange } from '../../../text/range';
import type { FactOf } from '../../index/facts';
import type { Workspace } from '../../index/workspace';
import { isOverride, overridden } from '../modules/configuration';
import { objectsIn, type TerraformResource, terraformResources } from '../resources';

/** A resource of which several texts say what it is, as Terraform takes them together. */
export interface MergedResource {
  /** All of the texts, one behind the other. Its node holds this resource alone, with what is in force. */
  readonly root: Root;
  /** What is said of it in the text that is read. */
  readonly own: TerraformResource;
  /** Where a range of `root` stands in the text that is read; undefined for what another one says. */
  toOwn(range: TextRange): TextRange | undefined;
}

/**
 * Those of the resources in a root that override files change, or that it changes as one of them, as many as anybody has: each takes all of
 * its texts along.
 */
export function mergedResources(root: Root, uri: string, workspace: Workspace): readonly MergedResource[] {
  let left = mostText;
  return terraformResources(root, uri).flatMap((resource) => {
    const texts = left > 0 ? textsInOrder(resource, workspace) : undefined;
    const own = texts?.findIndex(({ value, at }) => at.uri === uri && isTextOf(value, root, resource)) ?? -1;
    if (!texts || own < 0) return [];
    const found = merged(resource, texts, own);
    left -= found.root.text.length;
    return [found];
  });
}

/** In UTF-16 code units. */
const mostText = 4_000_000;

type ResourceText = FactOf<'resourceText'>;

/** The text that is overridden, and what overrides it; undefined where that isn't one text, or nothing does. */
function textsInOrder(
  { folder, address }: TerraformResource,
  workspace: Workspace,
): readonly [ResourceText, ...ResourceText[]] | undefined {
  const name = `${folder}#${address}`;
  if (workspace.find('declared', name).length < 2) return undefined;
  const texts = workspace.find('resourceText', name);
  const overrides = texts.filter(({ at }) => isOverride(at.uri)).sort((a, b) => (a.at.uri < b.at.uri ? -1 : 1));
  const [base, ...others] = texts.filter(({ at }) => !isOverride(at.uri));
  return base && others.length === 0 && overrides.length > 0 ? [base, ...overrides] : undefined;
}

function isTextOf({ root, node }: ResourceText['value'], read: Root, { body }: TerraformResource): boolean {
  return root.text === read.text && node.range.start === body.range.start;
}

interface Part {
  readonly root: Root;
  readonly range: TextRange;
}

interface Joined {
  readonly text: string;
  readonly parts: readonly Part[];
}

/** Texts one behind the other. A `.tf.json` file and what overrides it have many resources, which take the same ones. */
function joined(roots: readonly [Root, ...Root[]]): Joined {
  const [base] = roots;
  const before = known.get(base);
  if (before && before.roots.length === roots.length && before.roots.every((root, index) => root === roots[index]))
    return before.joined;
  let end = -1;
  const parts = roots.map((root): Part => {
    const start = end + 1;
    end = start + root.text.length;
    return { root: shiftedRoot(root, start), range: { start, end } };
  });
  const made = { text: roots.map(({ text }) => text).join('\n'), parts };
  known.set(base, { roots, joined: made });
  return made;
}

const known = new WeakMap<Root, { readonly roots: readonly Root[]; readonly joined: Joined }>();

function merged(resource: TerraformResource, texts: readonly [ResourceText, ...ResourceText[]], own: number): MergedResource {
  const [text, ...others] = texts;
  const { text: whole, parts } = joined([text.value.root, ...others.map(({ value }) => value.root)]);
  const bodies = parts.map(({ root, range: { start } }, index) => {
    const { node } = (texts[index] ?? text).value;
    const found = nodeAt(root.node, 'mapping', shift(node.range, start));
    return found?.kind === 'mapping' ? found : shiftNode(node, start);
  });
  const body = bodies.reduce(overriddenNode);
  tellBody(body, parts.map(({ root }, index) => bodyOf(root, bodies[index] ?? body)).reduce(overridden));
  const isInForce = (node: SyntaxNode) => body.entries.some((entry) => contains(entry.range, node.range));
  const root: Root = {
    format: formatOf(text.value.root, parts),
    text: whole,
    node: body.header ? body : inJson(resource, body, text.value.anchor, { start: 0, end: whole.length }),
    comments: parts.flatMap((part) => part.root.comments),
    broken: parts.some((part) => part.root.broken),
    embedded: parts.flatMap((part) => part.root.embedded).filter(({ owner }) => isInForce(owner)),
    texts: parts.map((part) => part.root),
  };
  const ownRange = parts[own]?.range ?? { start: 0, end: 0 };
  const toOwn = (range: TextRange) => (contains(ownRange, range) ? shift(range, -ownRange.start) : undefined);
  return { root, own: resource, toOwn };
}

/** Nothing of it is written anywhere; its strings are read as they stand in their texts. */
function formatOf({ format }: Root, parts: readonly Part[]): Format {
  return {
    ...format,
    render: () => undefined,
    keepFormatted: (_, edits) => edits,
    segments(_, node) {
      const part = parts.find(({ range }) => contains(range, node.range));
      return part?.root.format.segments(part.root, node);
    },
  };
}

/** What {@link overridden} says of bodies, in the tree. */
function overriddenNode(before: MappingNode, by: MappingNode): MappingNode {
  const isReplaced = ({ key }: Entry) => by.entries.some((entry) => entry.key === key);
  const lifecycle = before.entries.find(({ key }) => key === 'lifecycle');
  const entries = by.entries.map((entry) => (lifecycle && entry.key === 'lifecycle' ? joinedLifecycle(lifecycle, entry) : entry));
  return {
    ...before,
    entries: [...before.entries.filter((entry) => !isReplaced(entry)), ...entries],
    complete: before.complete && by.complete,
    editable: false,
  };
}

function joinedLifecycle(before: Entry, by: Entry): Entry {
  const [first, second] = [before, by].map(({ value }) => objectsIn(value)[0]);
  return first && second ? { ...by, value: overriddenNode(first, second) } : by;
}

/** As it stands in a `.tf.json` file by itself. */
function inJson({ mode, type, name }: TerraformResource, body: MappingNode, keyRange: TextRange, range: TextRange): MappingNode {
  const holding = (key: string, value: MappingNode, entry: Pick<Entry, 'range' | 'keyRange'>): MappingNode => ({
    kind: 'mapping',
    range,
    entries: [{ key, value, ...entry }],
    complete: true,
    editable: false,
  });
  const around = { keyRange, range };
  return holding(mode, holding(type, holding(name, body, around), around), around);
}
