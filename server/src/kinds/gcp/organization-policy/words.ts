import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/organization-policy', {
  names: {
    policy: 'Organization policy',
    legacy: 'Organization policy in the form of the first API version',
  },
  fields: {
    etag: 'The version of the policy. A change that is based on an older one is refused.',
    'policy.name':
      'What the policy is set on and its constraint: `organizations/…/policies/…`, `folders/…/policies/…` or `projects/…/policies/…`. The constraint stands without `constraints/`.',
    'policy.parent': 'What the policy is set on: `organizations/…`, `folders/…` or `projects/…`.',
    'policy.spec': 'The enforced policy.',
    'policy.dryRunSpec': 'The policy of a dry run: violations are logged and nothing is blocked.',
    'spec.rules':
      'What the constraint allows or enforces. A boolean constraint has one rule without a condition, and may have others with one.',
    'spec.inheritFromParent':
      'Adds the values of the policy above to those set here, instead of replacing them. For list constraints only.',
    'spec.reset': 'Ignores all policies above and goes back to the default of the constraint. Only without `rules`.',
    'rule.enforce': 'Whether the constraint is enforced. For boolean and managed constraints.',
    'rule.values': 'Which values are allowed or denied. For list constraints.',
    'rule.allowAll': 'Allows every value. For list constraints.',
    'rule.denyAll': 'Denies every value. For list constraints.',
    'rule.condition': 'Limits the rule to resources with certain tags.',
    'rule.parameters': 'The parameters of a managed constraint.',
    'values.allowedValues': 'The values that are allowed. `under:` takes in all below a resource, `is:` names one value exactly.',
    'values.deniedValues': 'The values that are denied. `under:` takes in all below a resource, `is:` names one value exactly.',
    'condition.expression':
      'Expression in CEL: `resource.matchTag(…)` and `resource.matchTagId(…)`, joined by `&&` and `||`. The rule holds while it is true.',
    'condition.title': 'A short name for the condition.',
    'condition.description': 'What the condition is for, told to people.',
    'condition.location': 'Where the expression comes from, for error messages.',
    'legacy.parent': 'What the policy is set on.',
    'legacy.constraint': 'The constraint that the policy is for: `constraints/…`.',
    'legacy.booleanPolicy': 'Whether a boolean constraint is enforced.',
    'legacy.listPolicy': 'Which values a list constraint allows or denies.',
    'legacy.restoreDefault': 'Ignores all policies above and goes back to the default of the constraint.',
    'legacy.version': 'The version of the policy’s format.',
    'booleanPolicy.enforced': 'Whether the constraint is enforced.',
    'listPolicy.allowedValues': 'The values that are allowed.',
    'listPolicy.deniedValues': 'The values that are denied.',
    'listPolicy.allValues': 'Allows or denies every value, in the place of lists of values.',
    'listPolicy.suggestedValue': 'A value that the console proposes to people.',
    'listPolicy.allow': 'Allows some values, or all. Not together with `deny`.',
    'listPolicy.deny': 'Denies some values, or all. Not together with `allow`.',
    'side.values': 'The values that are meant. `under:` takes in all below a resource, `is:` names one value exactly.',
    'allow.all': 'Allows every value.',
    'deny.all': 'Denies every value.',
    'restorePolicy.default': 'Whether the default of the constraint is restored.',
  },
  values: {
    TRUE: 'Yes. Terraform’s provider takes a text here.',
    FALSE: 'No. Terraform’s provider takes a text here.',
    ALLOW: 'Every value is allowed.',
    DENY: 'Every value is denied.',
  },
});
