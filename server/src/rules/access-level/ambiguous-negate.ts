import { requirementsOf } from '../../kinds/gcp/access-level/conditions/conditions';
import accessLevel from '../../kinds/gcp/access-level/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'access-level/ambiguous-negate',
  kind: accessLevel,
  severity: 'information',
  fixClass: 'none',
  source: {
    title: 'REST resource: accessPolicies.accessLevels',
    url: 'https://cloud.google.com/access-context-manager/docs/reference/rest/v1/accessPolicies.accessLevels',
  },
  since: '0.1.0',
  summary: 'A negated condition has several fields, and what that means is told in two ways.',
  rationale:
    'One description says that a negated condition with several fields holds when at least one of them fails, another that every one must fail. With a single field both mean the same. Write one negated condition for each field, and join them by the function that says what is meant; where the whole level needs another function, put them into a level of their own and require that.',
  messages: {
    several: 'The condition is negated and has {count} fields. Whether one of them must fail or all of them is told differently.',
  },
  examples: [
    {
      language: 'yaml',
      bad: `- regions:
  - KP
  ipSubnetworks:
  - 203.0.113.0/24
  «negate»: true
- members:
  - user:kim@example.org
`,
      good: `- regions:
  - KP
  negate: true
- members:
  - user:kim@example.org
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_access_context_manager_access_level_condition" "elsewhere" {
  access_level = "accessPolicies/123456789/accessLevels/corp"
  regions      = ["KP"]
  «negate»       = true
  device_policy {
    require_screen_lock = true
  }
}
`,
      good: `resource "google_access_context_manager_access_level_condition" "elsewhere" {
  access_level = "accessPolicies/123456789/accessLevels/corp"
  regions      = ["KP"]
  negate       = true
}
`,
    },
  ],

  check({ definition }, { report }) {
    if (definition.state !== 'known' || definition.value.kind !== 'basic') return;
    for (const condition of definition.value.conditions.items) {
      if (condition.negate.state !== 'known' || !condition.negate.value) continue;
      const negate = condition.fields.find(({ name }) => name === 'negate');
      const fields = requirementsOf(condition).filter(({ requires }) => requires === true);
      if (negate && fields.length > 1) report(negate.entry.keyRange, 'several', { arguments: { count: String(fields.length) } });
    }
  },
});
