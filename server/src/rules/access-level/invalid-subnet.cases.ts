import type { Example } from '../rule';

export default [
  {
    // A file of Cloud Foundation Fabric's factory, whose networks are keys.
    language: 'yaml',
    file: 'networks.yaml',
    bad: `combining_function: OR
conditions:
- vpc_subnets:
    //compute.googleapis.com/projects/example-project/global/networks/shared:
    - 10.0.0.0/24
    - «10.0.1.7/24»
- ip_subnetworks:
  - 203.0.113.0/24
  - $cidrs:offices
- members:
  - user:kim@example.org
`,
    good: `combining_function: OR
conditions:
- vpc_subnets:
    //compute.googleapis.com/projects/example-project/global/networks/shared:
    - 10.0.0.0/24
    - 10.0.1.0/24
- ip_subnetworks:
  - 203.0.113.0/24
  - $cidrs:offices
- members:
  - user:kim@example.org
`,
  },
] satisfies readonly Example[];
