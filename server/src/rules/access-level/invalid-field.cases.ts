import type { Example } from '../rule';

export default [
  {
    // In a file of Cloud Foundation Fabric's factory the API's spelling is the wrong one.
    language: 'yaml',
    file: 'office.yaml',
    message: 'misspelt',
    bad: `«combiningFunction»: OR
conditions:
# 본사
- device_policy:
    require_corp_owned: true
  «ipSubnetworks»:
  - 203.0.113.0/24
- members:
  - user:kim@example.org
`,
    good: `combining_function: OR
conditions:
# 본사
- device_policy:
    require_corp_owned: true
  ip_subnetworks:
  - 203.0.113.0/24
- members:
  - user:kim@example.org
`,
  },
  {
    language: 'yaml',
    file: 'device.yaml',
    message: 'wrongValue',
    bad: `combining_function: OR
conditions:
- device_policy:
    allowed_encryption_statuses: [«encrypted»]
    require_admin_approval: true
    require_corp_owned: true
- members:
  - user:kim@example.org
`,
    good: `combining_function: OR
conditions:
- device_policy:
    allowed_encryption_statuses: [ENCRYPTED]
    require_admin_approval: true
    require_corp_owned: true
- members:
  - user:kim@example.org
`,
  },
  {
    language: 'yaml',
    file: 'networks.yaml',
    fix: false,
    message: 'exclusive',
    bad: `combining_function: OR
conditions:
- ip_subnetworks:
  - 203.0.113.0/24
  «vpc_subnets»:
    //compute.googleapis.com/projects/example-project/global/networks/shared:
    - 10.0.0.0/24
- members:
  - user:kim@example.org
`,
    good: `combining_function: OR
conditions:
- ip_subnetworks:
  - 203.0.113.0/24
- vpc_subnets:
    //compute.googleapis.com/projects/example-project/global/networks/shared:
    - 10.0.0.0/24
- members:
  - user:kim@example.org
`,
  },
  {
    // The provider parts this word otherwise than its letters say.
    language: 'terraform',
    bad: `resource "google_access_context_manager_access_level_condition" "managed" {
  access_level = "accessPolicies/123456789/accessLevels/corp"
  device_policy {
    «requireScreenlock» = true
  }
}
`,
    good: `resource "google_access_context_manager_access_level_condition" "managed" {
  access_level = "accessPolicies/123456789/accessLevels/corp"
  device_policy {
    require_screen_lock = true
  }
}
`,
  },
] satisfies readonly Example[];
