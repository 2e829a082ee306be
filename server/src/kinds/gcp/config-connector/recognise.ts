import type { Root } from '../../../syntax/format';
import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { cachedBy } from '../../../text/cachedBy';
import { literalString } from '../../../workspace/terraform/names/text';
import type { Recognition, Where } from '../../kind';
import { type ConnectorKind, connectorShapes } from './shape';

/** A resource of Config Connector: an object that Kubernetes keeps and Google Cloud gets. */
export interface ConnectorObject {
  readonly kind: ConnectorKind;
  readonly node: MappingNode;
}

/** Quick, for texts of any length. */
export function mayHoldConnector(text: string): boolean {
  return text.includes(host);
}

const host = 'cnrm.cloud.google.com';

/** What an object says that it is; undefined for all other objects of Kubernetes and whatever else. */
export function connectorKindOf(node: SyntaxNode): ConnectorKind | undefined {
  if (node.kind !== 'mapping' || !apiVersions.test(literalString(entryOf(node, 'apiVersion')?.value) ?? '')) return undefined;
  const written = literalString(entryOf(node, 'kind')?.value);
  return connectorKinds.find((kind) => kind === written);
}

const apiVersions = /^(?:iam|accesscontextmanager)\.cnrm\.cloud\.google\.com\/v\d\w*$/;
const connectorKinds = [...connectorShapes.keys()];

/** Those that stand by themselves, in a list or in Kubernetes’ `List`. What another object holds, such as a template, is that one's. */
export const connectorObjects = cachedBy((root: Root): readonly ConnectorObject[] =>
  mayHoldConnector(root.text) ? objectsAt(root.node) : [],
);

function objectsAt(node: SyntaxNode): readonly ConnectorObject[] {
  if (node.kind === 'sequence') return node.items.flatMap(objectsAt);
  if (node.kind !== 'mapping') return [];
  const listed = listedIn(node);
  if (listed) return listed.flatMap(objectsAt);
  const kind = connectorKindOf(node);
  return kind ? [{ kind, node }] : [];
}

/** What the object holds that Kubernetes' tools print several others in. */
function listedIn(node: MappingNode): readonly SyntaxNode[] | undefined {
  const items = entryOf(node, 'items')?.value;
  return items?.kind === 'sequence' && literalString(entryOf(node, 'kind')?.value) === 'List' ? items.items : undefined;
}

export function recogniseConnector(node: SyntaxNode, { root }: Where): Recognition | undefined {
  const found = connectorObjects(root).find((object) => object.node === node);
  const shape = found && connectorShapes.get(found.kind);
  return shape && { takes: 'object', shape, sure: true };
}
