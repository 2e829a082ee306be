import fc from '../../fastCheck';
import { hcl, json, yaml } from '../fixAll/writing';
import { breadthOf, reading, serviceOf } from './breadth';

/** A role as somebody has written it, and what that surely says. */
export interface Slip {
  readonly written: string;
  /** The role that was meant, where no other verb stands in its place. */
  readonly meant: string | undefined;
  /** No more than this may be offered, in the order of `breadth.ts`. */
  readonly most: number;
  /** The service that was written, or nearly; undefined where none was. */
  readonly service: string | undefined;
}

export interface RoleDocument {
  readonly name: string;
  readonly text: string;
  readonly slip: Slip;
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

const services: Readonly<Record<string, readonly string[]>> = {
  storage: ['objectViewer', 'objectUser', 'objectCreator', 'objectAdmin', 'admin', 'legacyBucketReader', 'legacyBucketWriter'],
  iam: ['serviceAccountUser', 'serviceAccountTokenCreator', 'serviceAccountKeyAdmin', 'serviceAccountAdmin', 'securityReviewer'],
  pubsub: ['viewer', 'editor', 'publisher', 'subscriber', 'admin'],
  logging: ['viewer', 'privateLogViewer', 'logWriter', 'configWriter', 'admin'],
  run: ['viewer', 'invoker', 'developer', 'admin'],
  bigquery: ['dataViewer', 'dataEditor', 'dataOwner', 'user', 'jobUser', 'admin'],
  compute: ['networkUser', 'networkViewer', 'networkAdmin', 'viewer', 'admin'],
  secretmanager: ['viewer', 'secretAccessor', 'secretVersionManager', 'admin'],
  cloudsql: ['viewer', 'client', 'editor', 'admin'],
};
const roles = Object.entries(services).flatMap(([service, names]) => names.map((name) => `roles/${service}.${name}`));

const otherVerbs = [
  'View',
  'Read',
  'Get',
  'List',
  'Describe',
  'Usage',
  'Looker',
  'Fetch',
  'Access',
  'Person',
  'Helper',
  'Reader',
  'Viewer',
  'User',
  'Writer',
  'Editor',
];

interface Drawn {
  readonly role: string;
  readonly how: 'verb' | 'letter' | 'case' | 'prefix' | 'service' | 'noService' | 'basic' | 'two';
  readonly at: number;
  readonly what: 'drop' | 'double' | 'swap' | 'other';
  readonly verb: string;
  readonly prefix: string;
}

const slips: fc.Arbitrary<Slip> = fc
  .record<Drawn>({
    role: fc.constantFrom(...roles),
    how: fc.constantFrom(
      'verb',
      'verb',
      'verb',
      'verb',
      'verb',
      'letter',
      'letter',
      'case',
      'prefix',
      'service',
      'noService',
      'basic',
      'two',
    ),
    at: fc.nat(200),
    what: fc.constantFrom('drop', 'double', 'swap', 'other'),
    verb: fc.constantFrom(...otherVerbs),
    prefix: fc.constantFrom('', 'role/', 'Roles/', 'roles:'),
  })
  .map(slipOf);

function slipOf({ role, how, at, what, verb, prefix }: Drawn): Slip {
  const service = serviceOf(role);
  const name = role.slice(`roles/${service}.`.length);
  const meant = { meant: role, most: breadthOf(role) ?? reading, service };
  switch (how) {
    case 'verb': {
      const noun = name.replace(/(?:^[a-z]+|[A-Z][a-z]+)$/, '');
      const written = `roles/${service}.${noun}${noun === '' ? verb.toLowerCase() : verb}`;
      return { written, meant: undefined, most: breadthOf(written) ?? reading, service };
    }
    case 'letter':
      return { written: `roles/${service}.${misspelt(name, at, what)}`, ...meant };
    case 'case': {
      const place = at % name.length;
      const letter = name.charAt(place);
      const flipped = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
      return { written: `roles/${service}.${name.slice(0, place)}${flipped}${name.slice(place + 1)}`, ...meant };
    }
    case 'prefix':
      return { written: `${prefix}${service}.${name}`, ...meant };
    case 'service':
      return { written: `roles/${misspelt(service, at, what)}.${name}`, ...meant };
    case 'noService':
      return { written: `roles/${name}`, ...meant, service: undefined };
    case 'basic': {
      const basic = ['owner', 'editor', 'viewer'][at % 3] ?? 'viewer';
      // Only the one that reads may be guessed.
      return { written: `roles/${misspelt(basic, at, what)}`, meant: undefined, most: reading, service: undefined };
    }
    case 'two':
      return { written: `${role}, roles/browser`, meant: undefined, most: -1, service };
  }
}

function misspelt(word: string, at: number, what: Drawn['what']): string {
  const place = at % word.length;
  const [before, letter, after] = [word.slice(0, place), word.charAt(place), word.slice(place + 1)];
  switch (what) {
    case 'drop':
      return before + after;
    case 'double':
      return before + letter + letter + after;
    case 'swap':
      return before + after.slice(0, 1) + letter + after.slice(1);
    case 'other':
      return `${before}x${after}`;
  }
}

const members = [
  'user:kim@example.org',
  'group:ops@example.org',
  'group:apps@example.org',
  'serviceAccount:app@example-project.iam.gserviceaccount.com',
  'serviceAccount:123456789012-compute@developer.gserviceaccount.com',
];

const forms = ['json', 'yaml', 'member', 'binding', 'data', 'jsonencode'] as const;

export const roleDocuments: fc.Arbitrary<RoleDocument> = fc
  .record({
    slip: slips,
    form: fc.constantFrom(...forms),
    members: fc.subarray(members, { minLength: 1, maxLength: 3 }),
    knowsGroups: fc.boolean(),
  })
  .map(({ slip, form, members: list, knowsGroups }) => ({
    slip,
    ...written(form, slip.written, list),
    groups: knowsGroups ? { 'group:apps@example.org': ['serviceAccount:app@example-project.iam.gserviceaccount.com'] } : {},
  }));

function written(
  form: (typeof forms)[number],
  role: string,
  list: readonly string[],
): { readonly name: string; readonly text: string } {
  const own = {
    entries: [
      ['role', role],
      ['members', list],
    ],
  } as const;
  const other = {
    entries: [
      ['role', 'roles/browser'],
      ['members', ['user:lee@example.org']],
    ],
  } as const;
  const policy = { entries: [['bindings', [own, other]]] } as const;
  const none = () => undefined;
  const block = (header: string, lines: readonly string[]) => `${header} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  const names = list.map((member) => JSON.stringify(member)).join(', ');
  const project = 'project = "example-project"';
  switch (form) {
    case 'json':
      return { name: 'policy.json', text: `${json(policy, '', none)}\n` };
    case 'yaml':
      return { name: 'policy.yaml', text: yaml(policy, '', none) };
    case 'member':
      return {
        name: 'main.tf',
        text: block('resource "google_project_iam_member" "m"', [
          project,
          `role = ${JSON.stringify(role)}`,
          `member = ${JSON.stringify(list[0])}`,
        ]),
      };
    case 'binding':
      return {
        name: 'main.tf',
        text: block('resource "google_project_iam_binding" "b"', [
          project,
          `role = ${JSON.stringify(role)}`,
          `members = [${names}]`,
        ]),
      };
    case 'data':
      return {
        name: 'main.tf',
        text: block('data "google_iam_policy" "p"', [
          'binding {',
          `  role = ${JSON.stringify(role)}`,
          `  members = [${names}]`,
          '}',
        ]),
      };
    case 'jsonencode':
      return {
        name: 'main.tf',
        text: block('resource "google_project_iam_policy" "p"', [
          project,
          `policy_data = jsonencode(${hcl(policy, '  ', none)})`,
        ]),
      };
  }
}
