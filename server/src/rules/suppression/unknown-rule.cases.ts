import type { Example } from '../rule';

export default [
  {
    language: 'json',
    file: '.leastwise.json',
    bad: `{
  // Agreed on with the web team.
  "ignore": [
    { "rule": "allow-policy/public-access", "path": "site.json", "at": "/bindings/0/members/0", "reason": "a website" },
    { "rule": «"allow-policy/everybody"», "path": "site.json", "at": "/bindings/0/members/0", "reason": "a website" }
  ]
}
`,
    good: `{
  // Agreed on with the web team.
  "ignore": [
    { "rule": "allow-policy/public-access", "path": "site.json", "at": "/bindings/0/members/0", "reason": "a website" }
  ]
}
`,
  },
] satisfies readonly Example[];
