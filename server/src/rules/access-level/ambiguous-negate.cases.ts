import type { Example } from '../rule';

export default [
  {
    // A file of Cloud Foundation Fabric's factory.
    language: 'yaml',
    file: 'abroad.yaml',
    bad: `combining_function: OR
conditions:
- ip_subnetworks:
  - 203.0.113.0/24
  regions: [KP]
  «negate»: true
- members:
  - user:kim@example.org
`,
    good: `combining_function: OR
conditions:
- regions: [KP]
  negate: true
- members:
  - user:kim@example.org
`,
  },
] satisfies readonly Example[];
