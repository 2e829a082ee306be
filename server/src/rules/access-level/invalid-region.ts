import { isUserAssignedRegion, meantRegions, regionCodes } from '../../catalog/google/regions';
import accessLevel from '../../kinds/gcp/access-level/kind';
import { isUnfilled, isWrittenOut } from '../../kinds/reading/values';
import { refusals } from '../refusals';
import { defineRule } from '../rule';

export default defineRule({
  id: 'access-level/invalid-region',
  kind: accessLevel,
  severity: 'error',
  fixClass: 'same',
  source: {
    title: 'Access level attributes',
    url: 'https://cloud.google.com/access-context-manager/docs/access-level-attributes',
  },
  since: '0.1.0',
  summary: 'A condition of an access level lists a region that is no country code of ISO 3166-1.',
  rationale:
    'The `regions` of a condition are countries and territories by their two-letter code of ISO 3166-1, in capitals: `KR`, `GB`. They are not the locations of Google Cloud such as `asia-northeast3`. A code that nobody has assigned matches no request, so whoever was meant stays out.',
  messages: {
    ...refusals,
    unknown: '`{region}` is no country code of ISO 3166-1.',
    cloudLocation: '`{region}` looks like a location of Google Cloud; the code of a country is wanted here.',
    userAssigned: '`{region}` is a code that ISO leaves to its users. No request may ever match it.',
    write: 'Change to {region}',
  },
  examples: [
    {
      language: 'yaml',
      bad: `- regions:
  - KR
  - «UK»
  - «jp»
- members:
  - user:kim@example.org
`,
      good: `- regions:
  - KR
  - GB
  - JP
- members:
  - user:kim@example.org
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_access_context_manager_access_level_condition" "asia" {
  access_level = "accessPolicies/123456789/accessLevels/corp"
  regions      = [«"KOR"», "JP"]
}
`,
      good: `resource "google_access_context_manager_access_level_condition" "asia" {
  access_level = "accessPolicies/123456789/accessLevels/corp"
  regions      = ["KR", "JP"]
}
`,
    },
    {
      language: 'json',
      fix: false,
      bad: `{
  "name": "accessPolicies/123456789/accessLevels/offices",
  "title": "offices",
  "basic": {
    "combiningFunction": "OR",
    "conditions": [
      { "regions": ["KR", «"asia-northeast3"»] },
      { "members": ["user:kim@example.org"] }
    ]
  }
}
`,
      good: `{
  "name": "accessPolicies/123456789/accessLevels/offices",
  "title": "offices",
  "basic": {
    "combiningFunction": "OR",
    "conditions": [
      { "regions": ["KR"] },
      { "members": ["user:kim@example.org"] }
    ]
  }
}
`,
    },
  ],

  check({ definition }, { report }) {
    if (definition.state !== 'known' || definition.value.kind !== 'basic') return;
    for (const { regions } of definition.value.conditions.items) {
      if (regions.state !== 'known') continue;
      for (const region of regions.value.items) {
        const { node, shown, text } = region;
        const message = text === undefined ? undefined : faultOf(text);
        if (text === undefined || !message) continue;
        const meant = meantBy(text);
        const title = { title: 'write', arguments: { region: meant ?? '' } } as const;
        const edits = [{ kind: 'replace', node, by: meant ?? '' }] as const;
        report(shown, message, {
          arguments: { region: text },
          ...(message === 'userAssigned' ? { severity: 'warning' } : {}),
          fixes: () =>
            meant === undefined ? [] : [isWrittenOut(region) ? { ...title, edits } : { ...title, disabled: 'notLiteral' }],
        });
      }
    }
  },
});

function faultOf(text: string): 'unknown' | 'cloudLocation' | 'userAssigned' | undefined {
  if (regionCodes.has(text) || isUnfilled(text)) return undefined;
  if (isUserAssignedRegion(text)) return 'userAssigned';
  return /^[a-z]+-[a-z]+\d+(-[a-z])?$/.test(text) ? 'cloudLocation' : 'unknown';
}

function meantBy(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return regionCodes.has(code) ? code : meantRegions.get(code);
}
