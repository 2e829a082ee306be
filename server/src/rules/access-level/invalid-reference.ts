import { circleOver } from '../../kinds/gcp/access-level/facts/circles';
import { requiredLevels } from '../../kinds/gcp/access-level/facts/edges';
import accessLevel from '../../kinds/gcp/access-level/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'access-level/invalid-reference',
  kind: accessLevel,
  severity: 'error',
  fixClass: 'none',
  source: {
    title: 'REST resource: accessPolicies.accessLevels',
    url: 'https://cloud.google.com/access-context-manager/docs/reference/rest/v1/accessPolicies.accessLevels',
  },
  since: '0.1.0',
  summary: 'An access level requires itself, by itself or through others.',
  rationale:
    'Whether a level is met is worked out from the levels that it requires, so a level can’t be among these, however far away. The API refuses such a level. Levels are looked through wherever they stand in the workspace: in `requiredAccessLevels`, in expressions (`levels.corp`) and in the files of Fabric’s factories.',
  messages: {
    itself: 'This access level requires itself, which the API refuses. Require another level or none.',
    circle: 'These levels require each other, which the API refuses. Take one requirement out of the circle: {way}.',
  },
  examples: [
    {
      language: 'yaml',
      also: ['access-level/authoritative-list'],
      bad: `- name: accessPolicies/123456789/accessLevels/corp
  title: corp
  basic:
    conditions:
    - requiredAccessLevels:
      - «accessPolicies/123456789/accessLevels/corp»
    - members:
      - user:kim@example.org
    combiningFunction: OR
`,
      good: `- name: accessPolicies/123456789/accessLevels/corp
  title: corp
  basic:
    conditions:
    - requiredAccessLevels:
      - accessPolicies/123456789/accessLevels/office
    - members:
      - user:kim@example.org
    combiningFunction: OR
`,
    },
    {
      language: 'json',
      files: {
        'office.json': `{
  "name": "accessPolicies/223456789/accessLevels/office",
  "title": "office",
  "custom": {"expr": {"expression": "levels.staff || request.auth.principal == 'user:kim@example.org'"}}
}
`,
      },
      bad: `{
  "name": "accessPolicies/223456789/accessLevels/staff",
  "title": "staff",
  "basic": {
    "conditions": [
      {
        "requiredAccessLevels": [
          «"accessPolicies/223456789/accessLevels/office"»
        ]
      },
      {
        "members": [
          "user:kim@example.org"
        ]
      }
    ],
    "combiningFunction": "OR"
  }
}
`,
      good: `{
  "name": "accessPolicies/223456789/accessLevels/staff",
  "title": "staff",
  "basic": {
    "conditions": [
      {
        "requiredAccessLevels": [
          "accessPolicies/223456789/accessLevels/devices"
        ]
      },
      {
        "members": [
          "user:kim@example.org"
        ]
      }
    ],
    "combiningFunction": "OR"
  }
}
`,
    },
  ],

  check(level, { report, workspace }) {
    if (level.form !== 'level') return;
    for (const required of requiredLevels(level)) {
      const circle = circleOver(required, level, workspace);
      if (circle?.length === 1) report(required.at, 'itself');
      else if (circle) report(required.at, 'circle', { arguments: { way: circle.join(' → ') } });
    }
  },
});
