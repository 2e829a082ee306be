import { entryOf } from '../../../../syntax/tree';
import { copyOf, expression, type TreeEdit, type Value } from '../../../../syntax/treeEdit';
import type { Workspace } from '../../../../workspace/index/workspace';
import { moduleScope } from '../../../../workspace/terraform/names/scope';
import { literalString, textOf } from '../../../../workspace/terraform/names/text';
import { folderOf, type TerraformResource } from '../../../../workspace/terraform/resources';
import { freeNamesBeside } from '../../../edits/freeNames';
import { addResource } from '../../../edits/resourceEdits';
import { certainText } from '../../../reading/values';
import { connectorLevels } from '../../config-connector/dialect';
import { dependsOnNothing } from '../../grants/dependencies';
import { levelsById } from '../conditions/conditions';
import { comparableName, idIn, samePolicy } from '../facts/levels';
import { levelResource } from '../facts/names';
import type { AccessLevel } from '../policy';

export type LevelRefusal =
  | 'notLiteral'
  | 'computed'
  | 'repeated'
  | 'needsSecondLevel'
  | 'stillReading'
  | 'longName'
  | 'lifecycle';

export interface AddedLevel {
  readonly edits: readonly TreeEdit[];
  /** How conditions refer to it. */
  readonly name: Value;
  readonly id: string;
  /** Makes this level wait for the other one, for references that Terraform doesn't see. */
  readonly waiting: readonly TreeEdit[];
}

/** What the ids of levels end in that hold what another one's conditions asked together. */
export const requirementsSuffix = '_requirements';

/** A further level of the same access policy beside this one, named after it. */
export function addLevel(
  level: AccessLevel,
  idSuffix: string,
  definition: { readonly [key: string]: Value },
  workspace: Workspace,
): AddedLevel | { readonly refused: LevelRefusal } {
  // A factory's level is a file of its own.
  if (level.dialect.name === 'fabric' || level.dialect === connectorLevels) return { refused: 'needsSecondLevel' };
  const { resource } = level.place;
  const parent = resource && entryOf(resource.body, 'parent')?.value;
  if (!level.siblings && (!resource || !parent)) return { refused: 'needsSecondLevel' };
  if (resource?.repeated && !level.siblings) return { refused: 'repeated' };
  if (!workspace.complete) return { refused: 'stillReading' };
  const suffix = freeSuffix(level, idSuffix, workspace);
  const name = withSuffix(level, 'name', suffix);
  const title = withSuffix(level, 'title', spaced(suffix));
  if (level.id === undefined || name === undefined || title === undefined) return { refused: 'computed' };
  // Another level's id may be any.
  if (untoldIds(level, workspace).includes(undefined)) return { refused: 'computed' };
  const id = level.id + suffix;
  if (id.length > longestId) return { refused: 'longName' };
  if (level.siblings) {
    const at = level.siblings.items.indexOf(level.node) + 1;
    return {
      edits: [{ kind: 'insert', into: level.siblings, at, values: [{ name, title, ...definition }] }],
      name,
      id,
      waiting: [],
    };
  }
  const names = resource && freeNamesBeside(resource, workspace);
  if (!resource || !parent || !names) return { refused: 'stillReading' };
  const newName = names(resource.type, `${resource.name}${idSuffix}`);
  const edits = addResource(resource, newName, {
    parent: copyOf(parent),
    name,
    title,
    ...definition,
  });
  const address = `${resource.type}.${newName}`;
  return { edits, name: expression(`${address}.name`), id, waiting: waitFor(address, resource) };
}

/** Makes a level wait for another one of the policy that it names by its id, if Terraform makes both and nothing else makes it wait. */
export function waitForLevel(level: AccessLevel, id: string, workspace: Workspace): readonly TreeEdit[] {
  const { resource } = level.place;
  const [found] = levelsById(id, level.policy, workspace);
  const other = found && levelResource(found.names);
  if (!resource || !other || other.folder !== resource.folder || awaits(resource, other.address)) return [];
  return dependsOnNothing(other, workspace, ofPolicy) ? waitFor(other.address, resource) : [];
}

/** What both levels take from their access policy. */
const ofPolicy: ReadonlySet<string> = new Set(['parent', 'name']);

function awaits({ body }: TerraformResource, address: string): boolean {
  const present = entryOf(body, 'depends_on')?.value;
  const items = present?.kind === 'sequence' ? present.items : [];
  return items.some((item) => (item.kind === 'reference' ? item.path.join('.') : literalString(item)) === address);
}

/** It makes no circle: what the new level refers to is what this one refers to. */
function waitFor(address: string, { body, siblings }: TerraformResource): readonly TreeEdit[] {
  // In JSON the addresses are strings and no templates.
  const item = siblings ? address : expression(address);
  const present = entryOf(body, 'depends_on')?.value;
  if (!present) return [{ kind: 'set', in: body, key: 'depends_on', to: [item] }];
  return present.kind === 'sequence' && present.editable
    ? [{ kind: 'insert', into: present, at: present.items.length, values: [item] }]
    : [];
}

/** The suffix, or that with a number behind it, that gives an id and a title that no level of the policy has or is asked for by. */
function freeSuffix(level: AccessLevel, wished: string, workspace: Workspace): string {
  let suffix = wished;
  for (let number = 2; isTaken(level, suffix, workspace); number++) suffix = `${wished}_${number}`;
  return suffix;
}

function isTaken({ id, title, policy, place: { uri } }: AccessLevel, suffix: string, workspace: Workspace): boolean {
  const newId = `${id}${suffix}`;
  const known = certainText(title);
  const names = [comparableName('id', newId), ...(known ? [comparableName('title', known + spaced(suffix))] : [])];
  const isOfPolicy = (fact: { readonly value: { readonly policy: string | undefined } }) =>
    samePolicy(fact.value.policy, policy) !== false;
  if (names.some((name) => workspace.find('levelName', name).some(isOfPolicy))) return true;
  if (untoldIds({ policy, place: { uri } }, workspace).some((one) => one?.toLowerCase() === newId.toLowerCase())) return true;
  // Somebody may ask for a level that no file makes.
  const asked = [`${policy}/accessLevels/${newId}`, `${folderOf(uri)}#accessLevels/${newId}`, newId];
  return asked.some((name) => workspace.find('levelUse', name).some(isOfPolicy));
}

/** The ids of the policy's levels beside this one that only the names of other files tell; undefined for those that nothing tells. */
function untoldIds(
  { policy, place: { uri } }: { readonly policy: string | undefined; readonly place: { readonly uri: string } },
  workspace: Workspace,
): readonly (string | undefined)[] {
  const folder = folderOf(uri);
  return workspace
    .find('untoldLevelName', folder)
    .filter(({ value }) => samePolicy(value.policy, policy) !== false)
    .map(({ value, at }) => idIn(textOf(value.node, moduleScope(folder, workspace, value.root, at.uri))));
}

function spaced(suffix: string): string {
  return suffix.replaceAll('_', ' ');
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

/** https://cloud.google.com/access-context-manager/docs/reference/rest/v1/accessPolicies.accessLevels */
const longestId = 50;
