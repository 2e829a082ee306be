import { entryOf, type MappingNode, type SyntaxNode } from '../../syntax/tree';
import { resolve } from '../../workspace/terraform/names/resolve';
import type { Scope } from '../../workspace/terraform/names/scope';
import { type TextValue, textOf } from '../../workspace/terraform/names/text';
import type { Field, ListValue } from '../policy';

/** A field that holds a string. `null` and a Terraform block without the argument are absence; a list or an object is unknown. */
export function textField(mapping: MappingNode, key: string, scope: Scope): Field<TextValue> {
  const value = entryOf(mapping, key)?.value;
  if (!value) return missing(mapping);
  if (isNull(value)) return { state: 'absent' };
  const text = textOf(value, scope);
  if (!text) return { state: 'unknown', node: value };
  return { state: 'known', value: text };
}

/** The string of a field whose text is wholly known and not merely a variable's default. */
export function certainText(field: Field<TextValue>): string | undefined {
  return field.state === 'known' && field.value.certain ? field.value.text : undefined;
}

/** A field that holds a list, item by item. A single value in the place of a list is unknown. */
export function listField<T extends TextValue>(
  mapping: MappingNode,
  key: string,
  scope: Scope,
  readItem: (node: SyntaxNode, scope: Scope) => T,
): Field<ListValue<T>> {
  const value = entryOf(mapping, key)?.value;
  if (!value) return missing(mapping);
  // What an error has displaced may be the list.
  if (isNull(value)) return missing(mapping);
  const list = listOf(value, scope, readItem);
  return list ? { state: 'known', value: list } : { state: 'unknown', node: value };
}

export function listOf<T extends TextValue>(
  node: SyntaxNode,
  scope: Scope,
  readItem: (node: SyntaxNode, scope: Scope) => T,
): ListValue<T> | undefined {
  const found = resolve(node, scope);
  if (found.node.kind !== 'sequence') return undefined;
  return {
    node,
    literal: found.literal && found.node.editable ? found.node : undefined,
    items: found.node.items.map((item) => readItem(item, scope)),
    complete: found.node.complete && found.certain,
  };
}

/** Whether the whole text is written out where it is used, so that another may take its place: a template would lose what it refers to. */
export function isWrittenOut({ node, literal }: TextValue): boolean {
  return literal && node.kind === 'scalar';
}

export function booleanField(mapping: MappingNode, key: string, scope: Scope): Field<boolean> {
  const field = textField(mapping, key, scope);
  if (field.state !== 'known') return field;
  const text = certainText(field);
  return text === 'true' || text === 'false'
    ? { state: 'known', value: text === 'true' }
    : { state: 'unknown', node: field.value.node };
}

/** What it means that a mapping lacks a key: absence where the mapping is whole, nothing known otherwise. */
export function missing(
  mapping: MappingNode,
): { readonly state: 'absent' } | { readonly state: 'unknown'; readonly node: undefined } {
  return mapping.complete ? { state: 'absent' } : { state: 'unknown', node: undefined };
}

export function isNull(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/**
 * Whether a value stands for something that a template engine or a person has yet to put in, whatever that will be: of `{{ members }}`
 * YAML makes an object without keys. In an expression `<` compares, so it needs its other bracket.
 */
export function isPlaceholder(node: SyntaxNode): boolean {
  if (node.kind === 'mapping') return node.entries.length === 0 && !node.complete;
  // Terraform gives what is in it as it is.
  if (node.kind === 'template') return node.parts.length === 1 && node.parts.every((part) => 'hole' in part);
  return node.kind === 'scalar' && typeof node.value === 'string' && /[${}…]|<[^<>()='"]*\w>|\.\.\.|%[sv]/.test(node.value);
}

/** Whether text stands for something that a template engine or a person has yet to put in, so that it tells nothing. */
export function isUnfilled(text: string): boolean {
  return text === '' || /[$<>{}…]|\.\.\.|%[sv]/.test(text);
}
