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
}
