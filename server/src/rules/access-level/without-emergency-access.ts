import { placeholders } from '../../catalog/placeholders';
import { ignoresChanges } from '../../kinds/edits/lifecycle';
import { admitsNamedUsersOnly, levelAlone, otherConditions, usesOf } from '../../kinds/gcp/access-level/conditions/conditions';
import { admittedByLevel, exempts, isEmergencyLevel } from '../../kinds/gcp/access-level/conditions/emergencyAccess';
import { membersAsWritten } from '../../kinds/gcp/access-level/conditions/membersAsWritten';
import { addLevel, requirementsSuffix } from '../../kinds/gcp/access-level/edits/addLevel';
import {
  addAlternative,
  addAlternativeLevel,
  addExistingLevel,
  type LevelChange,
} from '../../kinds/gcp/access-level/edits/alternatives';
import accessLevel from '../../kinds/gcp/access-level/kind';
import type { AccessLevel, BasicLevel, CustomLevel } from '../../kinds/gcp/access-level/policy';
import type { Workspace } from '../../workspace/index/workspace';
import { folderOf } from '../../workspace/terraform/resources';
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
  notUsers: '`leastwise.emergencyAccess.members` holds something else than `user:` and an address. Correct the setting first.',
  needsSecondLevel:
    'The conditions must all hold and can’t be merged into one. They need a second access level, which this file can’t hold: move them there, require it here, and add the emergency-access condition.',
};

export default defineRule({
  id: 'access-level/without-emergency-access',
  kind: accessLevel,
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
    if (otherConditions(level, workspace).length > 0 || isSplitOff(level, workspace)) return;
    if (settings.exemptBuildingBlocks && isBuildingBlock(level, workspace)) return;
    const definition = level.definition.value;
    if (definition.kind === 'custom') {
      if (lacksAlternative(level, definition, settings, workspace)) {
        report(definition.anchor, 'missingCustom', {
          severity: 'information',
          fixes: () => [addition(settings, () => customChange(level, definition, settings, workspace))],
        });
      }
      return;
    }
    const fault = faultOf(level, definition, settings, workspace);
    const alternative = { members: membersAsWritten(level, emergencyMembers(settings)) };
    const change = () => addAlternative(level, definition, alternative, workspace);
    if (fault) report(definition.anchor, fault, { fixes: () => [addition(settings, change)] });
  },
});

/** Required by other levels and used by nothing else; or it may be, for all that the text tells. */
function isBuildingBlock(level: AccessLevel, workspace: Workspace): boolean {
  const uses = usesOf(level, workspace);
  if (uses.some(({ value }) => value.by === 'other')) return false;
  const { uri, resource } = level.place;
  return (
    uses.length > 0 || workspace.find('unknownRequirement', folderOf(uri)).some(({ value }) => value.by !== resource?.address)
  );
}

/** What a repair has moved out of a level is the matter of that level alone: there the way in stands beside it. */
function isSplitOff(level: AccessLevel, workspace: Workspace): boolean {
  const from = splitOff.exec(level.id ?? '')?.[1];
  if (from === undefined) return false;
  const uses = usesOf(level, workspace);
  return uses.length > 0 && uses.every(({ value }) => value.by === 'level' && value.user === from);
}

const splitOff = new RegExp(`^(.+)${requirementsSuffix}(?:_\\d+)?$`);

function faultOf(
  level: AccessLevel,
  { conditions, combiningFunction }: BasicLevel,
  settings: RuleSettings,
  workspace: Workspace,
): Message | undefined {
  const { items, complete } = conditions;
  if (!complete || items.length === 0 || (combiningFunction === 'unknown' && items.length > 1)) return undefined;
  const alone = items.map(admitsNamedUsersOnly);
  if (alone.every((only) => only !== false)) return undefined;
  const exempt = items.map((condition) => exempts(condition, level, settings.emergencyAccessMembers, workspace));
  const joinedByOr = combiningFunction === 'OR' || items.length === 1;
  // An unknown condition may be the exemption, or may make the level a list of identities.
  if (joinedByOr ? exempt.some((is) => is !== false) : alone.includes('unknown')) return undefined;
  if (!joinedByOr && alone.includes(true)) return 'membersAnded';
  return items.some((condition, index) => condition.members.state === 'known' && alone[index] === false)
    ? 'membersInside'
    : 'missing';
}

/** A custom level may let somebody in by requiring another level that isn't known here, or by naming a principal. */
function lacksAlternative(
  level: AccessLevel,
  { alternatives }: CustomLevel,
  { emergencyAccessMembers }: RuleSettings,
  workspace: Workspace,
): boolean {
  if (!alternatives) return false;
  return alternatives.every((text) => {
    const id = levelAlone(text);
    if (id !== undefined) return admittedByLevel(id, level, emergencyAccessMembers, workspace) === false;
    return !text.includes('request.auth.principal');
  });
}

function customChange(level: AccessLevel, custom: CustomLevel, settings: RuleSettings, workspace: Workspace): LevelChange {
  const { resource } = level.place;
  if (resource && ignoresChanges(resource)) return { refused: 'lifecycle' };
  if (isEmergencyLevel(emergencyLevel, level, settings.emergencyAccessMembers, workspace))
    return addExistingLevel(level, custom, emergencyLevel, workspace);
  const conditions = [{ members: emergencyMembers(settings) }];
  const added = addLevel(level, `_${emergencyLevel}`, { basic: { conditions } }, workspace);
  if ('refused' in added) return added;
  const change = addAlternativeLevel(level, custom, added.id);
  return 'edits' in change ? { edits: [...added.waiting, ...change.edits, ...added.edits] } : change;
}

function addition({ emergencyAccessMembers }: RuleSettings, made: () => LevelChange): Fix<Message> {
  // Access levels take no other members as a way in, and anything else would let in somebody who isn't named.
  if (!emergencyAccessMembers.every((member) => /^user:[^\s@,;]+@[^\s@,;]+$/.test(member)))
    return { title: 'add', disabled: 'notUsers' };
  const change = made();
  return 'edits' in change ? { title: 'add', edits: change.edits, preferred: true } : { title: 'add', disabled: change.refused };
}

function emergencyMembers({ emergencyAccessMembers }: RuleSettings): readonly string[] {
  return emergencyAccessMembers.length > 0 ? emergencyAccessMembers : [placeholders.emergencyUser];
}

const emergencyLevel = 'emergency_access';
