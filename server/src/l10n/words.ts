/** The engine's own words, with `{placeholders}`. Those of a rule stand in the rule. */
export type Words = Readonly<Record<keyof typeof english, string>>;

export const english = {
  outputIsNotEdited: 'Terraform has written this file. Change the configuration instead.',
  cannotBeWritten: 'No safe edit can be written here.',
  besideSyntaxError: 'There is a syntax error here. Correct it first.',
  unknownFieldBeside: 'A key beside it is unknown or stands twice, so what this would lead to can’t be told. Mend that first.',
  valueIs: '**Value:**',
  valuesAre: '**Values:**',
  moreValues: '{count} more',
  valueAssumed: '(a variable’s default or an assignment; it may be given another value)',
  valueUsedHere: 'The value is used here.',
  valuePassed: '{call} passes it as {argument}.',
  valueLooped: 'The loop goes through it.',
  valueLoopedFor: 'The loop makes the instance {key} of it.',
  valueWrittenHere: 'The value comes from here.',
  suppressWithComment: 'Suppress {rule} with a comment',
  suppressInSettingsFile: 'Suppress {rule} in {file}',
  settingsFileIsBroken: '{file} has a syntax error, so nothing can be added to it.',
  settingsFileIsOther: '{file} holds something else than settings, so nothing can be added to it.',
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

  explainTitle: 'What {file} allows',
  explainNothing: 'No policy that grants roles and no access level was found in this file.',

  lookedTitle: 'What was looked at in {file}',
  lookedTitleAt: 'What was looked at in {file}, line {line}',
  lookedNothing: 'No rule looked at this place.',
  lookedUnrecognised: 'Nothing here was recognised as a policy.',
  lookedElsewhere: 'Other places of this file were read, from these lines on: {lines}.',
  lookedExcluded: 'The setting `leastwise.exclude` leaves this file out.',
  lookedNotRead: 'Files of this kind, and files that a tool keeps in its own folder, are not read.',
  lookedTooLong: 'The file is larger than 8 MB.',
  lookedTooDeep: 'A part of the text is nested too deeply to be read.',
  lookedKubernetes: 'It is an object of Kubernetes (it has `apiVersion` and `kind`), which another tool owns.',
  lookedTerraformOutput: 'It is a plan or a state that Terraform has written.',
  lookedOtherTool: 'It is the configuration of another service, which only looks like a policy.',
  lookedBroken: 'The text has a syntax error; what it may have displaced counts as unknown.',
  lookedReadAs: 'Read as',
  lookedFromLine: '{policy}, from line {line}.',
  lookedRules: 'Rules that looked',
  lookedNoRules: 'None: all rules for this are switched off.',
  lookedFound: 'found something, line {lines}',
  lookedRulesOff: 'Rules that are switched off',
  lookedSuppressed: 'Found but suppressed',
  lookedHiddenByComment: 'line {line}, by the comment in line {comment}.',
  lookedHiddenAtCall: 'line {line}, by a comment where the module is called.',
  lookedHiddenByFile: 'line {line}, by `.leastwise.json`.',
  lookedUnknown: 'What the rules could not know',
  lookedAllKnown: 'Nothing: the text tells all that was asked.',
  lookedWorkspaceUnread: 'The workspace is not wholly read yet, so what other files say is not certain.',
  lookedUnknownAt: '{field} (line {line}):',
  lookedUntold: 'the text does not tell the value, so nothing is held against it.',
  lookedIncomplete: 'there may be more than the text tells.',
  lookedAssumed: 'this is the value that a variable has here; it may be given another one.',
  lookedSource: 'Written in {place}.',

  readingWorkspace: 'Leastwise: reading the workspace',
  stillReading: 'The workspace is still being read.',
  workingOutGrants: 'Leastwise: working out who may do what',
  checkingWorkspace: 'Leastwise: checking the workspace',

  settingsSyntax:
    '{path} has a syntax error. Until it is corrected, the settings that were read last count, or else the usual ones.',
  settingsWhole: 'the whole file',
  expectedSettings: 'must be an object with settings',
  expectedKnownSetting: 'is no setting of Leastwise',
  expectedKnownRule: 'names no rule',
  expectedNearRule: 'names no rule; “{near}” may be meant',
  expectedSeverity: 'must be "error", "warning", "information", "hint" or "off"',
  expectedString: 'must be a text',
  expectedStrings: 'must be a list of texts',
  expectedBoolean: 'must be true or false',
  expectedMap: 'must be an object',
  expectedGroup: 'must be a group such as "group:builders@example.com"',
  expectedAttachmentLevel: 'must be "project", "folder", "organization", "billingAccount", "serviceAccount", "bucket" or "other"',
  expectedSwitch: 'must be "auto", "on" or "off"',
  expectedIgnoreEntry: 'must be an object with the texts "rule", "path" and "at"',
  expectedIgnoreList: 'must be a list of objects with "rule", "path" and "at"',

  usage: `Usage: leastwise lint [options] [paths …]
       leastwise grants [options] [paths …]

lint    Checks cloud access policies in JSON, YAML and Terraform.
grants  Lists who may do what: every role of every member, worked out from Terraform’s text as a plan would show it, and
        from policies in JSON and YAML.
Without paths: everything below the current folder.

Options of lint:
  --fix              apply the fixes that keep the meaning, and write the files
  --format <name>    pretty (default) or json

Options of grants:
  --format <name>    table (default), json, csv or markdown
  --member <text>    only members that hold the text; the same for --role and --resource
  --permission <id>  only roles with this permission; of which that isn’t known is told
  --by <what>        grouped by member, role or resource
  --against <rev>    what changed since a revision of the git repository: what was added, removed or has another condition,
                     wherever it is written; A..B compares two revisions, A...B what B changed since it left A
  --changes          what a plan changes that “terraform show -json” has written
  --fail-on-added    with --against or --changes: exit code 1 if somebody surely gets a role, or has it under a condition that is
                     gone or another one now; not for a condition that is new on what had none

Options of both:
  --lang <en|ko>     language of the messages (default: from LANG)
  --help             show this text
  --version          show the version

Exit codes: 0 nothing found (hints do not count), 1 something found, 2 something went wrong. Of grants: 0 or 2,
and 1 by --fail-on-added.

Settings are read from the nearest .leastwise.json above each file.`,
  unknownCommand: 'There is no command “{command}”. Try “leastwise --help”.',
  missingCommand: 'Say what to do, such as “leastwise lint”. “leastwise --help” tells more.',
  unknownOption: 'The option “{option}” is unknown or incomplete. “leastwise --help” lists the options.',
  unknownFormat: 'The format “{format}” is unknown. Use one of these after “--format”: {formats}.',
  unknownGrouping: 'Nothing is grouped by “{grouping}”. Use one of these after “--by”: {groupings}.',
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
  grantMember: 'Member',
  grantMembers: 'Members',
  grantRole: 'Role',
  grantResource: 'Resource',
  grantCondition: 'Condition',
  grantAddress: 'Address',
  grantPlace: 'File',
  grantInstances: 'Instances',
  grantUnknown: '{what} unknown: {where}: {reason}',
  grantUntold: '(unknown)',
  grantAssumed: '* follows from the default of a variable or a file of variables, and may be another when Terraform runs.',
  unknownVariable: '{what} has no value in the text.',
  unknownAttribute: '{what} is known after apply.',
  unknownName: '{what} is not in the workspace.',
  unknownFunction: '{what}() can only be told by Terraform.',
  unknownError: 'Terraform would refuse this ({what}).',
  unknownUnread: 'The text can’t be read here.',
  unknownCircle: '{what} refers to itself.',
  unknownTooMuch: 'This takes more steps than are allowed.',
  unknownFile: 'The file {what} is not in the workspace.',
  unknownFolder:
    'There is no module in the folder {what}, as far as it was read. Check the path, or open or name a folder that holds both.',
  unknownSensitive: 'It is marked as sensitive and not shown.',
  unknownPlaceholder: 'A placeholder stands here.',
  unknownPermissions: 'Whether {what} has the permission is not known.',
  optionAlone: '“{option}” means nothing without “{other}”. Add that.',
  optionsTogether: '“{option}” and “{other}” do not go together. Leave one of them out.',
  noPlan: '{path} is no plan of Terraform’s. Write one with “terraform show -json <plan> > plan.json”.',
  noGit: 'git was not found. Install it, or put it on the PATH, to compare revisions.',
  noRepository: '{path} is in no git repository. Give a path in one to compare its revisions.',
  otherRepository: '{path} is in another git repository. Compare one repository at a time.',
  gitRefused: 'git cannot read the repository {path}. Run “git log” there to see why.',
  notFetched: '{path} is not in this partial clone as it was. Clone the repository without “--filter”.',
  unknownRevision: 'There is no revision “{revision}” in {path}. Check its name, or fetch it with “git fetch”.',
  shallowClone:
    '“{revision}” is not in the shallow clone {path}. Fetch it with “git fetch --unshallow”, or clone without “--depth”.',
  change: 'Change',
  changeAdded: 'added',
  changeRemoved: 'removed',
  changeCondition: 'other condition',
  changePerhaps: 'perhaps changed',
  changePerhapsAdded: 'perhaps added',
  changePerhapsRemoved: 'perhaps removed',
  changeNowUnknown: 'Now unknown',
  changeNowKnown: 'No longer unknown',
  changesAdded: 'Added',
  changesRemoved: 'Removed',
  changesCondition: 'With another condition',
  changesUnsure: 'Not certain',
  changesUnknown: 'Unknown',
  changesNone: 'Access stays as it is.',
  changesSummary: 'Access: {counts}.',
  countAdded: '{count} added',
  countRemoved: '{count} removed',
  countCondition: '{count} with another condition',
  countUnsure: '{count} not certain',
  countNowUnknown: '{count} now unknown',
  countNowKnown: '{count} no longer unknown',
  noCondition: 'none',
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
