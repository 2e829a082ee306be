/** The objects of an access level and what each may hold, in API spelling. Read on 2026-09-01, Terraform's on 2026-08-21. */
export type LevelShape =
  | 'level'
  | 'fabricLevel'
  | 'basic'
  | 'condition'
  | 'devicePolicy'
  | 'osConstraint'
  | 'vpcNetworkSource'
  | 'vpcSubnetwork'
  | 'custom'
  | 'expr';

export interface FieldFacts {
  /** The object, or each object of the list, that the field holds. */
  readonly shape?: LevelShape;
  /** The words that the field, or each item of its list, takes. */
  readonly values?: readonly string[];
}

export const levelFields: Readonly<Record<LevelShape, Readonly<Record<string, FieldFacts>>>> = {
  level: { name: {}, title: {}, description: {}, basic: { shape: 'basic' }, custom: { shape: 'custom' } },
  // A file of Cloud Foundation Fabric's factories, whose name is the level's.
  fabricLevel: {
    title: {},
    description: {},
    conditions: { shape: 'condition' },
    combiningFunction: { values: ['AND', 'OR'] },
  },
  basic: { conditions: { shape: 'condition' }, combiningFunction: { values: ['AND', 'OR'] } },
  condition: {
    ipSubnetworks: {},
    devicePolicy: { shape: 'devicePolicy' },
    requiredAccessLevels: {},
    negate: {},
    members: {},
    regions: {},
    vpcNetworkSources: { shape: 'vpcNetworkSource' },
  },
  devicePolicy: {
    requireScreenlock: {},
    allowedEncryptionStatuses: { values: ['ENCRYPTION_UNSPECIFIED', 'ENCRYPTION_UNSUPPORTED', 'UNENCRYPTED', 'ENCRYPTED'] },
    osConstraints: { shape: 'osConstraint' },
    allowedDeviceManagementLevels: { values: ['MANAGEMENT_UNSPECIFIED', 'NONE', 'BASIC', 'COMPLETE'] },
    requireAdminApproval: {},
    requireCorpOwned: {},
  },
  osConstraint: {
    osType: {
      values: ['OS_UNSPECIFIED', 'DESKTOP_MAC', 'DESKTOP_WINDOWS', 'DESKTOP_LINUX', 'DESKTOP_CHROME_OS', 'ANDROID', 'IOS'],
    },
    minimumVersion: {},
    requireVerifiedChromeOs: {},
  },
  vpcNetworkSource: { vpcSubnetwork: { shape: 'vpcSubnetwork' } },
  vpcSubnetwork: { network: {}, vpcIpSubnetworks: {} },
  custom: { expr: { shape: 'expr' } },
  expr: { expression: {}, title: {}, description: {}, location: {} },
};

/** What the API tells of a level besides and takes without using it. */
export const toldLevelFields: ReadonlySet<string> = new Set(['createTime', 'updateTime']);

/** What Terraform takes in any resource. */
export const metaArguments: ReadonlySet<string> = new Set([
  'connection',
  'count',
  'depends_on',
  'for_each',
  'id',
  'lifecycle',
  'provider',
  'provisioner',
  'timeouts',
]);
