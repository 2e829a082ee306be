import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { rest } from '../../dialect';
import type { Kind } from '../../kind';
import type { Policy } from '../../policy';
import { ownPlace } from '../../reading/roots';
import { wordsOfText } from '../members/policyWords';
import { choices } from '../provider-resource/choices';

/** A document of Google's access APIs besides allow policies and access levels, as REST and gcloud write it. */
export interface AccessDocument extends Policy {
  readonly kind: 'gcp.accessDocument';
  readonly form: AccessDocumentForm;
}

export type AccessDocumentForm =
  | 'accessBinding'
  | 'servicePerimeter'
  | 'credentialAccessBoundary'
  | 'entitlement'
  | 'dynamicGroup'
  | 'serviceAccountRequest'
  | 'workloadIdentityProvider';

const accessDocument: Kind<AccessDocument> = {
  id: 'gcp.accessDocument',
  mayHold: /scopedAccessSettings|groupKey|servicePerimeters|accessBoundary|privilegedAccess/,
  choices,
  wordsOf: wordsOfText,
  lists: 'items',
  read(root, { uri }) {
    const isDocument = root.format.name === 'json' || root.format.name === 'yaml';
    if (!isDocument) return [];
    const items = root.node.kind === 'sequence' ? root.node.items : [root.node];
    return items.flatMap((node) => {
      const form = accessDocumentOf(node);
      return form ? [{ kind: 'gcp.accessDocument', form, node, place: ownPlace(root, uri), dialect: rest }] : [];
    });
  },
};

/** Which of them a mapping is; told by keys that no other tool has together. */
function accessDocumentOf(node: SyntaxNode): AccessDocumentForm | undefined {
  if (node.kind !== 'mapping') return undefined;
  const has = (...keys: readonly string[]) => keys.every((key) => entryOf(node, key) !== undefined);
  if (has('scopedAccessSettings') || has('groupKey', 'accessLevels') || has('groupKey', 'sessionSettings'))
    return 'accessBinding';
  if (nameHas(node, '/servicePerimeters/')) return 'servicePerimeter';
  if (has('accessBoundary')) return holds(node, 'accessBoundary', 'accessBoundaryRules') ? 'credentialAccessBoundary' : undefined;
  if (holds(node, 'privilegedAccess', 'gcpIamAccess')) return 'entitlement';
  if (has('groupKey', 'dynamicGroupMetadata')) return 'dynamicGroup';
  if (has('accountId') && holds(node, 'serviceAccount', 'displayName')) return 'serviceAccountRequest';
  if (has('attributeMapping') && holds(node, 'oidc', 'issuerUri')) return 'workloadIdentityProvider';
  return undefined;
}

function nameHas(node: MappingNode, part: string): boolean {
  const name = entryOf(node, 'name')?.value;
  return name?.kind === 'scalar' && typeof name.value === 'string' && name.value.includes(part);
}

function holds(node: MappingNode, key: string, inner: string): boolean {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'mapping' && entryOf(value, inner) !== undefined;
}

export default accessDocument;
