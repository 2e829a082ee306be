import fc from 'fast-check';
import { rules } from '../../src/rules/index.generated';
import { cases } from '../cases.generated';
import { samplesOf } from '../laws/documents/sample';
import { formatOfPair } from '../laws/engine';
import { tears, tornAt } from './tornBlocks';

/** A text with faults that there are actions for, and how it is written. */
export interface StyledDocument {
  readonly name: string;
  readonly text: string;
  /** What one level is indented by, where the text has levels. */
  readonly unit?: string;
  /** The only quotes that there are. */
  readonly quotes?: "'" | '"';
  /** What comes of it when a line is done that is still being typed; undefined where none is. */
  readonly finish?: (text: string) => string;
}

/** Policies and access levels in all formats and many layouts, and the rules' own examples with comments, CRLF and marks. */
export function styledDocuments(): fc.Arbitrary<StyledDocument> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(policies, layouts).map(([policy, layout]) => written(policy, layout)) },
    { weight: 1, arbitrary: listedRoles },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...examples), layouts).map(([example, layout]) => dressed(example, layout)),
    },
  );
}

/** Terraform in which blocks end too early, as long as a line is being typed. */
export function tornDocuments(): fc.Arbitrary<StyledDocument> {
  const inBlocks = fc.constantFrom('blocks' as const, 'blocks' as const, 'binding' as const);
  return fc.tuple(repeated, layouts, inBlocks, tears).map(([policy, layout, format, tear]) => {
    const { crlf, mark } = layout;
    const plain = { ...layout, format, comments: layout.comments.slice(0, 2), crlf: false, mark: false };
    const whole = written(policy, plain);
    const torn = tornAt(whole.text, tear);
    return torn
      ? dressed({ name: whole.name, text: torn.text }, { ...plain, crlf, mark }, { ...whole, finish: torn.finish })
      : whole;
  });
}

interface Grant {
  readonly role: string;
  readonly members: readonly string[];
  readonly condition: boolean;
  /** The role is the only item of a list, which it can't be; not in Terraform's own arguments, which Terraform checks. */
  readonly listed?: boolean;
}

const members = fc.constantFrom(
  'user:kim@example.org',
  'usr:lee@example.org',
  'allUsers',
  'group:team@example.org',
  'user:KIM@example.org',
  'serviceAccount:app@example-project.iam.gserviceaccount.com',
);

const policies = fc.array(
  fc.record<Grant>({
    role: fc.constantFrom('roles/browser', 'roles/storage.objectView', 'roles/pubsub.publisher'),
    members: fc.array(members, { minLength: 1, maxLength: 4 }),
    condition: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Much alike, so that there is much to be merged. */
const repeated = fc.array(
  fc.record<Grant>({
    role: fc.constantFrom('roles/browser', 'roles/browser', 'roles/pubsub.publisher'),
    members: fc.array(members, { minLength: 1, maxLength: 2 }),
    condition: fc.boolean(),
  }),
  { minLength: 2, maxLength: 4 },
);

const formats = ['json', 'yaml', 'blocks', 'jsonencode', 'heredoc', 'binding'] as const;

interface Layout {
  readonly format: (typeof formats)[number];
  readonly unit: string;
  readonly flow: boolean;
  readonly quotes: "'" | '"' | '';
  readonly aligned: boolean;
  readonly trailingCommas: boolean;
  readonly crlf: boolean;
  readonly mark: boolean;
  /** Each says where a comment comes, and of which kind. */
  readonly comments: readonly { readonly line: number; readonly kind: number }[];
}

const layouts = fc.record<Layout>({
  format: fc.constantFrom(...formats),
  unit: fc.constantFrom('  ', '   ', '    ', '\t'),
  flow: fc.boolean(),
  quotes: fc.constantFrom("'", '"', ''),
  aligned: fc.boolean(),
  trailingCommas: fc.boolean(),
  crlf: fc.boolean(),
  mark: fc.boolean(),
  comments: fc.array(fc.record({ line: fc.nat({ max: 40 }), kind: fc.nat({ max: 4 }) }), { maxLength: 8 }),
});

/** Short, so that comments come to stand close together around what is taken out of its list. */
const listedRoles = fc
  .tuple(
    layouts,
    fc.constantFrom('json' as const, 'yaml' as const, 'jsonencode' as const),
    fc.array(fc.record({ line: fc.nat({ max: 11 }), kind: fc.constantFrom(0, 0, 3) }), { minLength: 4, maxLength: 8 }),
  )
  .map(([layout, format, comments]) =>
    written([{ role: 'roles/browser', members: ['group:team@example.org'], condition: false, listed: true }], {
      ...layout,
      format,
      comments,
      flow: false,
    }),
  );

function written(policy: readonly Grant[], layout: Layout): StyledDocument {
  const { format } = layout;
  if (format === 'json') {
    const text = json(policy, layout, '');
    return finished({ name: 'policy.jsonc', lines: text.split('\n'), layout, quotes: '"' });
  }
  if (format === 'yaml') {
    const unit = layout.unit === '\t' ? '  ' : layout.unit;
    const lines = yaml(policy, { ...layout, unit });
    return finished({
      name: 'policy.yaml',
      lines,
      layout: { ...layout, unit },
      quotes: layout.quotes === '' ? undefined : layout.quotes,
    });
  }
  return finished({ name: 'main.tf', lines: terraform(policy, layout), layout, quotes: '"' });
}

const condition = { title: 'until', expression: 'request.time < timestamp(2027)' };

function json(policy: readonly Grant[], { unit, flow, trailingCommas }: Layout, indent: string): string {
  const end = trailingCommas ? ',' : '';
  const list = (items: readonly string[], inner: string) =>
    flow ? `[${items.join(', ')}]` : `[\n${items.map((item) => inner + unit + item).join(',\n')}${end}\n${inner}]`;
  const object = (entries: readonly string[], inner: string) =>
    `{\n${entries.map((entry) => inner + unit + entry).join(',\n')}${end}\n${inner}}`;
  const deep = indent + unit + unit;
  const bindings = policy.map((grant) =>
    object(
      [
        `"role": ${grant.listed ? list([JSON.stringify(grant.role)], deep + unit) : JSON.stringify(grant.role)}`,
        `"members": ${list(
          grant.members.map((member) => JSON.stringify(member)),
          deep + unit,
        )}`,
        ...(grant.condition ? [`"condition": ${JSON.stringify(condition)}`] : []),
      ],
      deep,
    ),
  );
  const whole = `[\n${bindings.map((binding) => deep + binding).join(',\n')}${end}\n${indent}${unit}]`;
  return object([`"bindings": ${whole}`, '"etag": "x"'], indent);
}

function yaml(policy: readonly Grant[], { unit, flow, quotes }: Layout): string[] {
  const scalar = (text: string) => quotes + text + quotes;
  return [
    'bindings:',
    ...policy.flatMap(({ role, members: all, condition: has, listed }) => [
      ...(listed ? (flow ? [`- role: [${scalar(role)}]`] : ['- role:', `  - ${scalar(role)}`]) : [`- role: ${scalar(role)}`]),
      ...(flow
        ? [`  members: [${all.map(scalar).join(', ')}]`]
        : ['  members:', ...all.map((member) => `  - ${scalar(member)}`)]),
      ...(has
        ? [
            '  condition:',
            `  ${unit}title: ${scalar('until')}`,
            `  ${unit}expression: ${scalar('request.time < timestamp(2027)')}`,
          ]
        : []),
    ]),
    `etag: ${scalar('x')}`,
  ];
}

function terraform(policy: readonly Grant[], layout: Layout): string[] {
  const { format, unit, flow, aligned } = layout;
  const sign = (key: string, width: number) => key.padEnd(aligned ? width : key.length);
  const list = (items: readonly string[], indent: string) =>
    flow
      ? [`[${items.map((item) => JSON.stringify(item)).join(', ')}]`]
      : ['[', ...items.map((item) => `${indent}${unit}${JSON.stringify(item)},`), `${indent}]`];
  const conditionOf = (indent: string) => [
    `${indent}condition ${format === 'jsonencode' ? '= ' : ''}{`,
    ...Object.entries(condition).map(([key, text]) => `${indent}${unit}${sign(key, 10)} = ${JSON.stringify(text)}`),
    `${indent}}`,
  ];
  const grant = ({ role, members: all, condition: has, listed }: Grant, indent: string) => {
    const [first, ...others] = list(all, indent);
    // A list of several lines stands apart.
    const width = flow ? 7 : 4;
    const [only, ...rest] = listed && format === 'jsonencode' ? list([role], indent) : [JSON.stringify(role)];
    return [
      `${indent}${sign('role', width)} = ${only}`,
      ...rest,
      `${indent}members = ${first}`,
      ...others,
      ...(has ? conditionOf(indent) : []),
    ];
  };
  if (format === 'heredoc') {
    return [
      'resource "google_project_iam_policy" "it" {',
      `${unit}policy_data = <<-EOT`,
      ...json(policy, { ...layout, trailingCommas: false }, unit)
        .split('\n')
        .map((line, index) => (index === 0 ? unit + line : line)),
      `${unit}EOT`,
      '}',
    ];
  }
  if (format === 'jsonencode') {
    const items = policy.flatMap((one) => [`${unit}${unit}${unit}{`, ...grant(one, unit.repeat(4)), `${unit}${unit}${unit}},`]);
    return [
      'resource "google_project_iam_policy" "it" {',
      `${unit}policy_data = jsonencode({`,
      `${unit}${unit}bindings = [`,
      ...items,
      `${unit}${unit}]`,
      `${unit}})`,
      '}',
    ];
  }
  if (format === 'binding') {
    return policy.flatMap((one, index) => [
      `resource "google_project_iam_binding" "b${index}" {`,
      `${unit}${sign('project', 7)} = "p${index}"`,
      ...grant(one, unit),
      '}',
      '',
    ]);
  }
  return [
    'data "google_iam_policy" "it" {',
    ...policy.flatMap((one) => [`${unit}binding {`, ...grant(one, unit + unit), `${unit}}`]),
    '}',
  ];
}

interface Lines {
  readonly name: string;
  readonly lines: readonly string[];
  readonly layout: Layout;
  readonly quotes: StyledDocument['quotes'];
}

/** With comments on lines of their own, at the ends of lines and before what stands on them; each says something else. */
function finished({ name, lines, layout, quotes }: Lines): StyledDocument {
  const all = [...lines];
  const isHeredoc = (line: number) => layout.format === 'heredoc' && name === 'main.tf' && line >= 2 && line < lines.length - 1;
  const mark = name.endsWith('.jsonc') ? '//' : '#';
  layout.comments.forEach(({ line, kind }, index) => {
    const at = line % lines.length;
    const text = all[at] ?? '';
    if (isHeredoc(at) || text.includes('\n') || text === '') return;
    const indent = /^\s*/.exec(text)?.[0] ?? '';
    const words = `c${index}.`;
    const hasBlocks = name !== 'policy.yaml';
    if (kind === 0 && !/[#]|\/\//.test(text) && !text.includes('<<')) all[at] = `${text} ${mark} ${words}`;
    else if (kind === 1 && hasBlocks && /^\s*["a-z]/.test(text) && !/^(?:resource|data)/.test(text))
      all[at] = `${indent}/* ${words} */ ${text.trimStart()}`;
    else if (kind === 2 && hasBlocks) all[at] = `${indent}/* ${words}\n${indent}   and more */\n${text}`;
    else all[at] = `${indent}${mark} ${words}\n${text}`;
  });
  return dressed({ name, text: `${all.join('\n').trimEnd()}\n` }, layout, { unit: layout.unit, ...(quotes ? { quotes } : {}) });
}

function dressed(
  { name, text }: { readonly name: string; readonly text: string },
  { crlf, mark }: Layout,
  style: Partial<StyledDocument> = {},
): StyledDocument {
  const ended = crlf ? text.replaceAll('\n', '\r\n') : text;
  return { ...style, name, text: `${mark ? '\uFEFF' : ''}${ended}` };
}

const endings = { json: 'json', yaml: 'yaml', terraform: 'tf', terraformJson: 'tf.json' } as const;

/** Those whose files stand alone. */
const examples = rules.flatMap((rule) =>
  samplesOf(rule, cases[rule.id] ?? [])
    .filter(({ example }) => !example.files && !example.settings && !example.file)
    .map((sample) => ({ name: `main.${endings[formatOfPair(sample)]}`, text: sample.bad })),
);
