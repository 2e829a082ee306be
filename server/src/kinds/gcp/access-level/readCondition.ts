import { entryOf, type MappingNode, type SequenceNode, type SyntaxNode } from '../../../syntax/tree';
import { resolve } from '../../../workspace/terraform/names/resolve';
import type { Scope } from '../../../workspace/terraform/names/scope';
import { noText, type TextValue, textOf } from '../../../workspace/terraform/names/text';
import { blocksOf } from '../../../workspace/terraform/resources';
import type { Dialect } from '../../dialect';
import type { Field, ListValue } from '../../policy';
import { booleanField, listField } from '../../reading/values';
import { connectorLevels } from '../config-connector/dialect';
import type { AccessCondition } from './policy';
import { condition, fabric } from './shape';

/** Reads one condition in the spelling of its dialect. */
export function readCondition(node: MappingNode, dialect: Dialect, scope: Scope): AccessCondition {
  const names = new Map([...condition.fields.keys()].map((name) => [dialect.spell(name), name]));
  return {
    node,
    fields: node.entries.flatMap((entry) => {
      const name = names.get(entry.key);
      return name ? { name, requires: requires(name, entry.value, dialect, scope), entry } : [];
    }),
    complete: node.complete && node.entries.every(({ key }) => names.has(key)),
    members: textsField(node, 'members', dialect, scope),
    negate: booleanField(node, 'negate', scope),
    regions: textsField(node, 'regions', dialect, scope),
    ipSubnetworks: textsField(node, dialect.spell('ipSubnetworks'), dialect, scope),
    requiredAccessLevels: requiredLevels(node, dialect, scope),
    vpcIpSubnetworks: vpcRanges(node, dialect, scope).flatMap((field) => (field.state === 'known' ? [field.value] : [])),
  };
}

function vpcRanges(node: MappingNode, dialect: Dialect, scope: Scope): readonly Field<ListValue<TextValue>>[] {
  const sources = blocksOf(node, dialect.spell('vpcNetworkSources'));
  if (dialect === fabric)
    return sources.flatMap((networks) => networks.entries.map(({ key }) => textsField(networks, key, dialect, scope)));
  return sources
    .flatMap((source) => blocksOf(source, dialect.spell('vpcSubnetwork')))
    .map((subnetwork) => textsField(subnetwork, dialect.spell('vpcIpSubnetworks'), dialect, scope));
}

/** Which level a factory's short name stands for is told by its module, not by the file. */
function requiredLevels(node: MappingNode, dialect: Dialect, scope: Scope): Field<ListValue<TextValue>> {
  const list = textsField(node, dialect.spell('requiredAccessLevels'), dialect, scope);
  if (dialect !== fabric || list.state !== 'known') return list;
  const items = list.value.items.map((item) => (item.text?.includes('/') ? item : noText(item.node)));
  return { ...list, value: { ...list.value, items } };
}

function textsField(node: MappingNode, key: string, dialect: Dialect, scope: Scope): Field<ListValue<TextValue>> {
  if (dialect === connectorLevels) return unlisted(listField(node, key, scope, connectorText));
  const list = listField(node, key, scope, (item, itemScope) =>
    dialect === fabric && isToken(item) ? noText(item) : (textOf(item, itemScope) ?? noText(item)),
  );
  if (dialect !== fabric || list.state !== 'known') return list;
  const { items, complete } = list.value;
  return { ...list, value: { ...list.value, complete: complete && !items.some(({ node }) => isToken(node)) } };
}

/** What stands in an object of Config Connector for a text: a text, or how another object is known outside. */
function connectorText(item: SyntaxNode, scope: Scope): TextValue {
  if (item.kind !== 'mapping') return textOf(item, scope) ?? noText(item);
  const account = entryOf(item, 'serviceAccountRef')?.value;
  const holder = account?.kind === 'mapping' ? account : item;
  const value = (entryOf(holder, 'user') ?? entryOf(holder, 'external'))?.value;
  return value ? (textOf(value, scope) ?? noText(item)) : noText(item);
}

/** Objects may hold the texts, so nothing is put into their list or taken out of it. */
function unlisted(list: Field<ListValue<TextValue>>): Field<ListValue<TextValue>> {
  return list.state === 'known' ? { ...list, value: { ...list.value, literal: undefined } } : list;
}

/** What the factory puts in before it makes the level; one token may stand for several items. */
function isToken(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'string' && node.value.startsWith('$');
}

function requires(name: string, value: SyntaxNode, dialect: Dialect, scope: Scope): boolean | 'unknown' {
  const { node, certain } = resolve(value, scope);
  if (dialect === fabric && node.kind === 'sequence' && node.items.length > 0 && node.items.every(isToken)) return 'unknown';
  if (node.kind === 'scalar') return node.value === null || name === 'negate' ? false : 'unknown';
  if (node.kind === 'sequence')
    return node.items.length > 0 ? nonEmpty(node, dialect, scope) : node.complete && certain ? false : 'unknown';
  if (node.kind === 'mapping') return node.entries.length > 0 ? true : node.complete && certain ? false : 'unknown';
  return 'unknown';
}

/** A list of scalars asks for something; a list with the one block `device_policy {}` asks for nothing. */
function nonEmpty(list: SequenceNode, dialect: Dialect, scope: Scope): boolean | 'unknown' {
  if (list.blockName === undefined) return true;
  // A dynamic block may come to nothing.
  if (!list.complete) return 'unknown';
  const inner = list.items.map((item) => requires('', item, dialect, scope));
  return inner.includes(true) || (inner.includes('unknown') ? 'unknown' : false);
}
