resource "google_access_context_manager_access_policy" "org" {
  parent = "organizations/123456789012"
  title  = "default policy"
}

resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/${google_access_context_manager_access_policy.org.name}"
  name   = "accessPolicies/${google_access_context_manager_access_policy.org.name}/accessLevels/corp"
  title  = "corp"

  basic {
    # 본사 네트워크
    conditions {
      ip_subnetworks = ["203.0.113.0/24"]
    }
    conditions {
      regions = ["KR", "JP"]
    }
  }
}

resource "google_access_context_manager_access_level" "trusted_device" {
  parent = "accessPolicies/${google_access_context_manager_access_policy.org.name}"
  name   = "accessPolicies/${google_access_context_manager_access_policy.org.name}/accessLevels/trusted_device"
  title  = "trusted device"

  basic {
    combining_function = "OR"

    conditions {
      device_policy {
        require_screen_lock = true
        require_corp_owned  = true
      }
    }
    conditions {
      members = ["user:break-glass@example.org"]
    }
  }
}
