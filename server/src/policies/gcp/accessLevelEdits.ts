import { entryOf, type MappingNode, type SequenceNode } from '../../syntax/tree';
import { copyOf, expression, type TreeEdit, type Value } from '../../syntax/treeEdit';
import { addResource } from '../resourceEdits';
import type { AccessCondition, AccessLevel, BasicLevel, ConditionField } from './accessLevel';

/** What a change takes, or why it can't be made here. */
export type LevelChange =
  | { readonly edits: readonly TreeEdit[] }
  | { readonly refused: 'notLiteral' | 'computed' | 'repeated' | 'needsSecondLevel' };

/**
 * Adds a condition that admits by itself whoever meets it, and leaves what the others ask together as it is: several conditions that
 * all had to hold are merged into one, or moved into a level of their own that is then required.
 */
export function addAlternative(level: AccessLevel, basic: BasicLevel, alternative: Value): LevelChange {
  const { node, conditions, combiningFunction } = basic;
  if (!node?.editable || !conditions.literal || !conditions.complete) return { refused: 'notLiteral' };
  const list = conditions.literal;
  const append: TreeEdit = { kind: 'insert', into: list, at: list.items.length, values: [alternative] };
  if (combiningFunction === 'OR') return { edits: [append] };
  const either: TreeEdit = { kind: 'set', in: node, key: 'combiningFunction', to: 'OR' };
  if (conditions.items.length === 1) return { edits: [append, either] };
  const merged = mergeConditions(conditions.items, list);
  if (merged) return { edits: [...merged, append, either] };
  return requireSeparately(level, basic, list, [alternative], either);
}

/**
 * Makes conditions that are joined by OR hold together, and leaves the others as alternatives to them: all by AND, some merged into
 * one condition or moved into a level of their own that is then required.
 */
export function requireTogether(level: AccessLevel, basic: BasicLevel, together: readonly AccessCondition[]): LevelChange {
  const { node, conditions } = basic;
  const list = conditions.literal;
  const [first] = together;
  if (!node?.editable || !list || !conditions.complete || !first) return { refused: 'notLiteral' };
  if (together.length === conditions.items.length)
    return { edits: [{ kind: 'set', in: node, key: 'combiningFunction', to: 'AND' }] };
  const merged = mergeConditions(together, list);
  if (merged) return { edits: merged };
  const moved = { combiningFunction: 'AND', conditions: together.map((condition) => copyOf(condition.node)) };
  const added = addLevel(level, requirementsSuffix, ' requirements', { basic: moved });
  if ('refused' in added) return added;
  return {
    edits: [
      ...together.map((condition) => ({ kind: 'remove', from: list, item: condition.node }) as const),
      { kind: 'insert', into: list, at: list.items.indexOf(first.node), values: [{ requiredAccessLevels: [added.name] }] },
      ...added.edits,
    ],
  };
}

/** The edits that make one condition of several ANDed ones; undefined where the result might ask for something else. */
function mergeConditions(conditions: readonly AccessCondition[], list: SequenceNode): readonly TreeEdit[] | undefined {
  const [first, ...others] = conditions;
  if (!first || !conditions.every(isMergeable)) return undefined;
  const present = new Map(first.fields.map((field) => [field.name, field]));
  const edits: TreeEdit[] = [];
  for (const field of others.flatMap(({ fields }) => fields)) {
    const own = present.get(field.name);
    const moved = own
      ? mergeField(own, field)
      : [{ kind: 'set', in: first.node, key: field.name, to: copyOf(field.entry.value) } as const];
    // A field that a third condition repeats would have to be merged with one that isn't in the text yet.
    if (!moved || (!own && others.filter(({ fields }) => fields.some(({ name }) => name === field.name)).length > 1))
      return undefined;
    edits.push(...moved);
  }
  const names = new Set(conditions.flatMap(({ fields }) => fields.map(({ name }) => name)));
  // The API refuses the two kinds of network side by side.
  if (names.has('ipSubnetworks') && names.has('vpcNetworkSources')) return undefined;
  return [...edits, ...others.map(({ node }) => ({ kind: 'remove', from: list, item: node }) as const)];
}

function isMergeable({ complete, fields, negate }: AccessCondition): boolean {
  return (
    complete &&
    negate.state === 'absent' &&
    fields.length > 0 &&
    fields.every(({ requires, entry }) => requires === true && isWrittenOut(entry.value))
  );
}

function isWrittenOut(node: ConditionField['entry']['value']): boolean {
  return (node.kind === 'sequence' || node.kind === 'mapping') && node.editable && node.complete;
}

/** All required levels must hold and all parts of a device policy too, so these two can be joined; lists of alternatives can't. */
function mergeField(own: ConditionField, other: ConditionField): readonly TreeEdit[] | undefined {
  if (own.name === 'requiredAccessLevels' && own.entry.value.kind === 'sequence' && other.entry.value.kind === 'sequence') {
    const { value } = own.entry;
    return [{ kind: 'insert', into: value, at: value.items.length, values: other.entry.value.items.map(copyOf) }];
  }
  if (own.name !== 'devicePolicy') return undefined;
  const into = onlyMapping(own);
  const from = onlyMapping(other);
  if (!into || !from || from.entries.some(({ key }) => entryOf(into, key))) return undefined;
  return from.entries.map(({ key, value }) => ({ kind: 'set', in: into, key, to: copyOf(value) }));
}

function onlyMapping({ entry: { value } }: ConditionField): MappingNode | undefined {
  if (value.kind === 'mapping') return value;
  const [only, ...more] = value.kind === 'sequence' ? value.items : [];
  return only?.kind === 'mapping' && more.length === 0 ? only : undefined;
}

function requireSeparately(
  level: AccessLevel,
  basic: BasicLevel,
  list: SequenceNode,
  alternatives: readonly Value[],
  either: TreeEdit,
): LevelChange {
  const moved = { combiningFunction: 'AND', conditions: list.items.map(copyOf) };
  const added = addLevel(level, requirementsSuffix, ' requirements', { basic: moved });
  if ('refused' in added) return added;
  return {
    edits: [
      ...list.items.map((item) => ({ kind: 'remove', from: list, item }) as const),
      { kind: 'insert', into: list, at: 0, values: [{ requiredAccessLevels: [added.name] }, ...alternatives] },
      ...(basic.combiningFunction === 'OR' ? [] : [either]),
      ...added.edits,
    ],
  };
}

/** A further level of the same access policy beside this one, named after it; `name` is how others refer to it. */
export function addLevel(
  level: AccessLevel,
  idSuffix: string,
  titleSuffix: string,
  definition: { readonly [key: string]: Value },
):
  | { readonly edits: readonly TreeEdit[]; readonly name: Value }
  | { readonly refused: 'computed' | 'repeated' | 'needsSecondLevel' } {
  const { resource } = level.place;
  // A factory's level is a file of its own.
  if (level.dialect.name === 'fabric') return { refused: 'needsSecondLevel' };
  const name = withSuffix(level, 'name', idSuffix);
  const title = withSuffix(level, 'title', titleSuffix);
  if (name === undefined || title === undefined || (level.id ?? '').length + idSuffix.length > longestId)
    return { refused: 'computed' };
  if (level.siblings) {
    const at = level.siblings.items.indexOf(level.node) + 1;
    const values = [{ name, title, ...definition }];
    return { edits: [{ kind: 'insert', into: level.siblings, at, values }], name };
  }
  const parent = resource && entryOf(resource.body, 'parent')?.value;
  if (!resource || !parent) return { refused: 'needsSecondLevel' };
  if (resource.repeated) return { refused: 'repeated' };
  const newName = `${resource.name}${idSuffix}`;
  const edits = addResource(resource, newName, { parent: copyOf(parent), name, title, ...definition });
  return { edits, name: expression(`${resource.type}.${newName}.name`) };
}

/** The level's own name or title with something added at the end, in the way it is written; undefined when its end isn't text. */
function withSuffix({ node, place }: AccessLevel, key: string, suffix: string): Value | undefined {
  const value = node.kind === 'mapping' ? entryOf(node, key)?.value : undefined;
  if (value?.kind === 'scalar') return typeof value.value === 'string' ? value.value + suffix : undefined;
  const last = value?.kind === 'template' ? value.parts.at(-1) : undefined;
  if (!value || !last || !('literal' in last)) return undefined;
  const text = place.root.text.slice(value.range.start, value.range.end);
  // A backslash means something else in HCL than in JSON, and nothing that names a level needs one.
  return text.startsWith('"') && text.endsWith('"') && !text.includes('\\')
    ? expression(`${text.slice(0, -1)}${suffix}"`)
    : undefined;
}

const requirementsSuffix = '_requirements';
/** Facts §4.1. */
const longestId = 50;
