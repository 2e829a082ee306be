import type { Example } from '../rule';

const level = (basic: string) => `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/corp"
  title  = "corp"

  basic {
${basic}  }
}
`;

export default [
  {
    // A negated condition is never merged: what must hold together moves into a level of its own.
    language: 'terraform',
    bad: level(`    combining_function = «"OR"»
    conditions {
      members = ["user:kim@example.org"]
    }
    conditions {
      regions = ["KP"]
      negate  = true
    }
    conditions {
      ip_subnetworks = ["203.0.113.0/24"] # 본사
    }
`),
    good: `${level(`    combining_function = "OR"
    conditions {
      members = ["user:kim@example.org"]
    }
    conditions {
      required_access_levels = [google_access_context_manager_access_level.corp_requirements.name]
    }
`)}
resource "google_access_context_manager_access_level" "corp_requirements" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/corp_requirements"
  title  = "corp requirements"
  basic {
    combining_function = "AND"
    conditions {
      regions = ["KP"]
      negate  = true
    }
    conditions {
      ip_subnetworks = ["203.0.113.0/24"] # 본사
    }
  }
}
`,
  },
  {
    // Two offices and a device: together no request would ever meet them.
    language: 'json',
    fix: 'oneKindTwice',
    bad: `{
  "name": "accessPolicies/1/accessLevels/corp",
  "title": "corp",
  "basic": {
    "combiningFunction": «"OR"»,
    "conditions": [
      { "ipSubnetworks": ["203.0.113.0/24"] },
      { "ipSubnetworks": ["198.51.100.0/24"] },
      { "devicePolicy": { "requireCorpOwned": true } },
      { "members": ["user:kim@example.org"] }
    ]
  }
}
`,
    good: `{
  "name": "accessPolicies/1/accessLevels/corp",
  "title": "corp",
  "basic": {
    "combiningFunction": "OR",
    "conditions": [
      { "ipSubnetworks": ["203.0.113.0/24", "198.51.100.0/24"], "devicePolicy": { "requireCorpOwned": true } },
      { "members": ["user:kim@example.org"] }
    ]
  }
}
`,
  },
  {
    // A single REST object can't hold a second level.
    language: 'json',
    fix: 'needsSecondLevel',
    bad: `{
  "name": "accessPolicies/1/accessLevels/corp",
  "title": "corp",
  "basic": {
    "combiningFunction": «"OR"»,
    "conditions": [
      { "regions": ["KP"], "negate": true },
      { "devicePolicy": { "requireCorpOwned": true } },
      { "members": ["user:kim@example.org"] }
    ]
  }
}
`,
    good: `{
  "name": "accessPolicies/1/accessLevels/corp",
  "title": "corp",
  "basic": {
    "combiningFunction": "OR",
    "conditions": [
      { "requiredAccessLevels": ["accessPolicies/1/accessLevels/trusted"] },
      { "members": ["user:kim@example.org"] }
    ]
  }
}
`,
  },
  {
    // A file of Cloud Foundation Fabric's factory.
    language: 'yaml',
    file: 'corp.yaml',
    bad: `combining_function: «OR»
conditions:
- regions:
  - KR
- device_policy:
    require_admin_approval: true
    require_corp_owned: true
- members:
  - user:kim@example.org
`,
    good: `combining_function: OR
conditions:
- regions:
  - KR
  device_policy:
    require_admin_approval: true
    require_corp_owned: true
- members:
  - user:kim@example.org
`,
  },
] satisfies readonly Example[];
