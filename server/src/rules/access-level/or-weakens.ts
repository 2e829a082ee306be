import { asksSomething, requirementsOf } from '../../kinds/gcp/access-level/conditions/conditions';
import { requireTogether } from '../../kinds/gcp/access-level/edits/alternatives';
import accessLevel from '../../kinds/gcp/access-level/kind';
import type { AccessCondition, AccessLevel, BasicLevel } from '../../kinds/gcp/access-level/policy';
import type { Workspace } from '../../workspace/index/workspace';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  different: 'Any one of these requirements is enough: {kinds}. Joined by OR, each of them can be got round by another.',
  requireAll: 'Require all of them (removes access)',
  oneKindTwice:
    'Two of the conditions ask for the same kind of thing, and no request may ever meet both. Put these into one list first.',
  needsSecondLevel:
    'The conditions can’t be merged into one and need a second access level, which this file can’t hold: move them there, joined by AND, and require it here.',
};

export default defineRule({
  id: 'access-level/or-weakens',
  kind: accessLevel,
  severity: 'information',
  fixClass: 'narrows',
  source: {
    title: 'Access level attributes',
    url: 'https://cloud.google.com/access-context-manager/docs/access-level-attributes',
  },
  since: '0.1.0',
  summary: 'Requirements of different kinds are joined by OR, so each can be got round by another.',
  rationale: [
    'With a network in one condition and a managed device in another, `OR` admits any device on the network and the device from anywhere. That is rarely what was meant: mostly the `OR` was set for the emergency-access users and loosened the rest as well.',
    'Put the requirements into one condition, whose fields must all hold, and keep the members-only condition beside it. Several conditions of one kind, such as two offices, are alternatives by nature and are left alone.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'terraform',
      bad: `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/123456789"
  name   = "accessPolicies/123456789/accessLevels/corp"
  title  = "corp"

  basic {
    combining_function = «"OR"»
    conditions {
      ip_subnetworks = ["203.0.113.0/24"]
    }
    conditions {
      device_policy {
        require_corp_owned = true
      }
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
      ip_subnetworks = ["203.0.113.0/24"]
      device_policy {
        require_corp_owned = true
      }
    }
    conditions {
      members = ["user:kim@example.org"]
    }
  }
}
`,
    },
    {
      language: 'yaml',
      also: ['access-level/without-emergency-access'],
      bad: `name: accessPolicies/123456789/accessLevels/corp
title: corp
basic:
  combiningFunction: «OR»
  conditions:
  - regions:
    - KR
  - devicePolicy:
      requireCorpOwned: true
`,
      good: `name: accessPolicies/123456789/accessLevels/corp
title: corp
basic:
  combiningFunction: AND
  conditions:
  - regions:
    - KR
  - devicePolicy:
      requireCorpOwned: true
`,
    },
  ],

  check(level, { report, workspace }) {
    if (level.definition.state !== 'known' || level.definition.value.kind !== 'basic') return;
    const basic = level.definition.value;
    if (basic.combiningFunction !== 'OR' || !basic.combiningEntry) return;
    const told = basic.conditions.items.flatMap((condition) => {
      const kinds = kindsOf(condition);
      return kinds ? [{ condition, kinds }] : [];
    });
    const differ = told.some((one) => told.some((other) => !share(one.kinds, other.kinds)));
    if (!differ) return;
    const kinds = [...new Set(told.flatMap(({ condition }) => requirementsOf(condition).map(({ name }) => name)))];
    report(basic.combiningEntry.value, 'different', {
      arguments: { kinds: kinds.map((kind) => `\`${level.dialect.spell(kind)}\``).join(', ') },
      fixes: () => [requireAll(level, basic, told, workspace)],
    });
  },
});

function share(kinds: ReadonlySet<string>, among: ReadonlySet<string>): boolean {
  return [...kinds].some((kind) => among.has(kind));
}

interface Told {
  readonly condition: AccessCondition;
  readonly kinds: ReadonlySet<string>;
}

/**
 * What kinds of things the condition asks for. Undefined where nothing is asked, where the text doesn't tell, and where the condition
 * is about certain people: another way in for somebody else weakens nothing.
 */
function kindsOf(condition: AccessCondition): ReadonlySet<string> | undefined {
  const fields = requirementsOf(condition);
  if (!condition.complete || condition.negate.state === 'unknown' || !asksSomething(condition)) return undefined;
  const kinds = fields.map(({ name, requires }) => (requires === true ? kindOfField.get(name) : undefined));
  return kinds.every((kind) => kind !== undefined) ? new Set(kinds) : undefined;
}

/** What a required level asks for stands elsewhere, and members are no requirement that others could get round. */
const kindOfField: ReadonlyMap<string, string> = new Map([
  ['ipSubnetworks', 'network'],
  ['vpcNetworkSources', 'network'],
  ['regions', 'region'],
  ['devicePolicy', 'device'],
]);

function requireAll(level: AccessLevel, basic: BasicLevel, told: readonly Told[], workspace: Workspace): Fix<Message> {
  const title = { title: 'requireAll' } as const;
  const kinds = told.flatMap((one) => [...one.kinds]);
  if (new Set(kinds).size < kinds.length) return { ...title, disabled: 'oneKindTwice' };
  const change = requireTogether(
    level,
    basic,
    told.map(({ condition }) => condition),
    workspace,
  );
  return 'edits' in change ? { ...title, kind: 'refactor', edits: change.edits } : { ...title, disabled: change.refused };
}
