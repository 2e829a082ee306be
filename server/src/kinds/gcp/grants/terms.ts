import type { Root } from '../../../syntax/format';
import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { writtenAt } from '../../../syntax/writtenAt';
import { blocksOf, instancesAreCounted } from '../../../workspace/terraform/resources';

/** All that makes up a grant but the member: the role, what it hangs on, its condition, and through which provider. */
export interface GrantTerms {
  /** By argument, what is written: the same for two values that surely mean the same in one module. */
  readonly texts: Readonly<Record<string, string>>;
  /** The arguments whose value the text doesn't spell out. */
  readonly unknown: readonly string[];
  /** Whether the grant surely is there, once, and is as the text says. */
  readonly sure: boolean;
}

/** Those of a resource that grants one role. */
export function termsOf(body: MappingNode, root: Root): GrantTerms {
  const terms = body.entries.filter(({ key }) => !besides.has(key));
  const isLet = blocksOf(body, 'lifecycle').some((block) => entryOf(block, 'ignore_changes') !== undefined);
  return {
    texts: Object.fromEntries(terms.map(({ key, value }) => [key, writtenTerm(key, value, root)])),
    unknown: terms.filter(({ value }) => value.kind !== 'scalar').map(({ key }) => key),
    sure: body.complete && !instancesAreCounted(body) && !isLet,
  };
}

/** Those of a binding in the document that a resource sets: what the resource says with what the binding says. */
export function withBinding(resource: GrantTerms, binding: MappingNode, root: Root): GrantTerms {
  const { texts, unknown, sure } = termsOf(binding, root);
  // `google_project_iam_policy` itself has neither.
  const [role, condition] = ['role', 'condition'].map((key) => texts[key]);
  return {
    texts: { ...resource.texts, ...(role ? { role } : {}), ...(condition ? { condition } : {}) },
    unknown: [...resource.unknown, ...unknown],
    sure: resource.sure && sure,
  };
}

/**
 * Whether two grants of one module give the same role on the same resource, under the same condition, through the same provider.
 * `maybe` where the text doesn't tell; only `surely` says that who has one of them doesn't need the other.
 */
export function sameTerms(a: GrantTerms, b: GrantTerms): 'surely' | 'maybe' | 'no' {
  const keys = [...new Set([...Object.keys(a.texts), ...Object.keys(b.texts)])];
  const different = keys.filter((key) => a.texts[key] !== b.texts[key]);
  if (different.length === 0) return a.sure && b.sure ? 'surely' : 'maybe';
  const told = different.some((key) => key in a.texts && key in b.texts && !a.unknown.includes(key) && !b.unknown.includes(key));
  // A condition that only one of them has tells them apart too.
  return told || different.some((key) => key === 'condition' && !(key in a.texts && key in b.texts)) ? 'no' : 'maybe';
}

/** A condition is one object, whether it stands in a block, in a list of one, or by itself. */
function writtenTerm(key: string, value: SyntaxNode, root: Root): string {
  const [only, ...more] = key === 'condition' && value.kind === 'sequence' && value.complete ? value.items : [];
  return written(only?.kind === 'mapping' && more.length === 0 ? only : value, root);
}

/** A text that two values share only where they mean the same; the order of keys, blanks and comments between them tell nothing. */
function written(node: SyntaxNode, root: Root): string {
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify(node.value);
    case 'mapping':
    case 'sequence': {
      const inner =
        node.kind === 'mapping'
          ? node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${written(value, root)}`).sort()
          : node.items.map((item) => written(item, root));
      return node.complete ? `[${inner.join()}]` : writtenAt(root, node.range);
    }
    default:
      return writtenAt(root, node.range);
  }
}

const besides: ReadonlySet<string> = new Set([
  'member',
  'members',
  'policy_data',
  'lifecycle',
  'depends_on',
  'count',
  'for_each',
]);
