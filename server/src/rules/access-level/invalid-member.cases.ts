import type { Example } from '../rule';

export default [
  {
    // A file of Cloud Foundation Fabric's factory; what begins with `$` is put in by the factory.
    language: 'yaml',
    file: 'people.yaml',
    fix: false,
    bad: `combining_function: OR
conditions:
- members:
  - $iam_principals:gcp-devops
  - «group:admins@example.org»
  - user:kim@example.org
`,
    good: `conditions:
- members:
  - $iam_principals:gcp-devops
  - user:kim@example.org
`,
    also: ['access-level/pointless-or'],
  },
] satisfies readonly Example[];
