import { disjuncts } from '../../syntax/cel/disjuncts';
import type { Root } from '../../syntax/format';
import { type Entry, entryOf, type MappingNode, type SequenceNode, type SyntaxNode } from '../../syntax/tree';
import { nearestWord } from '../../text/nearestWord';
import type { TextRange } from '../../text/range';
import { instancesOf, resolve, type Scope } from '../../workspace/evaluate';
import { fabricLevelId, fabricName, isFabricLevel, namesUsers } from '../../workspace/fabricLevels';
import { levelNames } from '../../workspace/levelNames';
import { factoryPolicy, idIn, levelPolicy } from '../../workspace/namedLevels';
import { blocksOf, folderOf, type TerraformResource, terraformResources } from '../../workspace/terraformResources';
import { noText, type TextValue } from '../../workspace/text';
import { mappingsIn } from '../descend';
import { fabric, rest, terraform } from '../dialect';
import type { Dialect, Field, ListValue, Policy, PolicyPlace, PolicyReader, Surroundings } from '../policy';
import { embeddedPlaces, isForeign, itemsOf, ownPlace } from '../roots';
import { certainText, missing, textField } from '../values';
import {
  type LevelObject,
  levelObjects,
  levelObjectsOf,
  levelWrappers,
  type ObjectContext,
  standsForConditionField,
  takenBesides,
} from './accessLevelObjects';
import { readCondition } from './readCondition';

/** An access level of Access Context Manager, or a part of one (facts §4). */
export interface AccessLevel extends Policy {
  readonly kind: 'gcp.accessLevel';
  /**
   * `level`: a whole level (REST object, Terraform resource). `spec`: the bare list of `--basic-level-spec`.
   * `condition`: `google_access_context_manager_access_level_condition`, one condition of a level that stands elsewhere.
   */
  readonly form: 'level' | 'spec' | 'condition';
  readonly name: Field<TextValue>;
  /** The last part of the name. */
  readonly id: string | undefined;
  readonly title: Field<TextValue>;
  /** Terraform: the access policy that the level is made in. */
  readonly parent: Field<TextValue>;
  /** Which access policy that is, for comparison with others: see `levelPolicy`. */
  readonly policy: string | undefined;
  /** The level that a split condition adds to. */
  readonly extended: Field<TextValue>;
  readonly definition: Field<BasicLevel | CustomLevel>;
  /** Everything that is written, object by object, outer before inner; empty where another dialect may be spoken. */
  readonly objects: readonly LevelObject[];
  /** The list of whole levels that this one is an item of: a `replace-all` file, `_access_levels`. */
  readonly siblings: SequenceNode | undefined;
  /** The names under which the workspace's facts about this level are found. */
  readonly factNames: readonly string[];
}

export interface BasicLevel {
  readonly kind: 'basic';
  /** The mapping with `conditions` and `combiningFunction`; undefined for the bare list and a split condition. */
  readonly node: MappingNode | undefined;
  /** What is marked where something is absent: the key `basic`, or the block's header. */
  readonly anchor: TextRange;
  readonly conditions: ListValue<AccessCondition>;
  /** AND when absent, as the API has it. */
  readonly combiningFunction: 'AND' | 'OR' | 'unknown';
  /** Where the function is written. */
  readonly combiningEntry: Entry | undefined;
}

export interface CustomLevel {
  readonly kind: 'custom';
  readonly anchor: TextRange;
  readonly expression: Field<TextValue>;
  /** The operands of the expression's outermost `||`, or itself; undefined when it isn't known or doesn't parse. */
  readonly alternatives: readonly string[] | undefined;
}

/** One condition: its fields are ANDed, the items of one list are ORed (all must hold for requiredAccessLevels). */
export interface AccessCondition {
  readonly node: MappingNode;
  /** Every field that the text sets, in the order of the text. */
  readonly fields: readonly ConditionField[];
  /** Whether `fields` are all there are, and none that this page does not know. */
  readonly complete: boolean;
  readonly members: Field<ListValue<TextValue>>;
  readonly negate: Field<boolean>;
  readonly regions: Field<ListValue<TextValue>>;
  readonly ipSubnetworks: Field<ListValue<TextValue>>;
  readonly requiredAccessLevels: Field<ListValue<TextValue>>;
  /** The ranges of all `vpcNetworkSources`, one list for each network that has some. */
  readonly vpcIpSubnetworks: readonly ListValue<TextValue>[];
}

export interface ConditionField {
  /** API spelling. */
  readonly name: string;
  /** Whether the field asks for something: an empty list, an empty object and `negate` by itself do not. */
  readonly requires: boolean | 'unknown';
  readonly entry: Entry;
}

export function isAccessLevel(policy: Policy): policy is AccessLevel {
  return 'kind' in policy && policy.kind === 'gcp.accessLevel';
}

export const accessLevelReader: PolicyReader<AccessLevel> = {
  kind: 'gcp.accessLevel',
  objectsOf: levelObjectsOf,
  namesOf: (object) => [(entryOf(object, 'name') ?? entryOf(object, 'title'))?.value],
  wrappers: levelWrappers,
  read(root, surroundings) {
    const resources = terraformResources(root, surroundings.uri).filter(({ type }) =>
      type.startsWith('google_access_context_manager_access_level'),
    );
    if (resources.length > 0) return resources.flatMap((resource) => fromResource(root, resource, surroundings));
    // An item of a JSON list is read with its list, which is what a level is added to.
    if (root.item && root.format.name === 'json') return [];
    const isDocument = root.format.name === 'json' || root.format.name === 'yaml';
    const own = isDocument ? [ownPlace(root, surroundings.uri)] : [];
    if (!mayHoldLevel(root) && root.embedded.length === 0) return own.flatMap((place) => specIn(place, surroundings));
    const places = [...own, ...[...embeddedPlaces(root, surroundings.uri)].map(({ place }) => place)];
    return places.flatMap((place) => fromDocument(place, surroundings));
  },
  readList(root, surroundings) {
    const place = ownPlace(root, surroundings.uri);
    const spec = specIn(place, surroundings);
    return spec.length > 0 || root.format.name !== 'json' || !mayHoldLevel(root) ? spec : fromDocument(place, surroundings);
  },
};

/** Quick, for texts of any length: all levels but a bare list of conditions have one of these keys, however it is quoted. */
function mayHoldLevel({ text }: Root): boolean {
  return /\b(?:basic|custom|conditions|combining_?[fF]unction|ip_?[sS]ubnetworks|device_?[pP]olicy|required_?[aA]ccess_?[lL]evels|vpc\w+)\b["'\\]*\s*[:=]/.test(
    text,
  );
}

/** The level that a bare list of conditions is. */
function specIn(place: PolicyPlace, { workspace }: Surroundings): AccessLevel[] {
  const { root } = place;
  if (root.item || !isSpec(itemsOf(root)) || root.node.kind !== 'sequence') return [];
  return [specLevel(root.node, place, { folder: '', workspace })];
}

function fromDocument(place: PolicyPlace, surroundings: Surroundings): AccessLevel[] {
  const { node } = place.root;
  if (isForeign(node)) return [];
  const spec = specIn(place, surroundings);
  if (spec.length > 0) return spec;
  const scope: Scope = { folder: '', workspace: surroundings.workspace };
  const list = node.kind === 'sequence' ? node : undefined;
  if (place.root === place.outer && place.root.format.name === 'yaml' && isFabricLevel(node))
    return [fabricLevel(node, place, scope)];
  const siblings = list?.editable ? list : undefined;
  const items = new Set<SyntaxNode>(siblings?.items);
  return [...mappingsIn(node)]
    .filter(isLevel)
    .map((level) => wholeLevel(level, place, rest, scope, items.has(level) ? siblings : undefined));
}

/** `basic` with a list of conditions, or `custom` with an expression; `name` or `title` shows that it is no accident. */
function isLevel(node: MappingNode): boolean {
  const name = entryOf(node, 'name')?.value;
  if (!name && !entryOf(node, 'title')) return false;
  const basic = entryOf(node, 'basic')?.value;
  if (basic?.kind === 'mapping' && name?.kind === 'scalar' && /^accessPolicies\/[^/]+\/accessLevels\//.test(String(name.value)))
    return true;
  if (basic?.kind === 'mapping') return entryOf(basic, 'conditions')?.value.kind === 'sequence';
  const custom = entryOf(node, 'custom')?.value;
  const expression = custom?.kind === 'mapping' ? entryOf(custom, 'expr')?.value : undefined;
  return expression?.kind === 'mapping' && entryOf(expression, 'expression') !== undefined;
}

/** The file of `--basic-level-spec`: a bare list of conditions, each with nothing but a condition's fields. */
function isSpec(items: readonly SyntaxNode[]): boolean {
  return (
    items.length > 0 &&
    items.every((item) => item.kind === 'mapping' && item.entries.every(({ key }) => standsForConditionField(key))) &&
    // `members`, `negate` and `regions` are words of many tools; one of Google's own must be among them.
    items.some(
      (item) => item.kind === 'mapping' && item.entries.some(({ key, value }) => telling.has(key) || namesUsers(key, value)),
    )
  );
}

function specLevel(node: SequenceNode, place: PolicyPlace, scope: Scope): AccessLevel {
  const absent = { state: 'absent' } as const;
  const definition: BasicLevel = {
    kind: 'basic',
    node: undefined,
    anchor: node.range,
    conditions: {
      node,
      literal: node.editable ? node : undefined,
      items: conditionsOf(node.items, rest, scope),
      complete: node.complete,
    },
    // gcloud takes the function from a flag.
    combiningFunction: 'unknown',
    combiningEntry: undefined,
  };
  return {
    kind: 'gcp.accessLevel',
    form: 'spec',
    node,
    place,
    dialect: rest,
    name: absent,
    id: undefined,
    title: absent,
    parent: absent,
    policy: undefined,
    extended: absent,
    definition: { state: 'known', value: definition },
    objects: definition.conditions.items.flatMap(({ node }) => [
      ...levelObjects(node, 'condition', { dialect: rest, scope, besides: new Set(), without: new Set() }),
    ]),
    siblings: undefined,
    factNames: [],
  };
}

/** The file's name is the level's id and title; the factory writes the rest of the name before it. */
function fabricLevel(node: MappingNode, place: PolicyPlace, scope: Scope): AccessLevel {
  const id = fabricLevelId(place.uri);
  const anchor = entryOf(node, 'conditions')?.keyRange ?? node.range;
  const name: TextValue = {
    ...noText({ kind: 'opaque', range: anchor }),
    prefix: 'accessPolicies/',
    suffix: `/accessLevels/${id}`,
  };
  return {
    kind: 'gcp.accessLevel',
    form: 'level',
    node,
    place,
    dialect: fabric,
    name: { state: 'known', value: name },
    id: idIn(name),
    title: textField(node, 'title', scope),
    parent: { state: 'absent' },
    policy: factoryPolicy(folderOf(place.uri)),
    extended: { state: 'absent' },
    definition: { state: 'known', value: readBasic(node, anchor, node, fabric, scope) },
    objects: [...levelObjects(node, 'fabricLevel', { dialect: fabric, scope, besides: new Set(), without: new Set() })],
    siblings: undefined,
    factNames: [...levelNames({ name, id, resource: undefined, folder: folderOf(place.uri) }), fabricName(id)],
  };
}

function fromResource(root: Root, resource: TerraformResource, surroundings: Surroundings): AccessLevel[] {
  if (resource.mode !== 'resource') return [];
  const place = ownPlace(root, surroundings.uri, resource);
  const scope: Scope = { folder: folderOf(surroundings.uri), workspace: surroundings.workspace };
  const [first] = instancesOf(resource.body, scope);
  if (!first) return [];
  switch (resource.type) {
    case 'google_access_context_manager_access_level':
      return [wholeLevel(resource.body, place, terraform, first, undefined)];
    case 'google_access_context_manager_access_levels': {
      const list = entryOf(resource.body, 'access_levels')?.value;
      const siblings = list?.kind === 'sequence' && list.editable ? list : undefined;
      return blocksOf(resource.body, 'access_levels').map((level) => wholeLevel(level, place, terraform, first, siblings));
    }
    case 'google_access_context_manager_access_level_condition':
      return [splitCondition(resource, place, first)];
    default:
      return [];
  }
}

function splitCondition({ body, anchor }: TerraformResource, place: PolicyPlace, scope: Scope): AccessLevel {
  const conditions: ListValue<AccessCondition> = {
    node: body,
    literal: undefined,
    items: [readCondition(body, terraform, scope)],
    complete: false,
  };
  return {
    kind: 'gcp.accessLevel',
    form: 'condition',
    node: body,
    place,
    dialect: terraform,
    name: { state: 'unknown', node: undefined },
    id: undefined,
    title: { state: 'unknown', node: undefined },
    parent: { state: 'unknown', node: undefined },
    policy: undefined,
    extended: textField(body, 'access_level', scope),
    definition: {
      state: 'known',
      value: { kind: 'basic', node: undefined, anchor, conditions, combiningFunction: 'unknown', combiningEntry: undefined },
    },
    objects: [
      ...levelObjects(body, 'condition', {
        dialect: terraform,
        scope,
        besides: takenBesides('splitCondition'),
        without: withoutChromeOs,
      }),
    ],
    siblings: undefined,
    factNames: [],
  };
}

function wholeLevel(
  node: MappingNode,
  place: PolicyPlace,
  dialect: Dialect,
  scope: Scope,
  siblings: SequenceNode | undefined,
): AccessLevel {
  const name = textField(node, 'name', scope);
  const known = name.state === 'known' ? name.value : undefined;
  const id = idIn(known);
  const resource = siblings ? undefined : place.resource;
  return {
    kind: 'gcp.accessLevel',
    form: 'level',
    node,
    place,
    dialect,
    name,
    id,
    title: textField(node, 'title', scope),
    parent: textField(place.resource?.body ?? node, 'parent', scope),
    policy: levelPolicy(node, place.resource?.body, place.root.text, folderOf(place.uri)),
    extended: { state: 'absent' },
    definition: readDefinition(node, dialect, scope),
    // Other tools write levels in JSON and YAML with Terraform's spelling, and then with the `parent` that the API hasn't.
    objects:
      dialect === rest && entryOf(node, 'parent') ? [] : [...levelObjects(node, 'level', contextOf(place, dialect, scope))],
    siblings,
    factNames: levelNames({ name: known, id, resource, folder: folderOf(place.uri) }),
  };
}

/** Only the resource of a single level takes `require_verified_chrome_os`. */
function contextOf({ resource }: PolicyPlace, dialect: Dialect, scope: Scope): ObjectContext {
  if (dialect === rest || !resource) return { dialect, scope, besides: takenBesides('rest'), without: new Set() };
  return resource.type === 'google_access_context_manager_access_levels'
    ? { dialect, scope, besides: takenBesides('listItem'), without: withoutChromeOs }
    : { dialect, scope, besides: takenBesides('resource'), without: new Set() };
}

const withoutChromeOs: ReadonlySet<string> = new Set(['requireVerifiedChromeOs']);

function readDefinition(node: MappingNode, dialect: Dialect, scope: Scope): Field<BasicLevel | CustomLevel> {
  const basic = entryOf(node, 'basic');
  const custom = entryOf(node, 'custom');
  if (basic && custom) return { state: 'unknown', node: basic.value };
  if (basic) {
    const [body] = blocksOf(node, 'basic');
    return body
      ? { state: 'known', value: readBasic(body, basic.keyRange, node, dialect, scope) }
      : { state: 'unknown', node: basic.value };
  }
  if (!custom) return missing(node);
  const [body] = blocksOf(node, 'custom');
  const [expr] = body ? blocksOf(body, 'expr') : [];
  if (!expr) return { state: 'unknown', node: custom.value };
  const expression = textField(expr, 'expression', scope);
  return {
    state: 'known',
    value: { kind: 'custom', anchor: custom.keyRange, expression, alternatives: alternativesOf(certainText(expression)) },
  };
}

function alternativesOf(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  return disjuncts(text)?.map(({ start, end }) => text.slice(start, end));
}

function readBasic(body: MappingNode, anchor: TextRange, level: MappingNode, dialect: Dialect, scope: Scope): BasicLevel {
  const entry = entryOf(body, 'conditions');
  const found = entry && resolve(entry.value, scope);
  const list = found?.node.kind === 'sequence' ? found.node : undefined;
  // What stands in another block can't be judged here.
  const blocks = found && !found.literal ? [] : (list?.items ?? blocksOf(body, 'conditions'));
  const whole = found && list ? found.literal && list.complete : !entry && body.complete;
  return {
    kind: 'basic',
    node: body,
    anchor,
    conditions: {
      node: entry?.value ?? body,
      literal: found?.literal && list?.editable ? list : undefined,
      items: conditionsOf(blocks, dialect, scope),
      complete: whole && blocks.every((item) => item.kind === 'mapping') && !conditionsManagedElsewhere(level),
    },
    combiningFunction: readCombiningFunction(body, dialect, scope),
    combiningEntry: entryOf(body, dialect.spell('combiningFunction')),
  };
}

function readCombiningFunction(body: MappingNode, dialect: Dialect, scope: Scope): BasicLevel['combiningFunction'] {
  const field = textField(body, dialect.spell('combiningFunction'), scope);
  // What a misspelt key says isn't taken, but its author means it: that is one fault, and no other follows from it.
  if (field.state === 'absent')
    return body.entries.some(({ key }) => nearestWord(key, ['combiningFunction'])) ? 'unknown' : 'AND';
  const text = certainText(field);
  return text === 'AND' || text === 'OR' ? text : 'unknown';
}

/** `ignore_changes = [basic[0].conditions]`: the conditions are added by other resources (facts §4.5). */
function conditionsManagedElsewhere(level: MappingNode): boolean {
  return blocksOf(level, 'lifecycle').some((lifecycle) => {
    const ignored = entryOf(lifecycle, 'ignore_changes')?.value;
    if (!ignored) return false;
    if (ignored.kind !== 'sequence') return true;
    return ignored.items.some((item) => item.kind !== 'reference' || item.path[0] === 'basic' || item.path[0] === 'all');
  });
}

function conditionsOf(items: readonly SyntaxNode[], dialect: Dialect, scope: Scope): AccessCondition[] {
  return items.flatMap((item) => (item.kind === 'mapping' ? readCondition(item, dialect, scope) : []));
}

const telling: ReadonlySet<string> = new Set(['ipSubnetworks', 'devicePolicy', 'requiredAccessLevels', 'vpcNetworkSources']);
