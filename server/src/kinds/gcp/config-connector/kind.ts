import type { Root } from '../../../syntax/format';
import type { SyntaxNode } from '../../../syntax/tree';
import type { Kind } from '../../kind';
import { type OutlineItem, outlineItem } from '../../outline';
import type { Policy, PolicyPlace } from '../../policy';
import { ownPlace } from '../../reading/roots';
import { connector } from './dialect';
import { shapedObjectsOf } from './objects';
import { type ConnectorObject, connectorObjects, recogniseConnector } from './recognise';
import { objectName } from './target';
import { words } from './words';

/** An object of Config Connector. What it grants is told by allow policies, and the key that it makes by keys. */
export interface ConnectorDocument extends Policy {
  readonly kind: 'gcp.configConnector';
  readonly form: ConnectorObject['kind'];
}

const configConnector: Kind<ConnectorDocument> = {
  id: 'gcp.configConnector',
  words,
  recognise: recogniseConnector,
  isOfKubernetes: true,
  lists: 'items',
  objects: ({ node, place }) => shapedObjectsOf(node, place.root),
  mayHold: /cnrm\.cloud\.google\.com/,
  name: ({ form }) => form,
  read: (root, { uri }) => documentsIn(root, ownPlace(root, uri)),
  outline: ({ form, node }) => (inOutline.has(form) ? [item(node)] : []),
};

function documentsIn(root: Root, place: PolicyPlace): ConnectorDocument[] {
  return connectorObjects(root).map(({ kind: form, node }) => ({
    kind: 'gcp.configConnector',
    form,
    node,
    place,
    dialect: connector,
  }));
}

/** Policies show themselves, with their roles. */
const inOutline: ReadonlySet<ConnectorObject['kind']> = new Set(['IAMServiceAccount', 'IAMServiceAccountKey']);

function item(node: SyntaxNode): OutlineItem {
  return outlineItem('object', objectName(node), '', node.range, node.range);
}

export default configConnector;
