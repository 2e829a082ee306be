import type { Root } from '../syntax/format';
import { entryOf, type MappingNode } from '../syntax/tree';
import type { TextRange } from '../text/range';
import type { FactCollector, GrantFact, GrantTerms } from './facts';
import type { TerraformResource } from './terraformResources';
import { textOf } from './text';
import { emptyWorkspace } from './workspace';

/** What a `_iam_member` resource grants, so that others know who holds the same role besides. */
export function grantFacts({ type, body, mode }: TerraformResource, collector: FactCollector): void {
  if (mode !== 'resource' || !type.endsWith('_iam_member')) return;
  const scope = { folder: collector.folder, workspace: emptyWorkspace };
  const role = entryOf(body, 'role')?.value;
  const member = entryOf(body, 'member')?.value;
  const text = member && textOf(member, scope);
  if (!text || !role) return;
  const { reference } = text;
  const resource = reference && { folder: reference.folder, address: reference.address };
  const value: GrantFact = { role: textOf(role, scope)?.text, member: text.text, resource, terms: termsOf(body, collector.root) };
  collector.add('grant', grantName(collector.folder, type), value, member);
}

export function grantName(folder: string, type: string): string {
  return `${folder}#${type}`;
}

export function termsOf(body: MappingNode, root: Root): GrantTerms {
  const terms = body.entries.filter(({ key }) => !besides.has(key));
  const textOfValue = ({ start, end }: TextRange) => root.text.slice(start, end).replace(/\s+/g, ' ');
  return {
    texts: Object.fromEntries(terms.map(({ key, value }) => [key, textOfValue(value.range)])),
    unknown: terms.filter(({ value }) => value.kind !== 'scalar').map(({ key }) => key),
  };
}

/** Whether two grants hang on the same resource under the same condition; undefined when the text doesn't tell. */
export function sameTerms(a: GrantTerms, b: GrantTerms): boolean | undefined {
  const keys = [...new Set([...Object.keys(a.texts), ...Object.keys(b.texts)])];
  const different = keys.filter((key) => a.texts[key] !== b.texts[key]);
  if (different.length === 0) return true;
  const told = different.some((key) => key in a.texts && key in b.texts && !a.unknown.includes(key) && !b.unknown.includes(key));
  // A condition that only one of them has tells them apart too.
  return told || different.some((key) => key === 'condition' && !(key in a.texts && key in b.texts)) ? false : undefined;
}

const besides: ReadonlySet<string> = new Set(['member', 'role', 'lifecycle', 'depends_on', 'count', 'for_each', 'provider']);
