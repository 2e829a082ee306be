import { entryOf, type MappingNode, type SyntaxNode } from '../../syntax/tree';

/** Documents of Google's access APIs besides allow policies and access levels, as REST and gcloud write them. */
export type AccessDocument =
  | 'accessBinding'
  | 'servicePerimeter'
  | 'credentialAccessBoundary'
  | 'entitlement'
  | 'dynamicGroup'
  | 'serviceAccountRequest'
  | 'workloadIdentityProvider'
  | 'organizationPolicy';

/** Which of them a mapping is; told by keys that no other tool has together. */
export function accessDocumentOf(node: SyntaxNode): AccessDocument | undefined {
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
  if (nameHas(node, '/policies/') && (has('spec') || has('dryRunSpec'))) return 'organizationPolicy';
  return undefined;
}

/** Quick, for texts of any length: most files are none of this. */
export function mayHoldAccessDocument(text: string): boolean {
  return /scopedAccessSettings|groupKey|\/servicePerimeters\/|accessBoundary|privilegedAccess|accountId|attributeMapping|\/policies\//.test(
    text,
  );
}

function nameHas(node: MappingNode, part: string): boolean {
  const name = entryOf(node, 'name')?.value;
  return name?.kind === 'scalar' && typeof name.value === 'string' && name.value.includes(part);
}

function holds(node: MappingNode, key: string, inner: string): boolean {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'mapping' && entryOf(value, inner) !== undefined;
}
