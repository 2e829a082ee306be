import type { Example } from '../rule';

const cases: readonly Example[] = [
  {
    language: 'terraform',
    message: 'circle',
    files: {
      'office.tf': `resource "google_access_context_manager_access_level" "office" {
  parent = "accessPolicies/323456789"
  name   = "accessPolicies/323456789/accessLevels/office"
  title  = "office"
  basic {
    combining_function = "OR"
    conditions {
      required_access_levels = [google_access_context_manager_access_level.corp.name]
      regions                = ["KR"]
    }
    conditions {
      members = ["user:kim@example.org"]
    }
  }
}
`,
    },
    bad: `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/323456789"
  name   = "accessPolicies/323456789/accessLevels/corp"
  title  = "corp"
  basic {
    combining_function = "OR"
    conditions {
      required_access_levels = ["accessPolicies/323456789/accessLevels/devices", «google_access_context_manager_access_level.office.name»]
    }
    conditions {
      members = ["user:kim@example.org"]
    }
  }
}
`,
    good: `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/323456789"
  name   = "accessPolicies/323456789/accessLevels/corp"
  title  = "corp"
  basic {
    combining_function = "OR"
    conditions {
      required_access_levels = ["accessPolicies/323456789/accessLevels/devices"]
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
    message: 'itself',
    bad: `{
  "name": "accessPolicies/423456789/accessLevels/corp",
  "title": "corp",
  "custom": {
    "expr": {
      "expression": "device.is_corp_owned_device && !(«levels.corp») || request.auth.principal == 'user:kim@example.org'"
    }
  }
}
`,
    good: `{
  "name": "accessPolicies/423456789/accessLevels/corp",
  "title": "corp",
  "custom": {
    "expr": {
      "expression": "device.is_corp_owned_device && !(levels.other) || request.auth.principal == 'user:kim@example.org'"
    }
  }
}
`,
  },
];

export default cases;
