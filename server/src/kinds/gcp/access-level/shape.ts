import { metaArguments } from '../../../workspace/terraform/metaArguments';
import { exceptFor, terraform } from '../../dialect';
import { map, object, objects, type Shape, type ShapeField, shapesOf, spelledIn, text, texts, truth } from '../../shape';
import { levelMembers, levels, regions } from '../candidates';
import { words } from './words';

const { shape, reshaped } = shapesOf(words);

// Access Context Manager's REST reference and the Google provider's documentation, read on 2026-09-01 and 2026-08-21.

/** What no field is and nobody means as one: `_comment`, `$schema`, `//`. */
const notes = /^[_$/]/;

const expression = shape(
  'expr',
  { expression: text({ required: true }), title: text(), description: text(), location: text({ unoffered: true }) },
  { notes },
);

const googlebook = 'GOOGLEBOOK_OS';

const osConstraint = shape(
  'osConstraint',
  {
    osType: text({
      choices: [
        'DESKTOP_MAC',
        'DESKTOP_WINDOWS',
        'DESKTOP_LINUX',
        'DESKTOP_CHROME_OS',
        googlebook,
        'ANDROID',
        'IOS',
        'OS_UNSPECIFIED',
      ],
    }),
    minimumVersion: text(),
    requireVerifiedChromeOs: truth(),
  },
  { notes },
);

export const devicePolicy = shape(
  'devicePolicy',
  {
    requireScreenlock: truth(),
    allowedEncryptionStatuses: texts({
      choices: ['ENCRYPTED', 'UNENCRYPTED', 'ENCRYPTION_UNSUPPORTED', 'ENCRYPTION_UNSPECIFIED'],
    }),
    osConstraints: objects(osConstraint),
    allowedDeviceManagementLevels: texts({ choices: ['COMPLETE', 'BASIC', 'NONE', 'MANAGEMENT_UNSPECIFIED'] }),
    requireAdminApproval: truth(),
    requireCorpOwned: truth(),
  },
  { notes },
);

const vpcSubnetwork = shape('vpcSubnetwork', { network: text(), vpcIpSubnetworks: texts() }, { notes });
const vpcNetworkSource = shape('vpcNetworkSource', { vpcSubnetwork: object(vpcSubnetwork) }, { notes });

/** One condition of a basic level, in the spelling of the API. */
export const condition = shape(
  'condition',
  {
    ipSubnetworks: texts(),
    devicePolicy: object(devicePolicy),
    requiredAccessLevels: texts({ offers: levels }),
    negate: truth(),
    members: texts({ offers: levelMembers }),
    regions: texts({ offers: regions }),
    vpcNetworkSources: objects(vpcNetworkSource),
  },
  { notes },
);

/** A condition in a file of `--basic-level-spec`. */
export const specCondition = reshaped(condition, { remark: 'specRemark' });

const combiningFunction = text({ choices: ['AND', 'OR'] });
export const basic = shape('basic', { combiningFunction, conditions: objects(condition) }, { notes });
const custom = shape('custom', { expr: object(expression) }, { notes });

/** A level as the API has it. */
export const level = shape(
  'level',
  { name: text(), title: text(), description: text(), basic: object(basic), custom: object(custom) },
  // Told by the API and taken without being used.
  { notes, besides: ['createTime', 'updateTime'] },
);

/** The provider's spelling. */
export const google = exceptFor(terraform, 'terraform', { requireScreenlock: 'require_screen_lock' });

/** The shape with each field in it, however deep, as `change` has it; without those for which it has none. */
function insideOut(from: Shape, change: (name: string, field: ShapeField) => ShapeField | undefined): Shape {
  const without: string[] = [];
  const fields: Record<string, ShapeField> = {};
  for (const [name, field] of from.fields) {
    const changed = change(name, field);
    if (!changed) without.push(name);
    else fields[name] = changed.inside ? { ...changed, inside: insideOut(changed.inside, change) } : changed;
  }
  return reshaped(from, { without, fields });
}

/** The provider refuses what the API has learnt since: `GOOGLEBOOK_OS`. */
function asTheProviderTakes(from: Shape): Shape {
  return insideOut(from, (name, field) =>
    name === 'osType' ? { ...field, choices: field.choices?.filter((choice) => choice !== googlebook) ?? [] } : field,
  );
}

/** A file of Cloud Foundation Fabric's factories, whose name is the level's and whose networks are a mapping with keys of their own. */
export const fabric = exceptFor(google, 'fabric', { vpcNetworkSources: 'vpc_subnets' });

export const fabricLevel = spelledIn(
  fabric,
  shape(
    'level',
    {
      title: text({ unoffered: true }),
      description: text(),
      combiningFunction: { ...combiningFunction, says: 'basic.combiningFunction' },
      conditions: objects(
        reshaped(asTheProviderTakes(condition), { fields: { vpcNetworkSources: map({ says: 'condition.vpcNetworkSources' }) } }),
        { says: 'basic.conditions' },
      ),
    },
    { notes },
  ),
);

const resourceArguments = [...metaArguments, 'deletion_policy'];
const parent = text({ says: 'resource.parent' });

/** Only the resource of a single level takes `require_verified_chrome_os`. */
function elsewhere(from: Shape): Shape {
  return insideOut(from, (name, field) => (name === 'requireVerifiedChromeOs' ? undefined : field));
}

const listed = elsewhere(asTheProviderTakes(reshaped(level, { besides: [] })));

/** A level in the list of a Terraform resource, and what stands around it. */
export const listedLevel = spelledIn(google, listed);
export const aroundList = spelledIn(google, shape('resource', { parent, accessLevels: { takes: 'objects' } }, { others: 'any' }));

/** What Terraform's resources about access levels take, by their types. */
export const blocks: ReadonlyMap<string, Shape> = new Map([
  [
    'google_access_context_manager_access_level',
    spelledIn(google, reshaped(asTheProviderTakes(level), { fields: { parent }, besides: resourceArguments })),
  ],
  [
    'google_access_context_manager_access_levels',
    spelledIn(google, shape('resource', { parent, accessLevels: objects(listed) }, { others: 'any' })),
  ],
  [
    'google_access_context_manager_access_level_condition',
    spelledIn(
      google,
      reshaped(elsewhere(asTheProviderTakes(condition)), {
        fields: { accessLevel: text({ offers: levels, says: 'resource.accessLevel' }) },
        besides: [...resourceArguments, 'access_policy_id'],
      }),
    ),
  ],
]);
