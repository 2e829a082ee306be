import type { Root } from '../../syntax/format';
import { entryOf, type MappingNode, type SyntaxNode } from '../../syntax/tree';
import { escapedPath } from '../files/address';
import { isOverride } from '../terraform/modules/configuration';
import { literalString } from '../terraform/names/text';
import { addressFrom, blocksOf, isLocalSource, objectsIn, terraformResources } from '../terraform/resources';
import type { FactReaders } from './factReaders';
import type { FactCollector } from './facts';
import { filesNamedIn } from './namedFiles';
import { readsFiles } from './readsFiles';

/** Terraform's own: names, modules, and which addresses there are. */
export function moduleFacts(collector: FactCollector, readers: FactReaders): void {
  const { root, folder } = collector;
  if (root.node.kind !== 'mapping') return;
  for (const { type, name, body } of namedBlocks(root.node)) {
    if (type === 'locals')
      for (const { key, value } of body.entries) collector.add('local', `${folder}#${key}`, { root, node: value }, value);
    if (type === 'variable' && name) {
      collector.add('variable', `${folder}#${name}`, { root, node: body }, body);
    }
    if (type === 'module') moduleCall(name, body, collector);
    if (type === 'output' && name) collector.add('output', folder, { root, name, node: body }, body);
    if (type === 'provider' && name) {
      const alias = entryOf(body, 'alias')?.value;
      const called = alias ? `${name}.${literalString(alias)}` : name;
      collector.add('provider', `${folder}#${called}`, { root, node: body }, body);
    }
  }
  for (const { mode, type, name, address, body, anchor } of terraformResources(root, collector.uri)) {
    const valueType = readers.valueTypeOf(mode, type);
    if (valueType || readers.follows(type))
      collector.add('resource', `${folder}#${address}`, { root, type, name, body, valueType }, body);
    if (!readers.knows(type)) continue;
    declare(address, true, body, collector);
    collector.add('resourceText', `${folder}#${address}`, { root, node: body, anchor }, body);
  }
  movedAddresses(collector, readers);
  mentions(collector, readers);
  takenApart(collector, readers);
  readFiles(collector);
}

/** The bodies of all calls of modules that a root holds. */
export function moduleCalls({ node }: Root): readonly MappingNode[] {
  return node.kind === 'mapping' ? [...namedBlocks(node)].flatMap(({ type, body }) => (type === 'module' ? [body] : [])) : [];
}

/** Whether the module that is called stands in the workspace, as far as the text tells. */
export function callsLocally(call: MappingNode): boolean {
  const source = entryOf(call, 'source')?.value;
  return source?.kind === 'scalar' && typeof source.value === 'string' && isLocalSource(source.value);
}

/** Top-level blocks by type and last label, however the file writes them. */
function* namedBlocks(node: MappingNode): Generator<{ type: string; name: string | undefined; body: MappingNode }> {
  if (node.header) {
    yield { type: node.header.type, name: node.header.labels.at(-1), body: node };
    return;
  }
  for (const type of ['locals', ...stateBlocks]) for (const body of blocksOf(node, type)) yield { type, name: undefined, body };
  for (const type of ['variable', 'module', 'output', 'provider'])
    for (const { key, value } of blocksOf(node, type).flatMap(({ entries }) => entries))
      for (const body of objectsIn(value)) yield { type, name: key, body };
}

/** State knows an address that is moved, imported or removed, so that nothing new may have it. */
function movedAddresses(collector: FactCollector, readers: FactReaders): void {
  const { root } = collector;
  if (root.node.kind !== 'mapping') return;
  for (const { type, body } of namedBlocks(root.node)) {
    if (!stateBlocks.includes(type)) continue;
    for (const { value } of body.entries.filter(({ key }) => key === 'from' || key === 'to')) {
      const text = root.text.slice(value.range.start, value.range.end);
      const [, resourceType = '', name] = /^["\s]*([a-z]\w*)\.([\w-]+)/.exec(text) ?? [];
      if (readers.adds(resourceType)) declare(`${resourceType}.${name}`, false, value, collector);
    }
  }
}

const stateBlocks: readonly string[] = 'moved|import|removed'.split('|');

function moduleCall(name: string | undefined, body: MappingNode, collector: FactCollector): void {
  if (name) {
    declare(`module.${name}`, true, body, collector);
    collector.add('module', `${collector.folder}#${name}`, { root: collector.root, node: body }, body);
  }
  const source = entryOf(body, 'source')?.value;
  if (!callsLocally(body) || source?.kind !== 'scalar') return;
  const target = addressFrom(collector.folder, escapedPath(String(source.value)));
  collector.add('moduleCall', target, { root: collector.root, folder: collector.folder, name, arguments: body }, source);
}

function declare(address: string, made: boolean, at: SyntaxNode, collector: FactCollector): void {
  collector.add('declared', `${collector.folder}#${address}`, { address, made, overrides: isOverride(collector.uri) }, at);
}

/** Which files the text may read, by their names: what is data for somebody keeps its structure. */
function readFiles({ root, uri, add }: FactCollector): void {
  if (!readsFiles.test(root.text)) return;
  const names = new Set(root.text.match(/[\w.-]+\.(?:json|ya?ml)\b/g));
  const value = { uri, decodes: /\b(?:yaml|json)decode\s*\(/.test(root.text) };
  for (const name of names) add('readsFile', name, value, root.node);
  if (names.size === 0 || /\bfileset\s*\(/.test(root.text)) add('readsFile', '*', value, root.node);
}

/** Which further files are to be read for the text's sake. */
export function nameFiles({ root, uri, folder, add }: FactCollector): void {
  if (root.format.name !== 'terraform' && root.format.name !== 'terraformJson' && !isVariableFile(uri)) return;
  const files = filesNamedIn(root.text, folder);
  if (files.length > 0) add('namesFiles', '*', { files }, root.node);
}

/** What a file of variables gives them. */
export function assignmentFacts(collector: FactCollector): void {
  const { root, folder } = collector;
  if (root.node.kind !== 'mapping' || root.node.header) return;
  for (const { key, value } of root.node.entries) collector.add('assignment', `${folder}#${key}`, { root, node: value }, value);
}

/** Whether Terraform reads the file's assignments without being told. */
export function isVariableFile(uri: string): boolean {
  return /(^|\/)(terraform|[^/]*\.auto)\.tfvars(\.json)?$/.test(uri);
}

/** Which addresses the text names besides making them: such a resource can't be taken away unseen. */
function mentions(collector: FactCollector, readers: FactReaders): void {
  const { root, folder, uri } = collector;
  for (const match of root.text.matchAll(readers.removable)) {
    const path = pathBefore(root.text, match.index);
    if (path.startsWith('module.') || path.length >= longestPath) collector.add('mention', `*#${match[0]}`, { uri }, root.node);
    else if (path === '' || path === 'resource.') collector.add('mention', `${folder}#${match[0]}`, { uri }, root.node);
  }
}

/** Of which resources the text takes parts, so that even what means the same may be something else to it. */
function takenApart({ root, folder, uri, add }: FactCollector, readers: FactReaders): void {
  const found = [...root.text.matchAll(readers.parts)].filter(([, , attribute = '']) => !readers.isWhole(attribute));
  for (const address of new Set(found.map(([, of]) => of))) add('takenApart', `${folder}#${address}`, { uri }, root.node);
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
