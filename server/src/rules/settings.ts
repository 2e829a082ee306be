/** What users tell the rules, checked and with defaults. */
export interface RuleSettings {
  /** `user:…` members that stay in when everything else fails. */
  readonly emergencyAccessMembers: readonly string[];
  /** The whole membership of a group: `group:x@y` → members. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly allowedGroups: ReadonlySet<string>;
  readonly exemptBuildingBlocks: boolean;
  /** In lower case; empty where nobody has told. */
  readonly organizationDomains: readonly string[];
  /** Words of the user's own that tell which resource an access level is for. */
  readonly resourceWords: readonly string[];
  /** What the ids of service accounts begin with. */
  readonly accountPrefixes: readonly string[];
  /** Whether names of Terraform's arguments are told; `auto` is settled by the editor, which knows who else tells them. */
  readonly terraformArguments: 'auto' | 'on' | 'off';
}

/** How a user writes a setting: `groups` are addresses such as `group:x@y`, which are the same in any case. */
export type SettingTakes = 'boolean' | 'strings' | 'domains' | 'groups' | 'stringsByGroup' | 'switch';

export interface RuleSetting<T> {
  /** Without `leastwise.` before it. */
  readonly name: string;
  readonly takes: SettingTakes;
  /** What counts where nobody has set it. */
  readonly usual: T;
}

export const ruleSettings: { readonly [K in keyof RuleSettings]: RuleSetting<RuleSettings[K]> } = {
  emergencyAccessMembers: { name: 'emergencyAccess.members', takes: 'strings', usual: [] },
  groups: { name: 'groups', takes: 'stringsByGroup', usual: new Map() },
  allowedGroups: { name: 'serviceAccounts.allowedGroups', takes: 'groups', usual: new Set() },
  exemptBuildingBlocks: { name: 'accessLevels.exemptBuildingBlocks', takes: 'boolean', usual: true },
  organizationDomains: { name: 'organizationDomains', takes: 'domains', usual: [] },
  resourceWords: { name: 'accessLevels.resourceWords', takes: 'strings', usual: [] },
  // By what the account is for: machines, Workload Identity, federation, workloads on premises.
  accountPrefixes: { name: 'serviceAccounts.prefixes', takes: 'strings', usual: ['vm-', 'wi-', 'wif-', 'onprem-'] },
  terraformArguments: { name: 'terraform.arguments', takes: 'switch', usual: 'auto' },
};

/** Settings that are read by rules to come. */
export const settingsToCome: readonly string[] = ['sensitivePerimeters', 'serviceAccounts.revealingWords'];
