import type { Example } from '../rule';

export default [
  {
    // A file of Cloud Foundation Fabric's factory.
    language: 'yaml',
    file: 'office.yaml',
    bad: `combining_function: OR
conditions:
- ip_subnetworks:
  - «0.0.0.0/0»
- regions:
  - KR
- members:
  - user:kim@example.org
`,
    good: `combining_function: OR
conditions:
- regions:
  - KR
- members:
  - user:kim@example.org
`,
  },
] satisfies readonly Example[];
