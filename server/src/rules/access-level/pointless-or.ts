import { mayBeExtended } from '../../kinds/gcp/access-level/conditions/conditions';
import { isToldWhole } from '../../kinds/gcp/access-level/edits/alternatives';
import accessLevel from '../../kinds/gcp/access-level/kind';
import type { AccessLevel, BasicLevel } from '../../kinds/gcp/access-level/policy';
import type { Entry } from '../../syntax/tree';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  single: 'There is only one condition, so OR joins it to nothing. Is an alternative missing?',
  leaveOut: 'Leave OR out',
};

export default defineRule({
  id: 'access-level/pointless-or',
  kind: accessLevel,
  severity: 'warning',
  fixClass: 'same',
  source: {
    title: 'Create a basic access level',
    url: 'https://cloud.google.com/access-context-manager/docs/create-basic-access-level',
  },
  since: '0.1.0',
  summary: 'An access level joins its conditions by OR but has a single one.',
  rationale:
    'With one condition there is nothing to join, so `OR` does nothing. Where somebody wrote it, a second condition was meant: most often the one that admits the emergency-access users. Add it, or leave the function out.',
  messages,
  examples: [
    {
      language: 'terraform',
      also: ['access-level/without-emergency-access'],
      bad: `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/123456789"
  name   = "accessPolicies/123456789/accessLevels/corp"
  title  = "corp"

  basic {
    combining_function = «"OR"»
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
    conditions {
      regions = ["KR"]
    }
  }
}
`,
    },
    {
      language: 'yaml',
      bad: `name: accessPolicies/123456789/accessLevels/admins
title: Administrators
basic:
  combiningFunction: «OR»
  conditions:
  - members:
    - user:kim@example.org
`,
      good: `name: accessPolicies/123456789/accessLevels/admins
title: Administrators
basic:
  conditions:
  - members:
    - user:kim@example.org
`,
    },
  ],

  check(level, { report, workspace }) {
    if (level.definition.state !== 'known' || level.definition.value.kind !== 'basic') return;
    const basic = level.definition.value;
    const { conditions, combiningFunction, combiningEntry } = basic;
    if (combiningFunction !== 'OR' || !combiningEntry || !conditions.complete || conditions.items.length !== 1) return;
    if (!mayBeExtended(level, workspace))
      report(combiningEntry.value, 'single', { fixes: () => [leaveOut(level, basic, combiningEntry)] });
  },
});

/** One condition must hold by AND, which is what an absent function means. */
function leaveOut(level: AccessLevel, { node }: BasicLevel, entry: Entry): Fix<Message> {
  const title = { title: 'leaveOut' } as const;
  if (!node?.editable) return { ...title, disabled: 'sharedText' };
  if (entry.value.kind !== 'scalar') return { ...title, disabled: 'notLiteral' };
  if (!isToldWhole(level)) return { ...title, disabled: 'unsure' };
  return { ...title, edits: [{ kind: 'remove', from: node, entry }] };
}
