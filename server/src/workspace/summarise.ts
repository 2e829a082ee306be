import type { PlacedRoot, Root } from '../syntax/format';
import { placedItems } from '../syntax/listItems';
import type { SourceFile } from '../syntax/sourceFile';
import { entryOf, type MappingNode } from '../syntax/tree';
import { shift } from '../text/range';
import type { Fact, FactCollector, Place } from './facts';
import { grantFacts } from './grants';
import { groupFacts } from './groups';
import { iamResourceFacts } from './iamResources';
import { levelFacts } from './levels';
import { membershipListFacts } from './membershipLists';
import { accountEmail, namedLevelFacts, namedResourceFact } from './named';
import { blocksOf, folderOf, objectsIn, type TerraformResource, terraformResources } from './terraformResources';
import { literalString } from './text';

export interface SummariseOptions {
  /** The group whose members the file lists, where a setting or its name tells. */
  readonly group: string | undefined;
}

/** What a file tells about others. Depends on the file alone. Never throws. */
export function summarise(file: SourceFile, options: SummariseOptions): readonly Fact[] {
  return file.roots.flatMap((placed) => [
    ...knownFacts(placed, file, options),
    ...placedItems(placed).flatMap((item) => knownFacts(item, file, options)),
  ]);
}

/** Nothing but its place changes for a root that stays the same while something is typed into another one. */
function knownFacts({ root, offset }: PlacedRoot, file: SourceFile, options: SummariseOptions): readonly Fact[] {
  const before = remembered.get(root);
  const isCurrent = before?.uri === file.uri && before.group === options.group;
  if (isCurrent && before.offset === offset) return before.facts;
  const facts = isCurrent
    ? before.facts.map((fact) => movedFact(fact, offset - before.offset))
    : rootFacts({ root, offset }, file, options);
  remembered.set(root, { uri: file.uri, group: options.group, offset, facts });
  return facts;
}

const remembered = new WeakMap<Root, RootFacts>();

interface RootFacts {
  readonly uri: string;
  readonly group: string | undefined;
  readonly offset: number;
  readonly facts: readonly Fact[];
}

function movedFact(fact: Fact, by: number): Fact {
  return { ...fact, at: { uri: fact.at.uri, range: shift(fact.at.range, by) } };
}

function rootFacts({ root, offset }: PlacedRoot, file: SourceFile, options: SummariseOptions): Fact[] {
  const facts: Fact[] = [];
  const collector: FactCollector = {
    uri: file.uri,
    folder: folderOf(file.uri),
    root,
    add: (kind, name, value, at) => {
      const place: Place = { uri: file.uri, range: shift(at.range, offset) };
      // The call ties the value's type to the kind, which the union can't express.
      facts.push({ kind, name, value, at: place } as unknown as Fact);
    },
  };
  if (file.format === 'terraform' || file.format === 'terraformJson') terraformFacts(collector);
  if ((file.format === 'json' || file.format === 'yaml') && !root.item) membershipListFacts(collector, options.group);
  if (isVariableFile(file.uri)) assignmentFacts(collector);
  // Of a list, the items tell.
  if (root.items) return facts;
  levelFacts(collector);
  namedLevelFacts(collector);
  return facts;
}

function terraformFacts(collector: FactCollector): void {
  const { root, folder } = collector;
  if (root.node.kind !== 'mapping') return;
  for (const { type, name, body } of namedBlocks(root.node)) {
    if (type === 'locals')
      for (const { key, value } of body.entries) collector.add('local', `${folder}#${key}`, { root, node: value }, value);
    if (type === 'variable' && name) {
      const value = entryOf(body, 'default')?.value;
      const takesNull = !entryOf(body, 'nullable');
      collector.add('variable', `${folder}#${name}`, { root, node: value, takesNull }, value ?? body);
    }
    if (type === 'module') moduleCall(body, collector);
  }
  for (const resource of terraformResources(root, collector.uri)) {
    if (followedTypes.has(resource.type)) {
      collector.add(
        'resource',
        `${folder}#${resource.address}`,
        { root, type: resource.type, name: resource.name, body: resource.body },
        resource.body,
      );
    }
    if (resource.mode === 'resource' && isAddedByRepairs(resource.type))
      collector.add('declared', `${folder}#${resource.address}`, { address: resource.address }, resource.body);
    if (resource.type === 'google_service_account') accountFact(resource.address, resource.body, collector);
    if (customRoleTypes.has(resource.type)) customRoleFact(resource, collector);
    constraintFact(resource, collector);
    groupFacts(resource, collector);
    namedResourceFact(resource, collector);
    grantFacts(resource, collector);
    iamResourceFacts(resource, collector);
  }
  movedAddresses(collector);
  mentions(collector);
}

/** Top-level blocks by type and last label, however the file writes them. */
function* namedBlocks(node: MappingNode): Generator<{ type: string; name: string | undefined; body: MappingNode }> {
  if (node.header) {
    yield { type: node.header.type, name: node.header.labels.at(-1), body: node };
    return;
  }
  for (const type of ['locals', ...stateBlocks]) for (const body of blocksOf(node, type)) yield { type, name: undefined, body };
  for (const type of ['variable', 'module'])
    for (const { key, value } of blocksOf(node, type).flatMap(({ entries }) => entries))
      for (const body of objectsIn(value)) yield { type, name: key, body };
}

/** State knows an address that is moved, imported or removed, so that nothing new may have it. */
function movedAddresses(collector: FactCollector): void {
  const { root, folder } = collector;
  if (root.node.kind !== 'mapping') return;
  for (const { type, body } of namedBlocks(root.node)) {
    if (!stateBlocks.includes(type)) continue;
    for (const { value } of body.entries.filter(({ key }) => key === 'from' || key === 'to')) {
      const text = root.text.slice(value.range.start, value.range.end);
      const [, resourceType = '', name] = /^["\s]*(google_\w+)\.([\w-]+)/.exec(text) ?? [];
      const address = `${resourceType}.${name}`;
      if (isAddedByRepairs(resourceType)) collector.add('declared', `${folder}#${address}`, { address }, value);
    }
  }
}

const stateBlocks: readonly string[] = 'moved|import|removed'.split('|');

function moduleCall(body: MappingNode, collector: FactCollector): void {
  const source = entryOf(body, 'source')?.value;
  if (source?.kind !== 'scalar' || typeof source.value !== 'string' || !/^\.\.?(\/|$)/.test(source.value)) return;
  const target = resolvePath(collector.folder, source.value);
  collector.add('moduleCall', target, { root: collector.root, folder: collector.folder, arguments: body }, source);
}

/** `file:///a/b` and `../c` give `file:///a/c`. */
function resolvePath(folder: string, path: string): string {
  const parts = folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function accountFact(address: string, body: MappingNode, collector: FactCollector): void {
  const email = accountEmail(body);
  if (email) collector.add('account', email, { folder: collector.folder, address }, body);
}

function customRoleFact({ address, body }: TerraformResource, collector: FactCollector): void {
  const id = literalString(entryOf(body, 'role_id')?.value);
  if (id) collector.add('customRole', `${collector.folder}#${id}`, { address }, body);
}

/** The older resources name the constraint itself, the newer one the policy, whose name ends in it. */
function constraintFact({ type, mode, address, body }: TerraformResource, collector: FactCollector): void {
  if (mode === 'data' || !/^google_(\w+_organization_policy|organization_policy|org_policy_policy)$/.test(type)) return;
  const key = type === 'google_org_policy_policy' ? 'name' : 'constraint';
  const value = entryOf(body, key)?.value;
  const last = value?.kind === 'template' ? value.parts.at(-1) : undefined;
  const text = last && 'literal' in last ? last.literal : literalString(value);
  const constraint = text?.slice(text.lastIndexOf('/') + 1);
  collector.add('constraint', `${collector.folder}#${constraint || '*'}`, { address }, body);
}

function assignmentFacts(collector: FactCollector): void {
  const { root, folder } = collector;
  if (root.node.kind !== 'mapping' || root.node.header) return;
  for (const { key, value } of root.node.entries) collector.add('assignment', `${folder}#${key}`, { root, node: value }, value);
}

function isVariableFile(uri: string): boolean {
  return /(^|\/)(terraform|[^/]*\.auto)\.tfvars(\.json)?$/.test(uri);
}

/** Which addresses of grants the text names besides making them: such a resource can't be taken away unseen. */
function mentions(collector: FactCollector): void {
  const { root, folder, uri } = collector;
  for (const match of root.text.matchAll(/(?<![\w-])google_\w+_iam_(?:member|binding|policy)\.[\w-]+/g)) {
    const path = pathBefore(root.text, match.index);
    if (path.startsWith('module.') || path.length >= longestPath) collector.add('mention', `*#${match[0]}`, { uri }, root.node);
    else if (path === '' || path === 'resource.') collector.add('mention', `${folder}#${match[0]}`, { uri }, root.node);
  }
}

/** What the address at `end` is a part of: `data.`, `module.network["eu"].` */
function pathBefore(text: string, end: number): string {
  const limit = Math.max(0, end - longestPath);
  let start = end;
  while (start > limit && /[\w.[\]"-]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, end).replace(/^[["]+/, '');
}

/** In UTF-16 code units. */
const longestPath = 300;

/** Types of which a repair may add one more, under a name that is free in the module. */
function isAddedByRepairs(type: string): boolean {
  return /^google_(\w+_iam_(member|binding)|access_context_manager_access_level|\w*organization_policy|service_account)$/.test(
    type,
  );
}

export const customRoleTypes: ReadonlySet<string> = new Set([
  'google_project_iam_custom_role',
  'google_organization_iam_custom_role',
]);

/** Resources whose written attributes others refer to: accounts, groups, levels and what their names are made of. */
const followedTypes: ReadonlySet<string> = new Set([
  'google_service_account',
  'google_cloud_identity_group',
  'googleworkspace_group',
  'google_access_context_manager_access_level',
  'google_access_context_manager_access_policy',
  'google_project',
  'google_storage_bucket',
]);
