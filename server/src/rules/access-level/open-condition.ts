import { holdsComments } from '../../kinds/edits/heldComments';
import {
  anyAddresses,
  asksNothing,
  asksSomething,
  keepsOutVersion,
  mayBeExtended,
} from '../../kinds/gcp/access-level/conditions/conditions';
import { isToldWhole } from '../../kinds/gcp/access-level/edits/alternatives';
import accessLevel from '../../kinds/gcp/access-level/kind';
import type { AccessCondition, AccessLevel, BasicLevel } from '../../kinds/gcp/access-level/policy';
import type { SyntaxNode } from '../../syntax/tree';
import type { TreeEdit } from '../../syntax/treeEdit';
import type { Workspace } from '../../workspace/index/workspace';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  opens: 'Everybody meets this condition, so the access level holds for everybody.',
  addsNothing: 'Everybody meets this condition, so it adds nothing to the others.',
  either:
    'Everybody meets this condition: joined by OR it opens the access level to everybody, joined by AND it adds nothing. The text here doesn’t tell which.',
  oneVersion:
    'The range holds the addresses of one version of the protocol, IPv4 or IPv6, so without the condition those of the other would get in.',
  remove: 'Remove the condition that everybody meets',
};

export default defineRule({
  id: 'access-level/open-condition',
  kind: accessLevel,
  severity: 'error',
  fixClass: 'narrows',
  source: {
    title: 'Create a basic access level',
    url: 'https://cloud.google.com/access-context-manager/docs/create-basic-access-level',
  },
  since: '0.1.0',
  summary: 'Everybody meets a condition of an access level.',
  rationale: [
    'A field that is absent or empty asks for nothing, and `0.0.0.0/0` and `::/0` are every address of their kind. A condition that asks for nothing holds for everybody, from anywhere, on any device.',
    'Joined to others by `OR`, or alone, it opens the access level and all that the level guards. Joined by `AND` it does no harm and no good, and hides that a requirement is missing.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'terraform',
      message: 'opens',
      bad: `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/123456789"
  name   = "accessPolicies/123456789/accessLevels/corp"
  title  = "corp"

  basic {
    combining_function = "OR"
    conditions {
      regions = ["KR"]
    }
    conditions {
      ip_subnetworks = ["203.0.113.0/24", «"0.0.0.0/0"»]
    }
    conditions {
      members = ["user:kim@example.org"]
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
    conditions {
      regions = ["KR"]
    }
    conditions {
      members = ["user:kim@example.org"]
    }
  }
}
`,
    },
    {
      language: 'json',
      message: 'opens',
      bad: `{
  "name": "accessPolicies/123456789/accessLevels/admins",
  "title": "Administrators",
  "basic": {
    "combiningFunction": "OR",
    "conditions": [
      {
        "members": ["user:kim@example.org"]
      },
      {
        «"regions"»: []
      }
    ]
  }
}
`,
      good: `{
  "name": "accessPolicies/123456789/accessLevels/admins",
  "title": "Administrators",
  "basic": {
    "conditions": [
      {
        "members": ["user:kim@example.org"]
      }
    ]
  }
}
`,
    },
    {
      language: 'yaml',
      message: 'either',
      bad: `- ipSubnetworks:
  - «0.0.0.0/0»
  - "::/0"
- members:
  - user:kim@example.org
`,
      good: `- members:
  - user:kim@example.org
`,
    },
  ],

  check(level, { report, workspace }) {
    if (level.definition.state !== 'known' || level.definition.value.kind !== 'basic') return;
    const basic = level.definition.value;
    for (const condition of basic.conditions.items) {
      if (!asksNothing(condition)) continue;
      const message = effectOf(level, basic, workspace);
      report(placeOf(condition), message, {
        severity: message === 'opens' ? 'error' : 'warning',
        fixes: () => removal(level, basic, condition, workspace),
      });
    }
  },
});

function effectOf(level: AccessLevel, { conditions, combiningFunction }: BasicLevel, workspace: Workspace): Message {
  if (combiningFunction === 'OR') return 'opens';
  if (conditions.complete && conditions.items.length === 1 && (level.form === 'spec' || !mayBeExtended(level, workspace)))
    return 'opens';
  return combiningFunction === 'AND' ? 'addsNothing' : 'either';
}

function placeOf(condition: AccessCondition): SyntaxNode | BasicLevel['anchor'] {
  const [everywhere] = anyAddresses(condition);
  return everywhere?.shown ?? condition.fields[0]?.entry.keyRange ?? condition.node.header?.range ?? condition.node;
}

/** Without another condition that asks for something, the level would be empty or as open as before. */
function removal(
  level: AccessLevel,
  basic: BasicLevel,
  condition: AccessCondition,
  workspace: Workspace,
): readonly Fix<Message>[] {
  const { items, literal, complete, node } = basic.conditions;
  const others = items.filter((other) => other !== condition);
  if (!others.some(asksSomething)) return [];
  // In others of the levels it may ask for something.
  if (level.place.resource?.repeated) return [{ title: 'remove', disabled: 'repeated' }];
  if (!literal) return [{ title: 'remove', disabled: node.kind === 'sequence' ? 'sharedText' : 'notLiteral' }];
  // What is left may be all that lets somebody in, or all that keeps everybody out.
  if (basic.combiningFunction === 'unknown' && level.form !== 'spec') return [{ title: 'remove', disabled: 'computed' }];
  if (basic.combiningFunction !== 'OR' && keepsOutVersion(condition)) return [{ title: 'remove', disabled: 'oneVersion' }];
  if (!isToldWhole(level)) return [{ title: 'remove', disabled: 'unsure' }];
  if (holdsComments(condition.node, level.place.root)) return [{ title: 'remove', disabled: 'commented' }];
  const edits: TreeEdit[] = [{ kind: 'remove', from: literal, item: condition.node }];
  // OR with a single condition would be the next thing to be found.
  const isAlone = complete && others.length === 1 && !mayBeExtended(level, workspace);
  if (isAlone && basic.combiningFunction === 'OR' && basic.node && basic.combiningEntry)
    edits.push({ kind: 'remove', from: basic.node, entry: basic.combiningEntry });
  return [{ title: 'remove', edits }];
}
