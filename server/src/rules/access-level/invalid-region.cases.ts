import type { Example } from '../rule';

export default [
  {
    // A file of Cloud Foundation Fabric's factory.
    language: 'yaml',
    file: 'geo.yaml',
    bad: `combining_function: OR
conditions:
- regions: [KR, «uk»]
- members:
  - user:kim@example.org
`,
    good: `combining_function: OR
conditions:
- regions: [KR, GB]
- members:
  - user:kim@example.org
`,
  },
] satisfies readonly Example[];
