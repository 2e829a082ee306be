import type { Root } from '../../../syntax/format';
import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import type { FactReader } from '../../../workspace/index/factReader';
import type { FactCollector, ResourceName } from '../../../workspace/index/facts';
import { emptyWorkspace } from '../../../workspace/index/workspace';
import { instancesAreCounted, knownInstancesOf } from '../../../workspace/terraform/evaluate';
import { blocksOf, type TerraformResource } from '../../../workspace/terraform/resources';
import { textOf } from '../../../workspace/terraform/text';
import { accountResourceOf } from '../members/accounts';

export interface GrantFact {
  readonly address: string;
  /** Undefined where the text doesn't tell. */
  readonly role: string | undefined;
  /** `serviceAccount:a@b`; undefined where it isn't written out. */
  readonly member: string | undefined;
  /** The resource that makes the account to which the role is granted. */
  readonly account: ResourceName | undefined;
  /** How many accounts it may be granted to that the text doesn't tell: none, one, or any number. */
  readonly unknown: 'none' | 'one' | 'any';
  readonly terms: GrantTerms;
}

/** All that makes up a grant but the member: the role, what it hangs on, its condition, and through which provider. */
export interface GrantTerms {
  /** By argument, what is written: the same for two values that surely mean the same in one module. */
  readonly texts: Readonly<Record<string, string>>;
  /** The arguments whose value the text doesn't spell out. */
  readonly unknown: readonly string[];
  /** Whether the grant surely is there, once, and is as the text says. */
  readonly sure: boolean;
}

declare module '../../../workspace/index/facts' {
  interface FactKinds {
    /** A `_iam_member` resource: name `<folder>#<type>`. */
    readonly grant: GrantFact;
  }
}

export const grantFacts: FactReader = {
  types: ['google_*_iam_member'],
  resource: addGrants,
  added: ['google_*_iam_member', 'google_*_iam_binding'],
  removed: ['google_*_iam_member', 'google_*_iam_binding', 'google_*_iam_policy'],
};

/** What a `_iam_member` resource grants, so that others know who holds the same role besides. */
function addGrants({ type, address, body, mode }: TerraformResource, collector: FactCollector): void {
  if (mode !== 'resource') return;
  const scope = { folder: collector.folder, workspace: emptyWorkspace };
  const role = entryOf(body, 'role')?.value;
  const member = entryOf(body, 'member')?.value;
  if (!member || !role) return;
  const terms = termsOf(body, collector.root);
  const instances = knownInstancesOf(body, scope);
  for (const instance of instances ?? [scope]) {
    const text = textOf(member, instance);
    if (!text) continue;
    const account = accountResourceOf(text, 'serviceAccount:');
    const isTold = text.text !== undefined || account !== undefined || !/^(serviceAccount:|$)/.test(text.prefix);
    const value: GrantFact = {
      address,
      role: textOf(role, instance)?.text,
      member: text.text,
      account,
      unknown: isTold ? 'none' : instances ? 'one' : 'any',
      terms,
    };
    collector.add('grant', grantName(collector.folder, type), value, member);
  }
}

export function grantName(folder: string, type: string): string {
  return `${folder}#${type}`;
}

export function termsOf(body: MappingNode, root: Root): GrantTerms {
  const terms = body.entries.filter(({ key }) => !besides.has(key));
  const isLet = blocksOf(body, 'lifecycle').some((block) => entryOf(block, 'ignore_changes') !== undefined);
  return {
    texts: Object.fromEntries(terms.map(({ key, value }) => [key, written(value, root)])),
    unknown: terms.filter(({ value }) => value.kind !== 'scalar').map(({ key }) => key),
    sure: body.complete && !instancesAreCounted(body) && !isLet,
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
      return node.complete ? `[${inner.join()}]` : root.text.slice(node.range.start, node.range.end);
    }
    default:
      return root.text.slice(node.range.start, node.range.end);
  }
}

const besides: ReadonlySet<string> = new Set(['member', 'lifecycle', 'depends_on', 'count', 'for_each']);
