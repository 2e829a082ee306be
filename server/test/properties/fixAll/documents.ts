import fc from 'fast-check';
import { mark, type Tear, tears, tornAt } from '../tornBlocks';
import { block, type Entries, hcl, json, type Remark, type Scalar, type Value, yaml } from './writing';

/** Who holds a role under which condition, as the author of a document means it. */
export interface Grant {
  readonly member: string;
  readonly role: string;
  /** The condition's expression; empty for none. */
  readonly condition: string;
}

/** A document as somebody has written it, with slips. */
export interface Written {
  readonly name: string;
  readonly text: string;
  /** Everything that its author may have meant. No repair may lead to more. */
  readonly meant: readonly Grant[];
  /** Whether a character or line was changed at random, so that a grant may differ by that from what is meant. */
  readonly isDamaged: boolean;
  /** What comes of it, repaired or not, when its author has typed the line that is half-typed. */
  readonly finish: (text: string) => string;
  /** What must still stand in it after any repair: comments, and the values of keys that nobody knows. */
  readonly kept: readonly string[];
}

type Style = 'json' | 'compact' | 'jsonc' | 'yaml' | 'flowYaml' | 'jsonencode' | 'heredoc' | 'quoted' | 'data' | 'resources';

interface Binding {
  readonly entries: Entries;
  readonly meant: readonly Grant[];
  readonly notes: readonly string[];
}

const people = [
  'user:kim@example.org',
  'user:lee@example.org',
  'group:ops@example.org',
  'serviceAccount:app@example-project.iam.gserviceaccount.com',
];
const roles = ['roles/browser', 'roles/storage.objectViewer', 'projects/example-project/roles/deployer'];
const expressions = ['request.time < timestamp("2099-01-01T00:00:00Z")', 'resource.name.startsWith("projects/_/buckets/a")'];

/** A member as it is written, and whom it may mean. */
const members: fc.Arbitrary<{ readonly text: string; readonly meant: readonly string[] }> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...people).map((text) => ({ text, meant: [text] })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...people)
      .map((text) => ({ text: text.toUpperCase().slice(0, 1) + text.slice(1), meant: [text] })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...people)
      .map((text) => ({ text: text.replace(/^\w+/, (word) => word.toLowerCase()), meant: [text] })),
  },
  { weight: 1, arbitrary: fc.constant({ text: 'app@example-project.iam.gserviceaccount.com', meant: [people[3] as string] }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(', ', ',', ' ', '; ')
      .map((between) => ({ text: people.slice(0, 2).join(between), meant: people.slice(0, 2) })),
  },
  { weight: 1, arbitrary: fc.constant({ text: 'allusers', meant: ['allUsers'] }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('kim@example.org', 'user: kim@example.org', 'user:', '', '$MEMBER')
      .map((text) => ({ text, meant: [] })),
  },
);

/** JSON, YAML and Terraform documents with all kinds of slips, whole, broken or half-typed. */
export const documents: fc.Arbitrary<Written> = writtenBy({
  // Some have no slips but repetitions: what is taken away shows in documents that the API takes.
  bindings: fc.oneof(several(binding()), several(cleanBinding())),
  styles: ['json', 'compact', 'jsonc', 'yaml', 'flowYaml', 'jsonencode', 'heredoc', 'quoted', 'data', 'resources'],
  damage: fc.option(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), how: damage() }), { nil: undefined, freq: 3 }),
  tear: fc.constant(undefined),
});

/** Terraform in which blocks end too early, as long as a line is being typed. */
export const tornDocuments: fc.Arbitrary<Written> = writtenBy({
  bindings: fc.oneof(several(binding()), ...Array.from({ length: 3 }, () => several(cleanBinding(roles.slice(0, 1))))),
  styles: ['data', 'data', 'data', 'data', 'resources', 'jsonencode'],
  damage: fc.constant(undefined),
  tear: tears,
});

interface Writers {
  readonly bindings: fc.Arbitrary<readonly Binding[]>;
  readonly styles: readonly Style[];
  readonly damage: fc.Arbitrary<{ readonly at: number; readonly how: Damage } | undefined>;
  readonly tear: fc.Arbitrary<Tear | undefined>;
}

function writtenBy({ bindings, styles, damage, tear }: Writers): fc.Arbitrary<Written> {
  return fc
    .record({
      bindings,
      top: fc.array(slipOfPolicy(), { maxLength: 2 }),
      style: fc.constantFrom(...styles),
      damage,
      tear,
      comments: fc.boolean(),
      crlf: fc.boolean(),
    })
    .map(toDocument)
    .map((written) => ({ ...written, kept: written.kept.filter((text) => written.text.includes(text)) }));
}

interface Drawn {
  readonly bindings: readonly Binding[];
  readonly top: readonly PolicySlip[];
  readonly style: Style;
  readonly damage: { readonly at: number; readonly how: Damage } | undefined;
  readonly tear: Tear | undefined;
  readonly comments: boolean;
  readonly crlf: boolean;
}

function toDocument({ bindings, top, style, tear, damage, comments, crlf }: Drawn): Written {
  const remarks: string[] = [];
  const remark = () => {
    if (!comments) return undefined;
    remarks.push(`remark ${remarks.length + 1}.`);
    return remarks.at(-1);
  };
  const written = write(style, bindings, top, remark);
  const torn = tear && tornAt(written.text, tear);
  const text = torn?.text ?? (damage ? damaged(written.text, damage.at, damage.how) : written.text);
  const meant = bindings.flatMap((one) => one.meant);
  const notes = damage ? [] : [...bindings.flatMap(({ notes }) => notes), ...top.flatMap(({ notes }) => notes)];
  return {
    name: written.name,
    text: crlf ? text.replaceAll('\n', '\r\n') : text,
    meant,
    isDamaged: damage !== undefined,
    finish: torn?.finish ?? ((later) => later),
    kept: [...remarks, ...(torn ? [mark] : []), ...(style === 'data' || style === 'resources' ? [] : notes)],
  };
}

function binding(): fc.Arbitrary<Binding> {
  return fc
    .record({
      role: fc.constantFrom(...roles),
      roleKey: key('role', 'Role', 'rol', 'roles'),
      roleShape: rarely<'list' | 'number'>('list', 'number'),
      members: fc.array(members, { maxLength: 4 }),
      membersKey: key('members', 'member', 'memebers', 'Members'),
      membersShape: rarely<'text' | 'nested' | 'object'>('text', 'nested', 'object'),
      condition: fc.option(fc.constantFrom(...expressions), { nil: undefined, freq: 2 }),
      conditionKey: key('condition', 'conditon', 'cond', 'Condition', 'conditions'),
      conditionShape: rarely<'list' | 'text' | 'lists'>('list', 'text', 'lists'),
      expressionKey: key('expression', 'expresion', 'expr', 'Expression'),
      titleKey: key('title', 'titel'),
      twice: rarely<'members' | 'role' | 'condition'>('members', 'role', 'condition'),
      note: rarely<'note' | 'bindingId' | '$comment' | 'titel'>('note', 'bindingId', '$comment', 'titel'),
      order: fc.boolean(),
      number: fc.nat(99_999),
    })
    .map((made) => {
      const notes: string[] = [];
      const list = made.members.map(({ text }) => text);
      const role: Value = made.roleShape === 'list' ? [made.role] : made.roleShape === 'number' ? 5 : made.role;
      const wrapped: Value =
        made.membersShape === 'text'
          ? (list[0] ?? '')
          : made.membersShape === 'nested'
            ? [list]
            : made.membersShape === 'object'
              ? { entries: [['a', list]] }
              : list;
      const expression = made.condition ?? '';
      const object = {
        entries: [
          [made.titleKey, 'a title'],
          [made.expressionKey, expression],
        ] as Entries,
      };
      const condition: Value =
        made.conditionShape === 'list'
          ? [object]
          : made.conditionShape === 'lists'
            ? [object, object]
            : made.conditionShape === 'text'
              ? expression
              : object;
      const entries: [string, Value][] = [
        [made.roleKey, role],
        [made.membersKey, wrapped],
      ];
      if (made.condition !== undefined) entries.push([made.conditionKey, condition]);
      if (made.twice === 'members') entries.push([made.membersKey, [people[1] as string]]);
      if (made.twice === 'role') entries.push([made.roleKey, roles[0] as string]);
      if (made.twice === 'condition' && made.condition !== undefined) entries.push([made.conditionKey, condition]);
      if (made.note) {
        // The id of a binding without members goes with the binding, which says nothing.
        if (made.note !== 'bindingId' || list.length > 0) notes.push(`note-${made.number}`);
        entries.push([made.note, `note-${made.number}`]);
      }
      const everyMember = [
        ...new Set([...made.members.flatMap(({ meant }) => meant), ...(made.twice === 'members' ? [people[1] as string] : [])]),
      ];
      const everyRole = made.twice === 'role' ? [made.role, roles[0] as string] : [made.role];
      const meant = everyMember.flatMap((member) => everyRole.map((one) => ({ member, role: one, condition: expression })));
      return { entries: made.order ? entries : entries.toReversed(), meant, notes };
    });
}

function several(one: fc.Arbitrary<Binding>): fc.Arbitrary<readonly Binding[]> {
  return fc.array(one, { minLength: 1, maxLength: 5 });
}

function cleanBinding(ofRoles = roles.slice(0, 2)): fc.Arbitrary<Binding> {
  return fc
    .record({
      role: fc.constantFrom(...ofRoles),
      members: fc.array(fc.constantFrom(...people), { minLength: 1, maxLength: 3 }),
      condition: fc.option(fc.constantFrom(...expressions), { nil: undefined, freq: 2 }),
    })
    .map(({ role, members: list, condition }) => ({
      entries: [
        ['role', role],
        ['members', list],
        ...(condition === undefined
          ? []
          : [
              [
                'condition',
                {
                  entries: [
                    ['title', 't'],
                    ['expression', condition],
                  ],
                },
              ] as const,
            ]),
      ],
      meant: list.map((member) => ({ member, role, condition: condition ?? '' })),
      notes: [],
    }));
}

interface PolicySlip {
  readonly entry: readonly [string, Scalar];
  readonly notes: readonly string[];
}

function slipOfPolicy(): fc.Arbitrary<PolicySlip> {
  return fc.oneof(
    fc.constantFrom<PolicySlip>(
      { entry: ['version', 3], notes: [] },
      { entry: ['verison', 3], notes: [] },
      { entry: ['etag', 'BwXhqDVQ9Pk='], notes: [] },
      { entry: ['eTag', 'BwXhqDVQ9Pk='], notes: [] },
    ),
    fc.nat(99_999).map((number): PolicySlip => ({ entry: ['owner', `note-${number}`], notes: [`note-${number}`] })),
  );
}

/** The right key mostly. */
function key(right: string, ...wrong: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 6, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
}

function rarely<T extends string>(...values: readonly T[]): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...values) });
}

type Damage = 'cut' | 'delete' | 'quote' | 'brace' | 'comma' | 'line' | 'split';

function damage(): fc.Arbitrary<Damage> {
  return fc.constantFrom<Damage>('cut', 'delete', 'quote', 'brace', 'comma', 'line', 'split', 'split');
}

function damaged(text: string, at: number, how: Damage): string {
  const place = Math.floor(at * text.length);
  const [before, after] = [text.slice(0, place), text.slice(place)];
  switch (how) {
    case 'cut':
      return before;
    case 'delete':
      return before + after.slice(1);
    case 'quote':
      return `${before}"${after}`;
    case 'brace':
      return `${before}}${after}`;
    case 'comma':
      return `${before},${after}`;
    case 'split':
      return before + inTwo(after);
    case 'line':
      return before + after.slice(Math.max(0, after.indexOf('\n')));
  }
}

/** Makes two objects of one, by a stray dash in YAML, a stray brace elsewhere: best right before a condition. */
function inTwo(text: string): string {
  for (const key of ['condition', String.raw`[\w$]+`]) {
    const parted = text.replace(new RegExp(`^( +) {2}(?=${key}:)`, 'm'), '$1- ').replace(new RegExp(`,(\\s*"${key}")`), '},{$1');
    if (parted !== text) return parted;
  }
  return text;
}

function write(
  style: Style,
  bindings: readonly Binding[],
  top: readonly PolicySlip[],
  remark: Remark,
): { name: string; text: string } {
  const policy: Value = {
    entries: [
      ['bindings', bindings.map(({ entries }) => ({ entries }))],
      ...new Map(top.map(({ entry: [name, value] }) => [name, value])),
    ],
  };
  switch (style) {
    case 'compact':
      return { name: 'policy.json', text: `${json(policy, undefined, () => undefined)}\n` };
    case 'json':
      return { name: 'policy.json', text: `${json(policy, '', () => undefined)}\n` };
    case 'jsonc':
      return { name: 'policy.jsonc', text: `${json(policy, '', remark)}\n` };
    case 'flowYaml':
      return {
        name: 'policy.yaml',
        text: `bindings: ${json(
          bindings.map(({ entries }) => ({ entries })),
          undefined,
          () => undefined,
        )}\n`,
      };
    case 'yaml':
      return { name: 'policy.yaml', text: yaml(policy, '', remark) };
    case 'jsonencode':
      return { name: 'main.tf', text: resource(`jsonencode(${hcl(policy, '  ', remark)})`, remark) };
    case 'heredoc':
      return { name: 'main.tf', text: resource(`<<EOT\n${json(policy, '', () => undefined)}\nEOT`, remark) };
    case 'quoted':
      return { name: 'main.tf', text: resource(JSON.stringify(json(policy, undefined, () => undefined)), remark) };
    case 'data':
      return {
        name: 'main.tf',
        text: `data "google_iam_policy" "p" {\n${bindings.map(({ entries }) => block('binding', entries, '  ', remark)).join('')}}\n`,
      };
    case 'resources':
      return {
        name: 'main.tf',
        text: bindings
          .map(({ entries }, index) =>
            block(`resource "google_project_iam_binding" "b${index}"`, [['project', 'example-project'], ...entries], '', remark),
          )
          .join('\n'),
      };
  }
}

function resource(data: string, remark: Remark): string {
  const note = remark();
  return `resource "google_project_iam_policy" "p" {\n  project = "example-project"\n${note ? `  # ${note}\n` : ''}  policy_data = ${data}\n}\n`;
}
