import type { Example } from '../rule';

const replaceAll = (conditions: string, mark = 'basic') => `- name: accessPolicies/1/accessLevels/corp
  title: corp
  ${mark}:
    conditions:
${conditions}`;

/** Every way in which conditions that all have to hold are kept together. */
export default [
  {
    // Required levels must all hold, so the lists can be joined.
    language: 'yaml',
    also: ['access-level/authoritative-list'],
    bad: replaceAll(
      `    - requiredAccessLevels:
      - accessPolicies/1/accessLevels/a
    - requiredAccessLevels:
      - accessPolicies/1/accessLevels/b
      ipSubnetworks:
      - 203.0.113.0/24
`,
      '«basic»',
    ),
    good: replaceAll(`    - requiredAccessLevels:
      - accessPolicies/1/accessLevels/a
      - accessPolicies/1/accessLevels/b
      ipSubnetworks:
      - 203.0.113.0/24
    - members:
      - user:emergency-access@example.com
    combiningFunction: OR
`),
  },
  {
    // Different parts of a device policy.
    language: 'terraform',
    bad: `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/corp"
  title  = "corp"
  «basic» {
    combining_function = "AND"
    conditions {
      device_policy {
        require_corp_owned = true
      }
    }
    conditions {
      device_policy {
        require_screen_lock = true
      }
    }
  }
}
`,
    good: `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/corp"
  title  = "corp"
  basic {
    combining_function = "OR"
    conditions {
      device_policy {
        require_corp_owned  = true
        require_screen_lock = true
      }
    }
    conditions {
      members = ["user:emergency-access@example.com"]
    }
  }
}
`,
  },
  {
    // Two lists of regions can't be joined: both would have to hold. A replace-all list can hold a second level.
    language: 'yaml',
    also: ['access-level/authoritative-list'],
    bad: replaceAll(
      `    - regions:
      - KR
      - JP
    - regions:
      - KR
      - SG
`,
      '«basic»',
    ),
    good: `${replaceAll(`    - requiredAccessLevels:
      - accessPolicies/1/accessLevels/corp_requirements
    - members:
      - user:emergency-access@example.com
    combiningFunction: OR
`)}- name: accessPolicies/1/accessLevels/corp_requirements
  title: corp requirements
  basic:
    combiningFunction: AND
    conditions:
    - regions:
      - KR
      - JP
    - regions:
      - KR
      - SG
`,
  },
  {
    // A negated condition is never merged: Terraform gets a second resource.
    language: 'terraform',
    bad: `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/\${var.policy}"
  name   = "accessPolicies/\${var.policy}/accessLevels/corp"
  title  = "corp"

  «basic» {
    conditions {
      regions = ["KR"]
    }
    conditions {
      ip_subnetworks = ["203.0.113.0/24"] # 격리된 망
      negate         = true
    }
  }
}
`,
    good: `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/\${var.policy}"
  name   = "accessPolicies/\${var.policy}/accessLevels/corp"
  title  = "corp"

  basic {
    combining_function = "OR"
    conditions {
      required_access_levels = [google_access_context_manager_access_level.corp_requirements.name]
    }
    conditions {
      members = ["user:emergency-access@example.com"]
    }
  }
}

resource "google_access_context_manager_access_level" "corp_requirements" {
  parent = "accessPolicies/\${var.policy}"
  name   = "accessPolicies/\${var.policy}/accessLevels/corp_requirements"
  title  = "corp requirements"

  basic {
    combining_function = "AND"

    conditions {
      regions = ["KR"]
    }
    conditions {
      ip_subnetworks = ["203.0.113.0/24"] # 격리된 망
      negate         = true
    }
  }
}
`,
  },
  {
    // Not mergeable, and a single REST object can't hold a second level.
    language: 'json',
    fix: 'needsSecondLevel',
    bad: `{
  "name": "accessPolicies/1/accessLevels/corp",
  "title": "corp",
  «"basic"»: { "conditions": [{ "regions": ["KR"] }, { "regions": ["JP"] }] }
}
`,
    good: `{
  "name": "accessPolicies/1/accessLevels/corp",
  "title": "corp",
  "basic": { "conditions": [{ "regions": ["KR"] }, { "members": ["user:kim@example.org"] }], "combiningFunction": "OR" }
}
`,
  },
  {
    // Already joined by OR: the condition is all that is missing.
    language: 'json',
    bad: `{
  "name": "accessPolicies/1/accessLevels/corp",
  "title": "corp",
  «"basic"»: { "conditions": [{ "regions": ["KR"] }, { "ipSubnetworks": ["203.0.113.0/24"] }], "combiningFunction": "OR" }
}
`,
    good: `{
  "name": "accessPolicies/1/accessLevels/corp",
  "title": "corp",
  "basic": { "conditions": [{ "regions": ["KR"] }, { "ipSubnetworks": ["203.0.113.0/24"] }, { "members": ["user:emergency-access@example.com"] }], "combiningFunction": "OR" }
}
`,
  },
  {
    // The condition with members restricts the level; what it asks is kept together with the rest.
    language: 'yaml',
    also: ['access-level/authoritative-list'],
    message: 'membersAnded',
    bad: replaceAll(
      `    - members:
      - user:kim@example.org
    - regions:
      - KR
`,
      '«basic»',
    ),
    good: replaceAll(`    - members:
      - user:kim@example.org
      regions:
      - KR
    - members:
      - user:emergency-access@example.com
    combiningFunction: OR
`),
  },
  {
    language: 'terraform',
    message: 'missingCustom',
    bad: `resource "google_access_context_manager_access_level" "device" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/device"
  title  = "device"

  «custom» {
    expr {
      expression = "device.is_corp_owned_device && origin.region_code in [\\"KR\\"]"
    }
  }
}
`,
    good: `resource "google_access_context_manager_access_level" "device" {
  parent     = "accessPolicies/1"
  name       = "accessPolicies/1/accessLevels/device"
  title      = "device"
  depends_on = [google_access_context_manager_access_level.device_emergency_access]

  custom {
    expr {
      expression = "device.is_corp_owned_device && origin.region_code in [\\"KR\\"] || levels.device_emergency_access"
    }
  }
}

resource "google_access_context_manager_access_level" "device_emergency_access" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/device_emergency_access"
  title  = "device emergency access"

  basic {
    conditions {
      members = ["user:emergency-access@example.com"]
    }
  }
}
`,
  },
  {
    // A file of Cloud Foundation Fabric's factory.
    language: 'yaml',
    file: 'office.yaml',
    message: 'missing',
    bad: `# 본사
«conditions»:
- ip_subnetworks:
  - 203.0.113.0/24 # gateway
  device_policy:
    require_admin_approval: false
    require_corp_owned: true
`,
    good: `# 본사
conditions:
- ip_subnetworks:
  - 203.0.113.0/24 # gateway
  device_policy:
    require_admin_approval: false
    require_corp_owned: true
- members:
  - user:emergency-access@example.com
combining_function: OR
`,
  },
  {
    // Both conditions had to hold, so they become one.
    language: 'yaml',
    file: 'office.yaml',
    message: 'missing',
    bad: `combining_function: AND
«conditions»:
- ip_subnetworks:
  - 203.0.113.0/24
- regions:
  - KR
`,
    good: `combining_function: OR
conditions:
- ip_subnetworks:
  - 203.0.113.0/24
  regions:
  - KR
- members:
  - user:emergency-access@example.com
`,
  },
  {
    // A factory makes a level of each file, so what must be a level of its own can't be put in here.
    language: 'yaml',
    file: 'office.yaml',
    fix: 'needsSecondLevel',
    bad: `«conditions»:
- ip_subnetworks:
  - 203.0.113.0/24
- regions:
  - KP
  negate: true
`,
    good: `combining_function: OR
conditions:
- required_access_levels:
  - $access_levels:office_requirements
- members:
  - user:kim@example.org
`,
  },
] satisfies readonly Example[];
