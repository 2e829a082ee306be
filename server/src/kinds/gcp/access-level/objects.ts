import {
  type FieldFacts,
  type LevelShape,
  levelFields,
  metaArguments,
  toldLevelFields,
} from '../../../catalog/google/accessLevelFields';
import { type Entry, entryOf, type MappingNode } from '../../../syntax/tree';
import { nearestWord } from '../../../text/nearestWord';
import { resolve, type Scope } from '../../../workspace/terraform/evaluate';
import { blocksOf } from '../../../workspace/terraform/resources';
import { type TextValue, textOf } from '../../../workspace/terraform/text';
import type { FieldShape } from '../../edits/renameField';
import type { Dialect, Policy, PolicyObjects } from '../../kind';

/** One object of an access level as it is written: the level, a condition, a device policy and so on. */
export interface LevelObject {
  readonly shape: LevelShape;
  readonly node: MappingNode;
  readonly fields: readonly LevelField[];
}

export interface LevelField {
  readonly entry: Entry;
  /** The field in API spelling; undefined when the key isn't one of this object's. */
  readonly name: string | undefined;
  readonly facts: FieldFacts | undefined;
  /** The field, in API spelling, that a wrong key surely stands for and that isn't there yet. */
  readonly meant: string | undefined;
  /** What the field says, or each item of its list, where words are to be told. */
  readonly texts: readonly TextValue[];
}

export interface ObjectContext {
  readonly dialect: Dialect;
  readonly scope: Scope;
  /** API fields and arguments that this place takes besides, as they are spelled. */
  readonly besides: ReadonlySet<string>;
  /** API fields that this place doesn't take. */
  readonly without: ReadonlySet<string>;
}

/** The object and all inside it, outer before inner. */
export function* levelObjects(node: MappingNode, shape: LevelShape, context: ObjectContext): Generator<LevelObject> {
  const { dialect, scope, besides, without } = context;
  const names = Object.keys(levelFields[shape]).filter((name) => !without.has(name));
  const bySpelling = new Map(names.map((name) => [dialect.spell(name), name]));
  const fields = node.entries
    .filter(({ key }) => !besides.has(key) && !/^[_$/]/.test(key))
    .map((entry): LevelField => {
      const name = bySpelling.get(entry.key);
      const facts = name === undefined ? undefined : levelFields[shape][name];
      const meant = name === undefined ? nearestWord(entry.key, names) : undefined;
      return {
        entry,
        name,
        facts,
        meant: meant !== undefined && !entryOf(node, dialect.spell(meant)) ? meant : undefined,
        texts: facts?.values ? textsOf(entry, scope) : [],
      };
    });
  yield { shape, node, fields };
  for (const { entry, facts } of fields) {
    // The keys of Fabric's mapping are names of networks.
    if (!facts?.shape || (dialect.name === 'fabric' && facts.shape === 'vpcNetworkSource')) continue;
    for (const inner of blocksOf(node, entry.key)) yield* levelObjects(inner, facts.shape, { ...context, besides: nothing });
  }
}

/** What a field takes, by its name in the API. */
export function fieldShape(name: string): FieldShape {
  return shapes.get(name) ?? 'value';
}

const shapes: ReadonlyMap<string, FieldShape> = new Map([
  ...['basic', 'custom', 'expr', 'devicePolicy', 'vpcSubnetwork'].map((name) => [name, 'object'] as const),
  ...['conditions', 'osConstraints', 'vpcNetworkSources'].map((name) => [name, 'objects'] as const),
  ...['ipSubnetworks', 'requiredAccessLevels', 'members', 'regions', 'vpcIpSubnetworks'].map((name) => [name, 'values'] as const),
  ...['allowedEncryptionStatuses', 'allowedDeviceManagementLevels'].map((name) => [name, 'values'] as const),
]);

/** The objects of a level with the fields that each has; around those of a Terraform list stands the resource. */
export function levelObjectsOf({
  objects,
  place: { resource },
}: Policy & { readonly objects: readonly LevelObject[] }): PolicyObjects {
  const known = objects.map(({ node, fields }) => {
    const wrong = new Set(fields.filter(({ name }) => name === undefined).map(({ entry }) => entry));
    return [node, new Set(node.entries.filter((entry) => !wrong.has(entry)).map(({ key }) => key))] as const;
  });
  return new Map<MappingNode, ReadonlySet<string> | 'any'>([...(resource ? [[resource.body, 'any'] as const] : []), ...known]);
}

/** The keys of a response that lists levels. */
export const levelWrappers: ReadonlySet<string> = new Set(['accessLevels', 'nextPageToken']);

/** What a level takes besides its own fields, by where it stands. */
export function takenBesides(place: 'rest' | 'resource' | 'listItem' | 'splitCondition'): ReadonlySet<string> {
  if (place === 'rest') return toldLevelFields;
  if (place === 'listItem') return nothing;
  return new Set([
    ...metaArguments,
    'deletion_policy',
    ...(place === 'resource' ? ['parent'] : ['access_level', 'access_policy_id']),
  ]);
}

/** The key of a condition's field, or something so like it that nothing else can be meant. */
export function standsForConditionField(key: string): boolean {
  return nearestWord(key, Object.keys(levelFields.condition)) !== undefined;
}

function textsOf({ value }: Entry, scope: Scope): readonly TextValue[] {
  const { node, scope: inner } = resolve(value, scope);
  if (node.kind !== 'sequence') return [textOf(value, scope)].filter((text) => text !== undefined);
  const literal = node === value;
  return node.items.flatMap((item) => {
    const text = textOf(item, inner);
    return text ? [literal ? text : { ...text, node: value, literal: false }] : [];
  });
}

const nothing: ReadonlySet<string> = new Set();
