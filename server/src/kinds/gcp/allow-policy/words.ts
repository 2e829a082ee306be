import { vocabulary } from '../../speech';

export const words = vocabulary('gcp/allow-policy', {
  names: {
    document: 'An allow policy',
    binding: 'A part of an allow policy: all members of one role',
    member: 'A part of an allow policy: one role for one member',
    entry: 'An entry of an access list: one role for one member',
    audit: 'A part of an allow policy: what is logged of a service',
    input: 'Roles and members that a module or a factory is given to grant',
  },
  fields: {
    'request.policy': 'The policy to be set. It takes the place of the one that the resource has.',
    'request.updateMask':
      'Which fields are written: `bindings,etag` when it is absent. `auditConfigs` are written only when they are named here.',
    'policy.version':
      'The form that the policy is written in: `3` as soon as a binding has a condition, `1` otherwise. There is no `2`.',
    'policy.etag':
      'The state in which the policy was read. A write that carries it fails when the policy has changed since; a write without it may undo what others did, and lose conditions.',
    'policy.kind': 'What the document is: `storage#policy` where Cloud Storage wrote it for one of its resources.',
    'policy.resourceId': 'The resource that the policy belongs to, as Cloud Storage names it.',
    'policy.bindings':
      'Which members hold which role. The whole list counts: a grant that is left out is taken away when the policy is written.',
    'policy.auditConfigs':
      'Which data access is written to the audit logs. Counts on organizations, folders, projects and billing accounts only.',
    'dataSource.bindings':
      'One role, its members and, if any, its condition. Blocks with the same role and condition become one.',
    'binding.role': 'The role that is granted: `roles/…`, or a custom role as `projects/…/roles/…` or `organizations/…/roles/…`.',
    'binding.members': 'Who holds the role. Each begins with what it is, such as `user:`, `group:` or `serviceAccount:`.',
    'binding.condition':
      'When the role holds: only while the expression is true. The roles Owner, Editor and Viewer take no condition, nor do `allUsers` and `allAuthenticatedUsers`.',
    'condition.title': 'A short name for the condition. It must be there.',
    'condition.description': 'What the condition is for, told to people.',
    'condition.expression': 'The condition in CEL. The role holds while it is true; at most 12 logical operators.',
    'condition.location': 'Where the expression comes from, for error messages. IAM makes no use of it.',
    'auditConfig.service':
      'The service whose access is logged, such as `storage.googleapis.com`, or `allServices`. What both ask for is logged.',
    'auditConfig.auditLogConfigs': 'The kinds of access that are logged, and whose access is left out.',
    'auditLogConfig.logType': 'The kind of access: `ADMIN_READ`, `DATA_READ` or `DATA_WRITE`.',
    'auditLogConfig.exemptedMembers': 'Members whose access of this kind is not logged.',
  },
  values: {
    LOG_TYPE_UNSPECIFIED: 'Stands for no choice. Leave it out or write one of the other values.',
    ADMIN_READ: 'Reading of metadata and configuration.',
    DATA_READ: 'Reading of the data that users keep in the service.',
    DATA_WRITE: 'Writing of the data that users keep in the service.',
  },
  topics: {
    allServices: 'Every service, now and later. What is asked for a single service besides is added.',
    oneService: '{service}: its access logs. What `allServices` asks for is logged as well.',
  },
  outline: {
    policy: 'Allow policy',
    noRole: 'no role',
    oneRole: '1 role',
    manyRoles: '{count} roles',
    oneMember: '1 member',
    manyMembers: '{count} members',
  },
  explain: {
    lensDocument: 'Explain this policy',
    lensGrants: 'Explain the grants of this file',
    title: 'What {file} allows',
    headingDocument: 'The policy from line {line}',
    headingGrants: 'The grants of this file',
    nothing: 'It grants no role to anybody.',
    attachedTo: 'It hangs on: {level}.',
    attachedUnknown: 'The text does not tell what it hangs on.',
    byPrincipal: 'Who may do what',
    byRole: 'Roles and who holds them',
    nobody: 'nobody',
    condition: 'only while',
    conditionUnknown: 'under a condition that the text does not tell',
    setAttachment: 'The setting `leastwise.policyFiles` can tell it.',
  },
  attachments: {
    project: 'a project',
    folder: 'a folder',
    organization: 'an organization',
    billingAccount: 'a billing account',
    serviceAccount: 'a service account',
    bucket: 'a bucket',
    other: 'a resource',
  },
});
