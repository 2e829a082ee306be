import type { Example } from '../rule';

export default [
  {
    // A file of Cloud Foundation Fabric's factory.
    language: 'yaml',
    file: 'people.yaml',
    bad: `combining_function: «OR»
conditions:
- members:
  - user:kim@example.org
`,
    good: `conditions:
- members:
  - user:kim@example.org
`,
  },
] satisfies readonly Example[];
