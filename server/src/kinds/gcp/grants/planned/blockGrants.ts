import type { Root } from '../../../../syntax/format';
import { bodyOf } from '../../../../syntax/terraform/expressions/written';
import type { Workspace } from '../../../../workspace/index/workspace';
import type { Resource } from '../../../../workspace/terraform/modules/configuration';
import { type AlikeModules, modulesIn } from '../../../../workspace/terraform/modules/indexed';
import type { TerraformResource } from '../../../../workspace/terraform/resources';
import type { GrantTable } from '../../../grantTable';
import { type IamResource, iamFamilyOf } from '../../iam-resource/family';
import { lackOf } from './lack';
import { granting } from './plannedGrants';
import { providerAttribute } from './providerAttributes';
import { addGrants, addUnknown, markAssumed, type Table } from './rows';

/** Where a block of Terraform stands. */
export interface BlockPlace {
  readonly uri: string;
  readonly root: Root;
  readonly workspace: Workspace;
}

/**
 * What a plan would show of one block, in each module that the text stands for, with what it wouldn't know; undefined for a block that
 * grants nothing. Places count in the root.
 */
export function grantsOfBlock(block: TerraformResource, place: BlockPlace): GrantTable | undefined {
  const iam = block.mode === 'resource' ? iamFamilyOf(block.type) : undefined;
  if (!iam) return undefined;
  const tables = modulesIn(block.folder, place.workspace, providerAttribute).map((alike) => inModule(alike, block, iam, place));
  return { grants: tables.flatMap(({ grants }) => grants), unknown: tables.flatMap(({ unknown }) => unknown) };
}

function inModule(
  { module, prefixes }: AlikeModules,
  { mode, type, name, address, body, anchor }: TerraformResource,
  iam: IamResource,
  { uri, root }: BlockPlace,
): GrantTable {
  const table: Table = { source: module.folder, grants: [], unknown: [] };
  const within = { root, start: 0, fact: undefined };
  const resource: Resource = {
    mode,
    type,
    name,
    address,
    it: bodyOf(root, body),
    uri,
    within,
    header: anchor,
    valueType: undefined,
  };
  const at = { uri, range: anchor };
  const { result: made, assumed } = module.noticing(() => module.instancesOf(resource));
  const untold = 'why' in made ? made.why : made.all.length > mostInstances ? ({ id: 'tooMuch', what: '' } as const) : undefined;
  if (untold) addUnknown(table, `${module.prefix}${address}`, 'instances', lackOf(untold), at);
  if ('all' in made) {
    for (const instance of made.all.slice(0, mostInstances)) {
      const first = table.grants.length;
      const told = module.noticing(() => addGrants(granting(instance), iam, at, table));
      if (told.assumed || assumed) markAssumed(table, first);
    }
  }
  return {
    grants: table.grants.flatMap((row) =>
      prefixes.map((prefix) => ({ ...row, address: `${prefix}${row.address?.slice(module.prefix.length)}` })),
    ),
    unknown: table.unknown,
  };
}

/** Of one module. Nobody reads of more. */
const mostInstances = 1000;
