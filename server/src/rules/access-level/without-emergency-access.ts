import { placeholders } from '../../catalog/placeholders';
import {
  admitsNamedUsersOnly,
  isIdentityLevel,
  otherConditions,
  requiresIdentityLevel,
} from '../../policies/gcp/accessConditions';
import {
  type AccessCondition,
  type AccessLevel,
  accessLevelReader,
  type BasicLevel,
  type CustomLevel,
} from '../../policies/gcp/accessLevel';
import { addAlternative, addLevel } from '../../policies/gcp/accessLevelEdits';
import { folderOf } from '../../workspace/terraformResources';
import type { Workspace } from '../../workspace/workspace';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';
import type { RuleSettings } from '../settings';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  missing:
    'Nobody gets in when the conditions of this access level fail: no condition admits a named emergency-access user by itself.',
  membersAnded:
    'The condition with `members` is joined by AND, so it restricts the level to those users instead of exempting them.',
  membersInside: 'The `members` stand in a condition with other requirements, so the users named must meet these too.',
  missingCustom: 'Nobody gets in when this expression fails: it has no alternative for an emergency-access user.',
  add: 'Add an emergency-access OR condition',
  needsSecondLevel:
    'The conditions must all hold and can’t be merged into one. They need a second access level, which this file can’t hold: move them there, require it here, and add the emergency-access condition.',
};

export default defineRule({
  id: 'access-level/without-emergency-access',
  reader: accessLevelReader,
  severity: 'warning',
  fixClass: 'placeholder',
  source: {
    title: 'Create a basic access level',
    url: 'https://cloud.google.com/access-context-manager/docs/create-basic-access-level',
  },
  since: '0.1.0',
  summary: 'An access level has no way in for an emergency-access user.',
  rationale: [
    'When an office network changes its address or the device inventory fails, an access level locks out everyone at once, those included who could repair it. Exempt at least one emergency-access user in the level itself, so that the exemption holds wherever the level is used.',
    'The exemption is a condition with nothing but `members`, joined to the others by `OR`. Fields of one condition are ANDed: a member beside a region exempts nobody. With `AND` between the conditions the level admits that user alone.',
    'Levels that only other levels require are left alone (`leastwise.accessLevels.exemptBuildingBlocks`).',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'yaml',
      also: ['access-level/authoritative-list'],
      bad: `- name: accessPolicies/123456789/accessLevels/corp_network
  title: corp_network
  «basic»:
    conditions:
    - ipSubnetworks:
      - 203.0.113.0/24
`,
      good: `- name: accessPolicies/123456789/accessLevels/corp_network
  title: corp_network
  basic:
    conditions:
    - ipSubnetworks:
      - 203.0.113.0/24
    - members:
      - user:emergency-access@example.com
    combiningFunction: OR
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/123456789"
  name   = "accessPolicies/123456789/accessLevels/corp"
  title  = "corp"

  «basic» {
    # Head office
    conditions {
      ip_subnetworks = ["203.0.113.0/24"]
    }
    conditions {
      regions = ["KR"]
    }
  }
}
`,
      good: `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/123456789"
  name   = "accessPolicies/123456789/accessLevels/corp"
  title  = "corp"

  basic {
    combining_function = "OR"
    # Head office
    conditions {
      ip_subnetworks = ["203.0.113.0/24"]
      regions        = ["KR"]
    }
    conditions {
      members = ["user:emergency-access@example.com"]
    }
  }
}
`,
    },
    {
      language: 'json',
      settings: { 'emergencyAccess.members': ['user:break-glass@example.org'] },
      bad: `{
  "name": "accessPolicies/123456789/accessLevels/regions",
  "title": "regions",
  «"basic"»: {
    "conditions": [
      {
        "regions": [
          "KR",
          "JP"
        ]
      }
    ]
  }
}
`,
      good: `{
  "name": "accessPolicies/123456789/accessLevels/regions",
  "title": "regions",
  "basic": {
    "conditions": [
      {
        "regions": [
          "KR",
          "JP"
        ]
      },
      {
        "members": [
          "user:break-glass@example.org"
        ]
      }
    ],
    "combiningFunction": "OR"
  }
}
`,
    },
  ],

  check(level, { report, settings, workspace }) {
    // Whether other files require the level or add conditions to it is unknown until all are read.
    if (level.form !== 'level' || level.definition.state !== 'known' || !workspace.complete) return;
    if (otherConditions(level, workspace).length > 0 || (settings.exemptBuildingBlocks && isBuildingBlock(level, workspace)))
      return;
    const definition = level.definition.value;
    if (definition.kind === 'custom') {
      if (lacksAlternative(definition, workspace)) {
        report(definition.anchor, 'missingCustom', {
          severity: 'information',
          fixes: [addCustom(level, definition, settings, workspace)],
        });
      }
      return;
    }
    const fault = faultOf(definition, settings, workspace);
    if (fault) report(definition.anchor, fault, { fixes: [addBasic(level, definition, settings)] });
  },
});

/** Required by other levels and used by nothing else; or it may be, for all that the text tells. */
function isBuildingBlock({ factNames, place: { uri, resource } }: AccessLevel, workspace: Workspace): boolean {
  const uses = factNames.flatMap((name) => workspace.find('levelUse', name));
  if (uses.some(({ value }) => value.by === 'other')) return false;
  return (
    uses.length > 0 || workspace.find('unknownRequirement', folderOf(uri)).some(({ value }) => value.by !== resource?.address)
  );
}

function faultOf(
  { conditions, combiningFunction }: BasicLevel,
  settings: RuleSettings,
  workspace: Workspace,
): Message | undefined {
  const { items, complete } = conditions;
  if (!complete || items.length === 0 || (combiningFunction === 'unknown' && items.length > 1)) return undefined;
  const alone = items.map(admitsNamedUsersOnly);
  if (alone.every((only) => only !== false)) return undefined;
  const exempt = items.map((condition) => exempts(condition, settings, workspace));
  const joinedByOr = combiningFunction === 'OR' || items.length === 1;
  // An unknown condition may be the exemption, or may make the level a list of identities.
  if (joinedByOr ? exempt.some((is) => is !== false) : alone.includes('unknown')) return undefined;
  if (!joinedByOr && alone.includes(true)) return 'membersAnded';
  return items.some((condition, index) => condition.members.state === 'known' && alone[index] === false)
    ? 'membersInside'
    : 'missing';
}

/** Whether meeting the condition takes no more than being a named user. */
function exempts(
  condition: AccessCondition,
  { emergencyAccessMembers }: RuleSettings,
  workspace: Workspace,
): boolean | 'unknown' {
  if (requiresIdentityLevel(condition, workspace)) return true;
  const alone = admitsNamedUsersOnly(condition);
  if (alone !== true || condition.members.state !== 'known') return alone;
  const { items, complete } = condition.members.value;
  const isWished = (text: string) =>
    emergencyAccessMembers.length > 0 ? emergencyAccessMembers.includes(text) : text.startsWith('user:');
  if (items.some(({ text, prefix }) => isWished(text ?? prefix))) return true;
  return complete && items.every(({ text, prefix }) => text !== undefined || /^serviceAccount:/.test(prefix)) ? false : 'unknown';
}

/** A custom level may let somebody in by requiring another level or naming a principal; what those admit is not told here. */
function lacksAlternative({ alternatives }: CustomLevel, workspace: Workspace): boolean {
  if (!alternatives) return false;
  return !alternatives.some(
    (text) =>
      /^\(*\s*levels\.\w+\s*\)*$/.test(text) || text.includes('request.auth.principal') || isIdentityLevel(text, workspace),
  );
}

function addBasic(level: AccessLevel, basic: BasicLevel, settings: RuleSettings): Fix<Message> {
  const change = addAlternative(level, basic, { members: emergencyMembers(settings) });
  return 'edits' in change ? { title: 'add', edits: change.edits, preferred: true } : { title: 'add', disabled: change.refused };
}

function addCustom(level: AccessLevel, { expression }: CustomLevel, settings: RuleSettings, workspace: Workspace): Fix<Message> {
  const text =
    expression.state === 'known' && expression.value.literal && expression.value.node.kind === 'scalar'
      ? expression.value.text
      : undefined;
  if (expression.state !== 'known' || text === undefined) return { title: 'add', disabled: 'computed' };
  const known = isIdentityLevel(emergencyLevel, workspace);
  const added = known
    ? { edits: [] }
    : addLevel(level, `_${emergencyLevel}`, ' emergency access', {
        basic: { conditions: [{ members: emergencyMembers(settings) }] },
      });
  if ('refused' in added) return { title: 'add', disabled: added.refused };
  const name = known ? emergencyLevel : `${level.id}_${emergencyLevel}`;
  // A conditional binds weaker than `||`.
  const whole = text.includes('?') ? `(${text})` : text;
  const edits = [{ kind: 'replace', node: expression.value.node, by: `${whole} || levels.${name}` } as const, ...added.edits];
  return { title: 'add', edits, preferred: true };
}

function emergencyMembers({ emergencyAccessMembers }: RuleSettings): readonly string[] {
  return emergencyAccessMembers.length > 0 ? emergencyAccessMembers : [placeholders.emergencyUser];
}

const emergencyLevel = 'emergency_access';
