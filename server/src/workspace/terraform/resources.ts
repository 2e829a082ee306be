import type { Root } from '../../syntax/format';
import { entryOf, type MappingNode, type SyntaxNode } from '../../syntax/tree';
import { contains, type TextRange } from '../../text/range';

/** A Terraform block, written as HCL or as `.tf.json`. */
export interface TerraformResource {
  readonly mode: (typeof modes)[number];
  readonly type: string;
  readonly name: string;
  /** `google_project_iam_member.app`, `data.google_iam_policy.admin`, `ephemeral.google_service_account_key.deploy`. */
  readonly address: string;
  /** The module: the folder's address, without a slash at the end. */
  readonly folder: string;
  readonly body: MappingNode;
  /** The block's header, or the resource's key in `.tf.json`: what is marked where something is absent. */
  readonly anchor: TextRange;
  /** `.tf.json`: the mapping from name to body that holds this resource. */
  readonly siblings: MappingNode | undefined;
  /** Has `count` or `for_each`, so that the text stands for several resources or none. */
  readonly repeated: boolean;
}

const modes = ['resource', 'data', 'ephemeral'] as const;

/** The resources, data sources and ephemeral resources that stand in a root, in the order of the text. Every kind asks, so they are cached by it. */
export function terraformResources(root: Root, uri: string): readonly TerraformResource[] {
  const { name } = root.format;
  if ((name !== 'terraform' && name !== 'terraformJson') || root.node.kind !== 'mapping') return [];
  const before = known.get(root);
  if (before?.uri === uri) return before.resources;
  const resources = name === 'terraform' ? blockResource(root.node, uri) : [...jsonResources(root.node, uri)];
  known.set(root, { uri, resources });
  return resources;
}

const known = new WeakMap<Root, { readonly uri: string; readonly resources: readonly TerraformResource[] }>();

/** The one that a range of the root stands in. */
export function resourceAt(root: Root, uri: string, range: TextRange): TerraformResource | undefined {
  const isAround = ({ anchor, body }: TerraformResource) => contains(anchor, range) || contains(body.range, range);
  return terraformResources(root, uri).find(isAround);
}

/** The module that a file belongs to: its folder's address, without a slash at the end. */
export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** What a path means in a folder: `file:///a/b` and `../c` give `file:///a/c`. */
export function addressFrom(folder: string, path: string): string {
  const parts = folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Whether the source of a module is a folder beside the one that calls it. */
export function isLocalSource(source: string): boolean {
  return /^\.\.?(?:\/|$)/.test(source);
}

/** The bodies of the blocks of one name, or in JSON the object or list of objects that stands for them. */
export function blocksOf(body: MappingNode, name: string): readonly MappingNode[] {
  const value = entryOf(body, name)?.value;
  return value ? objectsIn(value) : [];
}

/** In `.tf.json` whatever is an object may be a list of objects, at every level. */
export function objectsIn(value: SyntaxNode): readonly MappingNode[] {
  if (value.kind === 'mapping') return [value];
  return value.kind === 'sequence' ? value.items.filter((item) => item.kind === 'mapping') : [];
}

/** Whether the address of the resource means several, or none, and each has an index of its own. */
export function instancesAreCounted(body: MappingNode): boolean {
  return entryOf(body, 'count') !== undefined || entryOf(body, 'for_each') !== undefined;
}

function blockResource(body: MappingNode, uri: string): TerraformResource[] {
  const [type, name] = body.header?.labels ?? [];
  const mode = modes.find((one) => one === body.header?.type);
  if (!body.header || !type || !name || !mode) return [];
  return [describe({ mode, type, name, body, anchor: body.header.range, siblings: undefined }, uri)];
}

function* jsonResources(root: MappingNode, uri: string): Generator<TerraformResource> {
  for (const mode of modes) {
    for (const { key: type, value } of blocksOf(root, mode).flatMap(({ entries }) => entries)) {
      for (const siblings of objectsIn(value)) {
        for (const { key: name, keyRange: anchor, value: bodies } of siblings.entries) {
          for (const body of objectsIn(bodies)) yield describe({ mode, type, name, body, anchor, siblings }, uri);
        }
      }
    }
  }
}

function describe(found: Omit<TerraformResource, 'address' | 'folder' | 'repeated'>, uri: string): TerraformResource {
  const address = `${found.mode === 'resource' ? '' : `${found.mode}.`}${found.type}.${found.name}`;
  return { ...found, address, folder: folderOf(uri), repeated: instancesAreCounted(found.body) };
}
