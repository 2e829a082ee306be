import authoritativeList from '../../kinds/gcp/authoritative-list/kind';
import { defineRule } from '../rule';

export default defineRule({
  id: 'access-level/authoritative-list',
  kind: authoritativeList,
  severity: 'warning',
  fixClass: 'none',
  source: {
    title: 'Making bulk changes to access levels',
    url: 'https://cloud.google.com/access-context-manager/docs/bulk-operations',
  },
  since: '0.1.0',
  summary: 'A list replaces all access levels or perimeters of an access policy.',
  rationale: [
    'What such a list leaves out is deleted: levels that another team, another module or somebody in the console has made. Only a level that a service perimeter still uses makes the whole change fail instead.',
    'Manage each level and each perimeter by a resource or a command of its own. Where one list is meant to be the only source, say so in a suppression, and pass the `etag` so that two changes at once don’t undo each other.',
  ].join('\n\n'),
  messages: {
    levels: 'Access levels of the access policy that are missing here are deleted.',
    perimeters: 'Service perimeters of the access policy that are missing here are deleted.',
    levelsFile: 'Given to `replace-all`, this list deletes all access levels of the access policy that are missing in it.',
    perimetersFile:
      'Given to `replace-all`, this list deletes all service perimeters of the access policy that are missing in it.',
  },
  examples: [
    {
      language: 'terraform',
      bad: `«resource "google_access_context_manager_access_levels" "all"» {
  parent = "accessPolicies/123456789"
  access_levels {
    name  = "accessPolicies/123456789/accessLevels/admins"
    title = "Administrators"
    basic {
      conditions {
        members = ["user:kim@example.org"]
      }
    }
  }
}
`,
      good: `resource "google_access_context_manager_access_level" "admins" {
  parent = "accessPolicies/123456789"
  name   = "accessPolicies/123456789/accessLevels/admins"
  title  = "Administrators"
  basic {
    conditions {
      members = ["user:kim@example.org"]
    }
  }
}
`,
    },
    {
      language: 'yaml',
      file: 'levels.yaml',
      message: 'levelsFile',
      bad: `- «name»: accessPolicies/123456789/accessLevels/admins
  title: Administrators
  basic:
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
    {
      language: 'terraform',
      message: 'perimeters',
      bad: `«resource "google_access_context_manager_service_perimeters" "all"» {
  parent = "accessPolicies/123456789"
  service_perimeters {
    name  = "accessPolicies/123456789/servicePerimeters/payments"
    title = "payments"
  }
}
`,
      good: `resource "google_access_context_manager_service_perimeter" "payments" {
  parent = "accessPolicies/123456789"
  name   = "accessPolicies/123456789/servicePerimeters/payments"
  title  = "payments"
}
`,
    },
  ],

  check({ of, form, anchor }, { report }) {
    if (form === 'resource') report(anchor, of);
    else report(anchor, of === 'levels' ? 'levelsFile' : 'perimetersFile');
  },
});
