import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { literalString } from '../../../workspace/terraform/names/text';
import { isUnfilled } from '../../reading/values';
import type { AttachmentLevel } from '../allow-policy/policy';

/** What an object of Config Connector asks for. */
export function specOf(node: SyntaxNode): MappingNode | undefined {
  return mappingIn(node, 'spec');
}

/** What kind of thing the policy of an object hangs on; undefined where the text doesn't tell. */
export function targetLevel(node: SyntaxNode): AttachmentLevel | undefined {
  const kind = textIn(referenceIn(node), 'kind');
  return kind === undefined ? undefined : (levels.get(kind) ?? 'other');
}

const levels: ReadonlyMap<string, AttachmentLevel> = new Map<string, AttachmentLevel>([
  ['Project', 'project'],
  ['Folder', 'folder'],
  ['Organization', 'organization'],
  ['BillingAccount', 'billingAccount'],
  ['IAMServiceAccount', 'serviceAccount'],
  ['StorageBucket', 'bucket'],
]);

/** What the policy of an object hangs on, in the words of its reference: a name of Google Cloud's, or that of another object. */
export function targetText(node: SyntaxNode): string | undefined {
  const reference = referenceIn(node);
  const external = textIn(reference, 'external');
  if (external !== undefined) return external;
  const path = ['kind', 'namespace', 'name'].map((key) => textIn(reference, key));
  const [kind, , name] = path;
  if (kind === undefined || name === undefined) return undefined;
  return path.filter((part) => part !== undefined).join('/');
}

/** The kind and the name of an object, as Kubernetes' tools write them. */
export function objectName(node: SyntaxNode): string {
  const own = node.kind === 'mapping' ? node : undefined;
  return [textIn(own, 'kind'), textIn(mappingIn(node, 'metadata'), 'name')].filter((part) => part !== undefined).join('/');
}

function referenceIn(node: SyntaxNode): MappingNode | undefined {
  const spec = specOf(node);
  return spec && mappingIn(spec, 'resourceRef');
}

/** The object under a key. */
export function mappingIn(node: SyntaxNode | undefined, key: string): MappingNode | undefined {
  const value = node?.kind === 'mapping' ? entryOf(node, key)?.value : undefined;
  return value?.kind === 'mapping' ? value : undefined;
}

/** The text under a key, unless somebody has yet to fill it in. */
export function textIn(node: MappingNode | undefined, key: string): string | undefined {
  const text = node && literalString(entryOf(node, key)?.value);
  return text === undefined || isUnfilled(text) ? undefined : text;
}
