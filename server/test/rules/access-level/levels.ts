/** A Terraform level whose `basic` block holds the given text. */
export function terraformLevel(basic: string, rest = ''): string {
  return `resource "google_access_context_manager_access_level" "corp" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/accessLevels/corp"
  title  = "corp"
  basic {
${basic}
  }
${rest}}
`;
}

/** The blocks of conditions with the given fields. */
export function conditionBlocks(...conditions: readonly string[]): string {
  return conditions.map((fields) => `    conditions {\n${fields.replaceAll(/^/gm, '      ')}\n    }`).join('\n');
}

/** A level of the API with these conditions. */
export function restLevel(conditions: readonly unknown[], combiningFunction?: string): string {
  return JSON.stringify({
    name: 'accessPolicies/1/accessLevels/corp',
    title: 'corp',
    basic: { conditions, ...(combiningFunction ? { combiningFunction } : {}) },
  });
}

/** A resource that adds a condition to the level of {@link terraformLevel}. */
export const addedElsewhere = `resource "google_access_context_manager_access_level_condition" "more" {
  access_level = google_access_context_manager_access_level.corp.name
  members      = ["user:a@example.org"]
}
`;
