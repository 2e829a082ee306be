import { disjuncts } from '../../../syntax/cel/disjuncts';
import type { Root } from '../../../syntax/format';
import { itemsIn } from '../../../syntax/list/listItems';
import { entryOf, type MappingNode, type SequenceNode, type SyntaxNode } from '../../../syntax/tree';
import { nearestWord } from '../../../text/nearestWord';
import type { TextRange } from '../../../text/range';
import { emptyWorkspace } from '../../../workspace/index/workspace';
import { instancesOf, scopedBlocks } from '../../../workspace/terraform/names/instances';
import { resolve } from '../../../workspace/terraform/names/resolve';
import { documentScope, moduleScopes, type Scope } from '../../../workspace/terraform/names/scope';
import { noText, type TextValue } from '../../../workspace/terraform/names/text';
import { blocksOf, folderOf, type TerraformResource, terraformResources } from '../../../workspace/terraform/resources';
import { type Dialect, rest } from '../../dialect';
import type { Surroundings } from '../../kind';
import type { Field, ListValue, PolicyPlace } from '../../policy';
import { mappingsIn } from '../../reading/descend';
import { embeddedPlaces, isForeign, ownPlace, whereOf } from '../../reading/roots';
import { certainText, missing, textField } from '../../reading/values';
import type { ShapedObject } from '../../shapedObjects';
import { readCondition as readExpr } from '../conditions/condition';
import { connectorLevels } from '../config-connector/dialect';
import { shapedObjectsOf } from '../config-connector/objects';
import { connectorObjects } from '../config-connector/recognise';
import { specOf } from '../config-connector/target';
import { choicesIn } from './conditions/choices';
import { fabricLevelId, fabricName } from './fabric';
import { connectorId, connectorNames } from './facts/connector';
import { factoryPolicy, idIn, levelPolicy } from './facts/levels';
import { levelNames } from './facts/names';
import type { AccessCondition, AccessLevel, BasicLevel, CustomLevel } from './policy';
import { readCondition } from './readCondition';
import { isSpec, recogniseLevel } from './recognise';
import { aroundList, blocks, fabric, fabricLevel, google, level, listedLevel, specCondition } from './shape';

/** Every level of a root but the one that a bare list of conditions is. */
export function readLevels(root: Root, surroundings: Surroundings): readonly AccessLevel[] {
  const resources = terraformResources(root, surroundings.uri).filter(({ type }) => blocks.has(type));
  if (resources.length > 0) return resources.flatMap((resource) => fromResource(root, resource, surroundings));
  const connectors = connectorObjects(root).filter(({ kind }) => kind === 'AccessContextManagerAccessLevel');
  if (connectors.length > 0) return connectors.map(({ node }) => connectorLevel(node, ownPlace(root, surroundings.uri)));
  if (!mayHoldLevel(root) && root.embedded.length === 0) return [];
  const isDocument = root.format.name === 'json' || root.format.name === 'yaml';
  const own = isDocument ? fromDocument(ownPlace(root, surroundings.uri), surroundings) : [];
  const places = [...embeddedPlaces(root, surroundings.uri)].map(({ place }) => place);
  return [...own, ...places.flatMap((place) => [...specIn(place, surroundings), ...fromDocument(place, surroundings)])];
}

/** The level that a bare list of conditions is. */
export function readSpec(list: Root, surroundings: Surroundings): readonly AccessLevel[] {
  const isDocument = list.format.name === 'json' || list.format.name === 'yaml';
  return isDocument ? specIn(ownPlace(list, surroundings.uri), surroundings) : [];
}

/** Quick, for texts of any length: all levels but a bare list of conditions have one of these keys, however it is quoted. */
function mayHoldLevel({ text }: Root): boolean {
  return definitions.test(text);
}

const definitions = /\b(?:basic|custom|conditions)\b["'\\]*\s*[:=]/;

function specIn(place: PolicyPlace, { workspace }: Surroundings): AccessLevel[] {
  const { root } = place;
  // The items first: the tree of a long list is put together when somebody asks for it.
  if (!isSpec(nodesIn(root)) || root.node.kind !== 'sequence') return [];
  return [specLevel(root.node, place, documentScope(root, workspace))];
}

function fromDocument(place: PolicyPlace, surroundings: Surroundings): AccessLevel[] {
  const { node } = place.root;
  if (isForeign(node) || isSpec(nodesIn(place.root))) return [];
  const scope = documentScope(place.root, surroundings.workspace);
  if (node.kind === 'mapping' && recogniseLevel(node, whereOf(place, node))?.shape === fabricLevel)
    return [factoryLevel(node, place, scope)];
  // The body of a request that replaces all levels has its list under a key.
  const list = node.kind === 'mapping' ? entryOf(node, 'accessLevels')?.value : node;
  const siblings = list?.kind === 'sequence' && list.editable ? list : undefined;
  const items = new Set<SyntaxNode>(siblings?.items);
  return [...mappingsIn(node, isForeign)]
    .filter((object) => recogniseLevel(object, whereOf(place, object))?.sure)
    .map((level) => wholeLevel(level, place, rest, scope, items.has(level) ? siblings : undefined));
}

const nodesIn = (root: Root) => itemsIn(root).map(({ node }) => node);

function specLevel(node: SequenceNode, place: PolicyPlace, scope: Scope): AccessLevel {
  const absent = { state: 'absent' } as const;
  const definition: BasicLevel = {
    kind: 'basic',
    node: undefined,
    anchor: node.range,
    conditions: {
      node,
      literal: node.editable ? node : undefined,
      items: conditionsOf(
        node.items.map((item) => ({ node: item, scope })),
        rest,
      ),
      complete: node.complete && node.items.every((item) => item.kind === 'mapping'),
    },
    // gcloud takes the function from a flag.
    combiningFunction: 'unknown',
    combiningEntry: undefined,
  };
  const objects = definition.conditions.items.map(({ node: object }) => ({ node: object, shape: specCondition }));
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
    objects,
    choices: choicesIn(objects, scope),
    siblings: undefined,
    factNames: [],
  };
}

/** The file's name is the level's id and title; the factory writes the rest of the name before it. */
function factoryLevel(node: MappingNode, place: PolicyPlace, scope: Scope): AccessLevel {
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
    objects: [{ node, shape: fabricLevel }],
    choices: choicesIn([{ node, shape: fabricLevel }], scope),
    siblings: undefined,
    factNames: [...levelNames({ name, id, resource: undefined, folder: folderOf(place.uri) }), fabricName(id)],
  };
}

/** An object of Config Connector, which knows other levels by their objects. */
function connectorLevel(node: MappingNode, place: PolicyPlace): AccessLevel {
  const scope = documentScope(place.root, emptyWorkspace);
  const spec = specOf(node);
  const objects = shapedObjectsOf(node, place.root);
  const untold = { state: 'unknown', node: undefined } as const;
  return {
    kind: 'gcp.accessLevel',
    form: 'level',
    node,
    place,
    dialect: connectorLevels,
    name: untold,
    id: connectorId(node),
    title: spec ? textField(spec, 'title', scope) : untold,
    parent: untold,
    policy: undefined,
    extended: { state: 'absent' },
    definition: spec ? readDefinition(spec, connectorLevels, scope) : untold,
    objects,
    choices: choicesIn(objects, scope),
    siblings: undefined,
    factNames: connectorNames(node),
  };
}

function fromResource(root: Root, resource: TerraformResource, surroundings: Surroundings): AccessLevel[] {
  if (resource.mode !== 'resource') return [];
  const scopes = moduleScopes(folderOf(surroundings.uri), surroundings.workspace, root, surroundings.uri);
  return scopes
    .flatMap((module) => instancesOf(resource.body, module))
    .flatMap((scope) => levelsOf(resource, ownPlace(root, surroundings.uri, resource, scope), scope));
}

function levelsOf(resource: TerraformResource, place: PolicyPlace, scope: Scope): AccessLevel[] {
  switch (resource.type) {
    case 'google_access_context_manager_access_level':
      return [wholeLevel(resource.body, place, google, scope, undefined)];
    case 'google_access_context_manager_access_levels': {
      const list = entryOf(resource.body, 'access_levels')?.value;
      const siblings = list?.kind === 'sequence' && list.editable ? list : undefined;
      return scopedBlocks(resource.body, 'access_levels', scope).map((level) =>
        wholeLevel(level.node, place, google, level.scope, siblings),
      );
    }
    case 'google_access_context_manager_access_level_condition':
      return [splitCondition(resource, place, scope)];
    default:
      return [];
  }
}

function splitCondition({ body, anchor }: TerraformResource, place: PolicyPlace, scope: Scope): AccessLevel {
  const conditions: ListValue<AccessCondition> = {
    node: body,
    literal: undefined,
    items: [readCondition(body, google, scope)],
    complete: false,
  };
  return {
    kind: 'gcp.accessLevel',
    form: 'condition',
    node: body,
    place,
    dialect: google,
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
    objects: shapedBlock(place),
    choices: choicesIn(shapedBlock(place), scope),
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
  // Other tools write levels in JSON and YAML with Terraform's spelling, and then with the `parent` that the API hasn't.
  const objects = dialect === rest && entryOf(node, 'parent') ? [] : shapesOf(node, place, dialect);
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
    objects,
    choices: choicesIn(objects, scope),
    siblings,
    factNames: levelNames({ name: known, id, resource, folder: folderOf(place.uri) }),
  };
}

function shapesOf(node: MappingNode, place: PolicyPlace, dialect: Dialect): readonly ShapedObject[] {
  const { resource } = place;
  if (dialect === rest || !resource) return [{ node, shape: level }];
  if (node === resource.body) return shapedBlock(place);
  return [
    { node: resource.body, shape: aroundList },
    { node, shape: listedLevel },
  ];
}

function shapedBlock({ resource }: PolicyPlace): readonly ShapedObject[] {
  const shape = resource && blocks.get(resource.type);
  return shape ? [{ node: resource.body, shape }] : [];
}

function readDefinition(node: MappingNode, dialect: Dialect, scope: Scope): Field<BasicLevel | CustomLevel> {
  const basic = entryOf(node, 'basic');
  const custom = entryOf(node, 'custom');
  if (basic && custom) return { state: 'unknown', node: basic.value };
  if (basic) {
    const [body, ...others] = scopedBlocks(node, 'basic', scope);
    return body && others.length === 0
      ? { state: 'known', value: readBasic(body.node, basic.keyRange, node, dialect, body.scope) }
      : { state: 'unknown', node: basic.value };
  }
  if (!custom) return missing(node);
  const [body] = blocksOf(node, 'custom');
  const [expr] = body ? blocksOf(body, 'expr') : [];
  if (!expr) return { state: 'unknown', node: custom.value };
  const read = readExpr(expr, scope);
  const alternatives = alternativesOf(certainText(read.expression));
  return { state: 'known', value: { kind: 'custom', anchor: custom.keyRange, expr: read, alternatives } };
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
  const scoped =
    list?.blockName === undefined ? blocks.map((node) => ({ node, scope })) : scopedBlocks(body, 'conditions', scope);
  const whole = found && list ? found.literal && list.complete : !entry && body.complete;
  return {
    kind: 'basic',
    node: body,
    anchor,
    conditions: {
      node: entry?.value ?? body,
      literal: found?.literal && list?.editable ? list : undefined,
      items: conditionsOf(scoped, dialect),
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

/** `ignore_changes = [basic[0].conditions]`: the conditions are added by other resources. */
function conditionsManagedElsewhere(level: MappingNode): boolean {
  return blocksOf(level, 'lifecycle').some((lifecycle) => {
    const ignored = entryOf(lifecycle, 'ignore_changes')?.value;
    if (!ignored) return false;
    if (ignored.kind !== 'sequence') return true;
    return ignored.items.some((item) => item.kind !== 'reference' || item.path[0] === 'basic' || item.path[0] === 'all');
  });
}

function conditionsOf(
  items: readonly { readonly node: SyntaxNode; readonly scope: Scope }[],
  dialect: Dialect,
): AccessCondition[] {
  return items.flatMap(({ node, scope }) => (node.kind === 'mapping' ? readCondition(node, dialect, scope) : []));
}
