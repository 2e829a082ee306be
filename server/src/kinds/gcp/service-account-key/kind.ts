import type { Root } from '../../../syntax/format';
import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import type { TextRange } from '../../../text/range';
import { instancesOf } from '../../../workspace/terraform/names/instances';
import { resolve } from '../../../workspace/terraform/names/resolve';
import { moduleScope, type Scope } from '../../../workspace/terraform/names/scope';
import { blocksOf, folderOf, type TerraformResource, terraformResources } from '../../../workspace/terraform/resources';
import { terraform } from '../../dialect';
import type { Kind } from '../../kind';
import type { Policy } from '../../policy';
import { ownPlace } from '../../reading/roots';
import { connector } from '../config-connector/dialect';
import { shapedObjectsOf } from '../config-connector/objects';
import { type ConnectorObject, connectorObjects } from '../config-connector/recognise';
import { specOf } from '../config-connector/target';
import { keyResource, provider } from './shape';
import { words } from './words';

/** Terraform that makes, uploads or uses a key of a service account. */
export interface ServiceAccountKey extends Policy {
  readonly kind: 'gcp.serviceAccountKey';
  /** `ephemeral`: made for one run and not kept in the state. `providerFile`: a file that a provider signs in with. */
  readonly form: 'created' | 'uploaded' | 'ephemeral' | 'providerFile';
  readonly anchor: TextRange;
  /** Whether something replaces a created key from time to time; undefined where the text doesn't tell. */
  readonly rotated: boolean | undefined;
}

const keyType = 'google_service_account_key';

const serviceAccountKey: Kind<ServiceAccountKey> = {
  id: 'gcp.serviceAccountKey',
  words,
  name: () => 'it',
  lists: 'items',
  // Where a resource has two texts, one of them overrides the other.
  facts: [{ types: [keyType] }],
  block: (mode, type) => (mode === 'resource' && type === keyType ? keyResource : undefined),
  objects({ node, form, place, dialect }) {
    if (dialect === connector) return shapedObjectsOf(node, place.root);
    // Terraform alone tells what an ephemeral key takes.
    if (node.kind !== 'mapping' || form === 'ephemeral') return [];
    return [{ node, shape: form === 'providerFile' ? provider : keyResource }];
  },
  read(root, { uri, workspace }) {
    const scope = moduleScope(folderOf(uri), workspace, root, uri);
    const keys = terraformResources(root, uri).filter(({ type, mode }) => type === keyType && mode !== 'data');
    return [
      ...keys.flatMap((resource) => fromResource(root, resource, uri, scope)),
      ...providersIn(root).flatMap((provider) => fromProvider(root, provider, uri)),
      ...connectorObjects(root).flatMap((object) => fromConnector(root, object, uri)),
    ];
  },
};

function fromResource(root: Root, resource: TerraformResource, uri: string, scope: Scope): ServiceAccountKey[] {
  const { body, anchor, mode } = resource;
  const [instance] = instancesOf(body, scope);
  // A count of 0 makes no key.
  if (!instance) return [];
  const form = mode === 'ephemeral' ? 'ephemeral' : isUpload(body) ? 'uploaded' : 'created';
  const rotated = form === 'created' ? isRotated(body, instance) : undefined;
  const place = ownPlace(root, uri, resource);
  return [{ kind: 'gcp.serviceAccountKey', form, node: body, anchor, rotated, place, dialect: terraform }];
}

/** Nothing there tells when another key is to be made. */
function fromConnector(root: Root, { kind, node }: ConnectorObject, uri: string): ServiceAccountKey[] {
  if (kind !== 'IAMServiceAccountKey') return [];
  const spec = specOf(node);
  const form = spec && isUpload(spec, 'publicKeyData') ? 'uploaded' : 'created';
  const anchor = entryOf(node, 'kind')?.value.range ?? node.range;
  const place = ownPlace(root, uri);
  return [{ kind: 'gcp.serviceAccountKey', form, node, anchor, rotated: undefined, place, dialect: connector }];
}

function isUpload(body: MappingNode, key = 'public_key_data'): boolean {
  const value = entryOf(body, key)?.value;
  return value !== undefined && !isNull(value);
}

function isRotated(body: MappingNode, scope: Scope): boolean | undefined {
  if (blocksOf(body, 'lifecycle').some((block) => entryOf(block, 'replace_triggered_by'))) return true;
  const value = entryOf(body, 'keepers')?.value;
  if (!value) return body.complete ? false : undefined;
  if (isNull(value)) return false;
  const { node, certain } = resolve(value, scope);
  if (node.kind !== 'mapping' || !certain) return undefined;
  const changing = node.entries.map((entry) => changes(entry.value, scope));
  if (changing.includes(true)) return true;
  return node.complete && !changing.includes(undefined) ? false : undefined;
}

/** Whether a keeper may get another value by itself or by someone's hand. */
function changes(keeper: SyntaxNode, scope: Scope): boolean | undefined {
  const { node, certain } = resolve(keeper, scope);
  if (node.kind === 'scalar') return certain ? false : undefined;
  if (node.kind !== 'reference') return undefined;
  // An account keeps its attributes for as long as it lives.
  if (node.path[0] === 'google_service_account') return false;
  return node.path[0] === 'time_rotating' ? true : undefined;
}

interface ProviderBlock {
  readonly name: string;
  readonly body: MappingNode;
}

function providersIn(root: Root): readonly ProviderBlock[] {
  const isTerraform = root.format.name === 'terraform' || root.format.name === 'terraformJson';
  const node = isTerraform ? root.node : undefined;
  if (node?.kind !== 'mapping') return [];
  if (root.format.name === 'terraform') {
    const [name] = node.header?.type === 'provider' ? node.header.labels : [];
    return name ? [{ name, body: node }] : [];
  }
  return blocksOf(node, 'provider').flatMap((types) =>
    types.entries.flatMap(({ key }) => blocksOf(types, key).map((body) => ({ name: key, body }))),
  );
}

const providers: ReadonlySet<string> = new Set(['google', 'google-beta', 'googleworkspace']);

function fromProvider(root: Root, { name, body }: ProviderBlock, uri: string): ServiceAccountKey[] {
  const value = providers.has(name) ? entryOf(body, 'credentials')?.value : undefined;
  if (!value || !namesFile(value)) return [];
  const place = ownPlace(root, uri);
  const common = { kind: 'gcp.serviceAccountKey', node: body, place, dialect: terraform, rotated: undefined } as const;
  return [{ ...common, form: 'providerFile', anchor: value.range }];
}

/** `file("key.json")`, in `.tf.json` as `"${file("key.json")}"`, or the path itself. */
function namesFile(value: SyntaxNode): boolean {
  if (value.kind === 'opaque') return value.call?.name === 'file';
  if (value.kind === 'scalar') return typeof value.value === 'string' && /^[^{}\r\n]+\.json$/.test(value.value);
  const [part, ...more] = value.kind === 'template' ? value.parts : [];
  return part !== undefined && more.length === 0 && 'hole' in part && namesFile(part.hole);
}

function isNull(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

export default serviceAccountKey;
