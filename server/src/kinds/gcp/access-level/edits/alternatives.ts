import { appendAlternative } from '../../../../syntax/cel/appendAlternative';
import type { Root } from '../../../../syntax/format';
import { entryOf, isString, type MappingNode, type SequenceNode } from '../../../../syntax/tree';
import { copyOf, type TreeEdit, type Value } from '../../../../syntax/treeEdit';
import type { Workspace } from '../../../../workspace/index/workspace';
import { holdsComments } from '../../../edits/heldComments';
import { isWhole } from '../../../edits/wholeObject';
import { certainText } from '../../../reading/values';
import { knownKeys, shapedObjects } from '../../../shapedObjects';
import { mayBeExtended } from '../conditions/conditions';
import type { AccessCondition, AccessLevel, BasicLevel, ConditionField, CustomLevel } from '../policy';
import { addLevel, type LevelRefusal, requirementsSuffix, waitForLevel } from './addLevel';

/** What a change takes, or why it can't be made here. */
export type LevelChange = { readonly edits: readonly TreeEdit[] } | { readonly refused: LevelRefusal | 'unsure' };

/**
 * Adds a condition that admits by itself whoever meets it, and leaves what the others ask together as it is: several conditions that
 * all had to hold are merged into one, or moved into a level of their own that is then required.
 */
export function addAlternative(level: AccessLevel, basic: BasicLevel, alternative: Value, workspace: Workspace): LevelChange {
  const { node, conditions, combiningFunction } = basic;
  if (!node?.editable || !conditions.literal || !conditions.complete) return { refused: 'notLiteral' };
  if (!isToldWhole(level)) return { refused: 'unsure' };
  if (combiningFunction !== 'OR' && !isFunctionWritten(basic)) return { refused: 'computed' };
  const list = conditions.literal;
  const append: TreeEdit = { kind: 'insert', into: list, at: list.items.length, values: [alternative] };
  if (combiningFunction === 'OR') return { edits: [append] };
  const either: TreeEdit = { kind: 'set', in: node, key: 'combiningFunction', to: 'OR' };
  if (conditions.items.length === 1) return { edits: [append, either] };
  const merged = mergeConditions(conditions.items, list, level.place.root);
  if (merged) return { edits: [...merged, append, either] };
  return requireSeparately(level, basic, list, [alternative], either, workspace);
}

/**
 * Makes conditions that are joined by OR hold together, and leaves the others as alternatives to them: all by AND, some merged into
 * one condition or moved into a level of their own that is then required.
 */
export function requireTogether(
  level: AccessLevel,
  basic: BasicLevel,
  together: readonly AccessCondition[],
  workspace: Workspace,
): LevelChange {
  const { node, conditions } = basic;
  const list = conditions.literal;
  const [first] = together;
  // In others of the levels other conditions may be those.
  if (level.place.resource?.repeated) return { refused: 'repeated' };
  if (!node?.editable || !list || !conditions.complete || !first) return { refused: 'notLiteral' };
  if (!isToldWhole(level)) return { refused: 'unsure' };
  // What others add would have to hold as well.
  if (mayBeExtended(level, workspace)) return { refused: workspace.complete ? 'computed' : 'stillReading' };
  if (together.length === conditions.items.length && !isFunctionWritten(basic)) return { refused: 'computed' };
  if (together.length === conditions.items.length)
    return { edits: [{ kind: 'set', in: node, key: 'combiningFunction', to: 'AND' }] };
  const merged = mergeConditions(together, list, level.place.root);
  if (merged) return { edits: merged };
  const moved = { combiningFunction: 'AND', conditions: together.map((condition) => copyOf(condition.node)) };
  const added = addLevel(level, requirementsSuffix, { basic: moved }, workspace);
  if ('refused' in added) return added;
  return {
    edits: [
      ...together.map((condition) => ({ kind: 'remove', from: list, item: condition.node }) as const),
      { kind: 'insert', into: list, at: list.items.indexOf(first.node), values: [{ requiredAccessLevels: [added.name] }] },
      ...added.edits,
    ],
  };
}

/** Lets in whoever meets the level `id` of the same access policy as well, whatever else the expression asks for. */
export function addAlternativeLevel(level: AccessLevel, { expr: { expression: field } }: CustomLevel, id: string): LevelChange {
  const text = certainText(field);
  if (field.state !== 'known' || text === undefined) return { refused: 'computed' };
  const { node, literal } = field.value;
  if (!literal) return { refused: 'notLiteral' };
  if (node.kind !== 'scalar' || !isString(node)) return { refused: 'computed' };
  const edits = appendAlternative(text, `levels.${id}`);
  if (!edits || !isToldWhole(level)) return { refused: 'unsure' };
  return { edits: [{ kind: 'editString', node, edits }] };
}

/** The same for a level that is there already. */
export function addExistingLevel(level: AccessLevel, custom: CustomLevel, id: string, workspace: Workspace): LevelChange {
  const change = addAlternativeLevel(level, custom, id);
  return 'edits' in change ? { edits: [...waitForLevel(level, id, workspace), ...change.edits] } : change;
}

/** Whether the text is without error and holds nothing that a level hasn't, so that nothing that is meant goes unseen. */
export function isToldWhole(level: AccessLevel): boolean {
  const { outer, root } = level.place;
  if (outer.broken || root.broken) return false;
  return shapedObjects({ objects: () => level.objects }, level).every((object) => isWhole(object.node, knownKeys(object)));
}

/** Whether the function is written out where it is used, or absent. */
function isFunctionWritten({ combiningFunction, combiningEntry }: BasicLevel): boolean {
  return combiningFunction !== 'unknown' && (!combiningEntry || combiningEntry.value.kind === 'scalar');
}

/**
 * The edits that make one condition of several ANDed ones; undefined where the result might ask for something else. The one with
 * comments of its own stays: what stands between the fields of the others would go with them.
 */
function mergeConditions(
  conditions: readonly AccessCondition[],
  list: SequenceNode,
  root: Root,
): readonly TreeEdit[] | undefined {
  const commented = conditions.filter(({ node, fields }) =>
    holdsComments(
      node,
      root,
      fields.map(({ entry }) => entry.value),
    ),
  );
  const first = commented[0] ?? conditions[0];
  const others = conditions.filter((condition) => condition !== first);
  if (!first || commented.length > 1 || !conditions.every(isMergeable)) return undefined;
  // What two of the others bring would have to be merged with what isn't in the text yet.
  if (bringTheSame(others)) return undefined;
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

/** Whether two conditions have the same part of a device policy. */
function bringTheSame(conditions: readonly AccessCondition[]): boolean {
  const policies = conditions.flatMap(({ fields }) => fields.filter(({ name }) => name === 'devicePolicy'));
  const keys = policies.flatMap((policy) => onlyMapping(policy)?.entries.map(({ key }) => key) ?? []);
  return new Set(keys).size < keys.length;
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
  workspace: Workspace,
): LevelChange {
  const moved = { combiningFunction: 'AND', conditions: list.items.map(copyOf) };
  const added = addLevel(level, requirementsSuffix, { basic: moved }, workspace);
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
