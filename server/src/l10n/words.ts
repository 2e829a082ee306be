/** The engine's own words, with `{placeholders}`. Those of a rule stand in the rule. */
export type Words = Readonly<Record<keyof typeof english, string>>;

export const english = {
  cannotBeWritten: 'No safe edit can be written here.',
  suppressWithComment: 'Suppress {rule} with a comment',
  suppressInSettingsFile: 'Suppress {rule} in {file}',
  settingsFileIsBroken: '{file} has a syntax error, so nothing can be added to it.',
  openRuleDocumentation: 'Open the documentation of {rule}',
  fixAll: 'Fix everything that keeps its meaning',

  error: 'error',
  warning: 'warning',
  information: 'information',
  hint: 'hint',
  off: 'off',

  ruleSeverity: 'Severity',
  ruleFix: 'Fix',
  ruleSince: 'Since',
  ruleRenamedFrom: 'Earlier name',
  ruleReason: 'Why',
  ruleExample: 'Example',
  ruleExamples: 'Examples',
  ruleBad: 'Before',
  ruleGood: 'After',
  ruleSource: 'Source',
  ruleSuppress: 'When it is meant that way',
  ruleSuppressWithComment:
    'In YAML, Terraform and JSON with comments, put a comment with the reason on the line or the line above. With a date, the finding comes back after that day.',
  ruleSuppressReason: 'the reason',
  ruleSuppressInSettingsFile: 'In plain JSON, *Suppress …* among the quick-fixes adds an entry to `.leastwise.json`.',
  ruleSuppressWithSetting:
    'To change the severity of the rule, or to switch it off with `off`, set it in VS Code or in `.leastwise.json`:',
  fixNone: 'none; what is right is for a person to decide',
  fixSame: 'keeps the meaning, or what it changes is refused today; part of *Fix all*',
  fixNarrows: 'only removes access',
  fixChanges: 'changes the meaning',
  fixPlaceholder: 'puts in a placeholder for you to replace',

  levelBasic:
    'The requirements of a basic access level. All fields of one condition must hold; `combiningFunction` says whether all conditions must hold (`AND`, when it is absent) or any of them (`OR`).',
  levelCustom: 'A custom access level: it holds when its CEL expression is true.',
  levelSpec:
    'A condition for `gcloud access-context-manager levels create --basic-level-spec`. Whether all conditions must hold or any of them is not in this file: the flag `--combine-function` says it.',
  levelConditions: 'What must be met. The fields of one condition must all hold; `combiningFunction` joins several conditions.',
  levelCombiningFunction: 'How several conditions are joined: `AND` (when it is absent) wants all of them, `OR` any one.',
  levelIpSubnetworks:
    'Ranges of public addresses that requests may come from, as CIDR of IPv4 or IPv6. One of them is enough. Requests are seen with their public address.',
  levelDevicePolicy: 'What the device must be like. All fields must hold. Endpoint Verification tells Google about the device.',
  levelRequiredAccessLevels: 'Other access levels of the same access policy, by full name. All of them must hold.',
  levelNegate:
    'Turns the condition round: it holds when its requirement does not. With several fields it is told differently whether one or all of them must fail.',
  levelMembers:
    'Users and service accounts that the condition is for. Beside other fields they must meet these too; alone, joined to the other conditions by `OR`, they are exempt from them.',
  levelRegions:
    'Countries and territories that requests may come from, by their code of ISO 3166-1. One of them is enough. Private addresses never match.',
  levelVpcNetworkSources: 'VPC networks that requests may come from. Not together with `ipSubnetworks` in one condition.',
  levelVpcIpSubnetworks: 'Ranges of IPv4 addresses inside the VPC network. All of the network when there are none.',
  levelRequireScreenlock: 'The device must lock its screen.',
  levelAllowedEncryptionStatuses:
    'How the storage of the device may be encrypted. One of them is enough; any when there are none.',
  levelOsConstraints: 'Operating systems that the device may run, each with a lowest version. One of them is enough.',
  levelAllowedDeviceManagementLevels: 'How the device may be managed. One of them is enough; any when there are none.',
  levelRequireAdminApproval: 'An administrator must have approved the device.',
  levelRequireCorpOwned: 'The device must be in the company’s inventory.',
  levelMinimumVersion: 'The lowest version of the operating system that is let in, as `MAJOR.MINOR.PATCH`.',
  levelRequireVerifiedChromeOs: 'ChromeOS must have been verified when it started. For `DESKTOP_CHROME_OS` only.',
  levelName: 'The access level {id} of the access policy {policy}. The id can’t be changed later.',
  valueAnd: 'All conditions must hold.',
  valueOr: 'Any one condition is enough: the level is as weak as its weakest condition.',
  valueUnspecified: 'Stands for no choice. Leave it out or write one of the other values.',
  valueEncryptionUnsupported: 'The device can’t be encrypted.',
  valueUnencrypted: 'The device could be encrypted and isn’t.',
  valueEncrypted: 'The device is encrypted.',
  valueManagementNone: 'The device isn’t managed.',
  valueManagementBasic: 'The device is under basic management: it is known, and a few rules hold.',
  valueManagementComplete: 'The device is under advanced management: administrators control it.',
  valueOs: 'Devices that run {os}.',
  region: '{name} ({code})',
  subnetPublic: '{count} addresses: {first} – {last}.',
  subnetSingle: 'One address.',
  subnetPrivate: 'Private range of {count} addresses: {first} – {last}.',
  subnetSpecial: 'Not of the public internet: {count} addresses, {first} – {last}.',
  subnetEverything: 'Every IPv{version} address there is.',
  memberUser: 'One person, by the address of their Google account.',
  memberServiceAccount: 'A service account: the identity of a program.',
  memberComputeDefault:
    'The default service account of Compute Engine in one project. Every machine runs as it that is not given another account.',
  memberAppEngineDefault: 'The default service account of App Engine in one project. Applications and older functions run as it.',
  memberServiceAgent:
    'A service agent: the account that Google runs one of its services as in a project. It is nobody’s to use, and needs its role.',
  memberAgentOfService:
    'The service agent of {service}: the account that Google runs this service as. It is nobody’s to use, and needs its role.',
  memberAgentOfServiceInProject:
    'The service agent of {service} in the project {project}: the account that Google runs this service as. It is nobody’s to use, and needs its role.',
  memberGroup: 'A group: everyone and everything in it, now and later.',
  memberDomain: 'Every account of a Google Workspace or Cloud Identity domain.',
  memberAllUsers: 'Everyone on the internet, signed in or not.',
  memberAllAuthenticatedUsers: 'Everyone who has signed in to any Google account, and every service account of anybody.',
  memberPrincipal: 'One identity: from a federation pool, or a Google Cloud resource.',
  memberPrincipalSet: 'All identities of a federation pool, or a part of them.',
  memberWorkforceSubject: 'One identity of the workforce pool {id}: the one whose subject is {subject}.',
  memberWorkforceGroup: 'Everyone in the group {group} of the workforce pool {id}, now and later.',
  memberWorkforceAttribute: 'Everyone of the workforce pool {id} whose attribute {attribute} is {value}.',
  memberWorkforceAll: 'Everyone of the workforce pool {id}: all whom its identity providers let in.',
  memberWorkloadSubject:
    'One identity of the workload identity pool {id} in the project {project}: the one whose subject is {subject}.',
  memberWorkloadGroup: 'Every identity in the group {group} of the workload identity pool {id} in the project {project}.',
  memberWorkloadAttribute:
    'Every identity of the workload identity pool {id} in the project {project} whose attribute {attribute} is {value}.',
  memberWorkloadAll: 'Every identity of the workload identity pool {id} in the project {project}: all that its providers let in.',
  memberKubernetesAccount:
    'The Kubernetes service account {account} in the namespace {namespace}, in every GKE cluster of the project {project}.',
  memberKubernetesUid: 'One Kubernetes service account in a GKE cluster of the project {project}: the one whose UID is {uid}.',
  memberKubernetesNamespace:
    'Every Kubernetes service account in the namespace {namespace}, in every GKE cluster of the project {project}.',
  memberKubernetesCluster: 'Every Kubernetes service account in one GKE cluster of the project {project}: {cluster}',
  memberKubernetesAll: 'Every Kubernetes service account in every GKE cluster of the project {project}.',
  memberAccountsOfProject: 'Every service account of the project {number}, those made later too.',
  memberAccountsOfFolder: 'Every service account of the projects in the folder {number}, those made later too.',
  memberAccountsOfOrganization: 'Every service account of the projects in the organization {number}, those made later too.',
  memberConvenience: 'Everyone who holds the basic role of the project, as Cloud Storage and BigQuery write it.',
  memberDeleted: 'An account that was deleted. The grant comes back to life only if the account is restored.',
  policyVersion:
    'The form that the policy is written in: `3` as soon as a binding has a condition, `1` otherwise. There is no `2`.',
  policyEtag:
    'The state in which the policy was read. A write that carries it fails when the policy has changed since; a write without it may undo what others did, and lose conditions.',
  policyBindings:
    'Which members hold which role. The whole list counts: a grant that is left out is taken away when the policy is written.',
  policyBinding: 'One role, its members and, if any, its condition. Blocks with the same role and condition become one.',
  bindingRole: 'The role that is granted: `roles/…`, or a custom role as `projects/…/roles/…` or `organizations/…/roles/…`.',
  bindingMembers: 'Who holds the role. Each begins with what it is, such as `user:`, `group:` or `serviceAccount:`.',
  bindingCondition:
    'When the role holds: only while the expression is true. The roles Owner, Editor and Viewer take no condition, nor do `allUsers` and `allAuthenticatedUsers`.',
  conditionTitle: 'A short name for the condition. It must be there.',
  conditionDescription: 'What the condition is for, told to people.',
  conditionExpression: 'The condition in CEL. The role holds while it is true; at most 12 logical operators.',
  conditionLocation: 'Where the expression comes from, for error messages. IAM makes no use of it.',
  auditConfigs:
    'Which data access is written to the audit logs. Counts on organizations, folders, projects and billing accounts only.',
  auditService:
    'The service whose access is logged, such as `storage.googleapis.com`, or `allServices`. What both ask for is logged.',
  auditLogConfigs: 'The kinds of access that are logged, and whose access is left out.',
  auditLogType: 'The kind of access: `ADMIN_READ`, `DATA_READ` or `DATA_WRITE`.',
  auditExemptedMembers: 'Members whose access of this kind is not logged.',
  valueAdminRead: 'Reading of metadata and configuration.',
  valueDataRead: 'Reading of the data that users keep in the service.',
  valueDataWrite: 'Writing of the data that users keep in the service.',
  requestPolicy: 'The policy to be set. It takes the place of the one that the resource has.',
  requestUpdateMask:
    'Which fields are written: `bindings,etag` when it is absent. `auditConfigs` are written only when they are named here.',
  resourceMember: 'The one member that is granted the role. Other holders of the role keep it.',
  resourceMembers: 'All who shall hold the role. Whoever is not listed loses it, wherever it was granted on this resource.',
  resourcePolicyData:
    'The whole policy as JSON, mostly from `data.google_iam_policy`. It takes the place of everything granted on the resource.',

  explainPolicy: 'Explain this policy',
  explainGrants: 'Explain the grants of this file',
  explainTitle: 'What {file} allows',
  explainDocumentAt: 'The policy from line {line}',
  explainGrantsOfFile: 'The grants of this file',
  explainNothing: 'No policy that grants roles was found in this file.',
  explainAttachedTo: 'It hangs on: {level}.',
  explainAttachedUnknown: 'The text does not tell what it hangs on.',
  explainIncomplete: 'Parts of it are computed elsewhere and are not told here: there may be more.',
  explainByPrincipal: 'Who may do what',
  explainByRole: 'Roles and who holds them',
  explainNobody: 'nobody',
  explainNotTold: 'not told by the text',
  explainCondition: 'only while',
  explainConditionUnknown: 'under a condition that the text does not tell',
  levelProject: 'a project',
  levelFolder: 'a folder',
  levelOrganization: 'an organization',
  levelBillingAccount: 'a billing account',
  levelServiceAccount: 'a service account',
  levelBucket: 'a bucket',
  levelOther: 'a resource',

  allowPolicy: 'Allow policy',
  accessLevel: 'Access level',
  customLevel: 'custom',
  unknownRole: 'no role',
  oneRole: '1 role',
  manyRoles: '{count} roles',
  oneMember: '1 member',
  manyMembers: '{count} members',

  readingWorkspace: 'Leastwise: reading the workspace',
  checkingWorkspace: 'Leastwise: checking the workspace',

  settingsWhole: 'the whole file',
  expectedSettings: 'must be an object with settings',
  expectedKnownSetting: 'is no setting of Leastwise',
  expectedSeverity: 'must be "error", "warning", "information", "hint" or "off"',
  expectedString: 'must be a text',
  expectedStrings: 'must be a list of texts',
  expectedBoolean: 'must be true or false',
  expectedMap: 'must be an object',
  expectedGroup: 'must be a group such as "group:builders@example.com"',
  expectedAttachmentLevel: 'must be "project", "folder", "organization", "billingAccount", "serviceAccount", "bucket" or "other"',
  expectedIgnoreEntry: 'must be an object with the texts "rule", "path" and "at"',
  expectedIgnoreList: 'must be a list of objects with "rule", "path" and "at"',

  usage: `Usage: leastwise lint [options] [paths …]

Checks cloud access policies in JSON, YAML and Terraform. Without paths: everything below the current folder.

Options:
  --fix             apply the fixes that keep the meaning, and write the files
  --format <name>   pretty (default) or json
  --lang <en|ko>    language of the messages (default: from LANG)
  --help            show this text
  --version         show the version

Exit codes: 0 nothing found (hints do not count), 1 something found, 2 something went wrong.

Settings are read from the nearest .leastwise.json above each file.`,
  unknownCommand: 'There is no command “{command}”. Try “leastwise --help”.',
  missingCommand: 'Say what to do, such as “leastwise lint”. “leastwise --help” tells more.',
  unknownOption: 'The option “{option}” is unknown or incomplete. “leastwise --help” lists the options.',
  unknownFormat: 'The format “{format}” is unknown. Use “--format pretty” or “--format json”.',
  unknownLanguage: 'The language “{language}” is unknown. Use “--lang en” or “--lang ko”.',
  unreadablePath: 'Cannot read {path} ({cause}). Check that it exists and that you may read it.',
  unreadableFile:
    '{path} has an ending that tells no format. Leastwise reads .json, .jsonc, .yaml, .yml, .tf, .tofu and .tfvars.',
  fileTooLarge: '{path} is larger than 8 MB and was not checked. Exclude it, or split it.',
  unwritableFile: 'Cannot write {path} ({cause}). Nothing in it was changed.',
  notUtf8: '{path} is not valid UTF-8 and was left as it is. Save it as UTF-8 to have it fixed.',
  brokenSettingsFile: '{path} has a syntax error, so its settings do not count. Correct it.',
  settingsProblem: '{path}: {setting} {expected}. It does not count.',
  ruleFault: 'The rule {rule} failed on {path} ({cause}); its findings there may be missing. Please report this.',
  unexpectedFault: 'Leastwise failed ({cause}). Please report this.',
  fixedCount: 'Fixed: {count}.',
  summary: '{files} checked: {counts}.',
  summaryClean: '{files} checked: nothing found.',
  oneFile: '1 file',
  manyFiles: '{count} files',
  oneError: '1 error',
  manyErrors: '{count} errors',
  oneWarning: '1 warning',
  manyWarnings: '{count} warnings',
  oneInformation: '1 note',
  manyInformation: '{count} notes',
  oneHint: '1 hint',
  manyHints: '{count} hints',
  canBeFixed: '“--fix” repairs {count} of them.',
};
