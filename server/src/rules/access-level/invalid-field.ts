import { renameTo } from '../../kinds/edits/renameField';
import { asksSomething } from '../../kinds/gcp/access-level/conditions/conditions';
import accessLevel from '../../kinds/gcp/access-level/kind';
import type { AccessCondition, AccessLevel, BasicLevel, Choice } from '../../kinds/gcp/access-level/policy';
import { isOverriddenUnread } from '../../kinds/reading/roots';
import { isUnfilled, isWrittenOut } from '../../kinds/reading/values';
import { shapedObjects, type UnknownField, unknownFieldsIn } from '../../kinds/shapedObjects';
import { entryOf, type SyntaxNode } from '../../syntax/tree';
import type { Workspace } from '../../workspace/index/workspace';
import { refusals } from '../refusals';
import { defineRule, type Fix, type MessageArguments } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  unknownField: 'Access levels have no field `{field}` here.',
  misspelt: '`{field}` is written `{meant}` here.',
  wrongValue: '`{field}` takes {values}, not `{value}`.',
  both: 'An access level is either `basic` or `custom`, not both.',
  neither: 'An access level needs either `basic` or `custom`.',
  exclusive: '`{field}` and `{other}` can’t stand in one condition.',
  notChromeOs: '`{field}` is taken for DESKTOP_CHROME_OS only.',
  tooManyConditions: 'An access level has at most {limit} conditions; this one is beyond.',
  tooManyItems: 'A list of a condition has at most {limit} items; this one is beyond.',
  rename: 'Rename to {meant}',
  write: 'Change to {value}',
};

export default defineRule({
  id: 'access-level/invalid-field',
  kind: accessLevel,
  severity: 'error',
  fixClass: 'same',
  source: {
    title: 'REST resource: accessPolicies.accessLevels',
    url: 'https://cloud.google.com/access-context-manager/docs/reference/rest/v1/accessPolicies.accessLevels',
  },
  since: '0.1.0',
  summary: 'An access level has a field or a value that is refused.',
  rationale: [
    'The API and gcloud spell fields in camelCase (`ipSubnetworks`, `requireCorpOwned`), Terraform with underscores (`ip_subnetworks`, `require_corp_owned`). A field in the other spelling is refused, and so is a word that a field doesn’t take.',
    'A level has either `basic` or `custom`. One condition can’t name both public subnets and VPC networks, `requireVerifiedChromeOs` belongs to Chrome OS, and there are at most 40 conditions with 200 items in each list.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'yaml',
      message: 'misspelt',
      bad: `- devicePolicy:
    «requireCorpowned»: true
    allowedEncryptionStatuses:
    - ENCRYPTED
- members:
  - user:kim@example.org
`,
      good: `- devicePolicy:
    requireCorpOwned: true
    allowedEncryptionStatuses:
    - ENCRYPTED
- members:
  - user:kim@example.org
`,
    },
    {
      language: 'terraform',
      bad: `resource "google_access_context_manager_access_level_condition" "managed" {
  access_level = "accessPolicies/123456789/accessLevels/corp"
  device_policy {
    allowed_device_management_levels = [«"complete"»]
    os_constraints {
      os_type = «"CHROME_OS"»
    }
    «requireCorpOwned» = true
  }
}
`,
      good: `resource "google_access_context_manager_access_level_condition" "managed" {
  access_level = "accessPolicies/123456789/accessLevels/corp"
  device_policy {
    allowed_device_management_levels = ["COMPLETE"]
    os_constraints {
      os_type = "DESKTOP_CHROME_OS"
    }
    require_corp_owned = true
  }
}
`,
    },
    {
      language: 'json',
      message: 'wrongValue',
      bad: `{
  "name": "accessPolicies/123456789/accessLevels/corp",
  "title": "corp",
  "basic": {
    "combiningFunction": «"or"»,
    "conditions": [
      { "regions": ["KR"] },
      { "members": ["user:kim@example.org"] }
    ]
  }
}
`,
      good: `{
  "name": "accessPolicies/123456789/accessLevels/corp",
  "title": "corp",
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

  check(level, { report, workspace }) {
    for (const { at, message, arguments: args, fixes = none } of faultsOf(level, workspace))
      report(at, message, { arguments: args, fixes });
  },
});

interface Fault {
  readonly at: SyntaxNode | BasicLevel['anchor'];
  readonly message: Message;
  readonly arguments: MessageArguments;
  readonly fixes?: () => readonly Fix<Message>[];
}

function* faultsOf(level: AccessLevel, workspace: Workspace): Generator<Fault> {
  yield* kindFaults(level, workspace);
  for (const unknown of shapedObjects(accessLevel, level).flatMap(unknownFieldsIn)) yield keyFault(unknown, level);
  for (const choice of level.choices) yield* choiceFaults(choice, level);
  yield* chromeOsFaults(level);
  if (level.definition.state !== 'known' || level.definition.value.kind !== 'basic') return;
  const { items } = level.definition.value.conditions;
  for (const condition of items) yield* conditionFaults(condition, level);
  const beyond = items[mostConditions];
  if (beyond) {
    const at = beyond.fields[0]?.entry.keyRange ?? beyond.node.header?.range ?? beyond.node;
    yield { at, message: 'tooManyConditions', arguments: { limit: String(mostConditions) } };
  }
}

function* kindFaults({ form, node, place, siblings }: AccessLevel, workspace: Workspace): Generator<Fault> {
  if (form !== 'level' || node.kind !== 'mapping') return;
  const basic = entryOf(node, 'basic');
  const custom = entryOf(node, 'custom');
  if (basic && custom && isSurelySet(basic.value) && isSurelySet(custom.value))
    yield { at: custom.keyRange, message: 'both', arguments: {} };
  // Elsewhere an object without either may be a part of a level, such as an update of its title.
  const { resource } = place;
  // Of two texts of one resource, the other may have it.
  if (!basic && !custom && node.complete && resource && !isOverriddenUnread(place, workspace))
    yield { at: siblings ? (node.header?.range ?? node) : resource.anchor, message: 'neither', arguments: {} };
}

/** A dynamic block may come to nothing. */
function isSurelySet(value: SyntaxNode): boolean {
  return value.kind === 'mapping' || (value.kind === 'sequence' && value.complete && value.items.length > 0);
}

function keyFault({ entry, meant }: UnknownField, { dialect }: AccessLevel): Fault {
  const at = entry.keyRange;
  if (meant === undefined) return { at, message: 'unknownField', arguments: { field: entry.key } };
  const { name, takes } = meant.field;
  const named = { field: entry.key, meant: dialect.spell(name) };
  const rename = (): Fix<Message> => {
    const edits = renameTo(entry, name, takes);
    return edits ? { title: 'rename', arguments: named, edits } : { title: 'rename', arguments: named, disabled: 'otherShape' };
  };
  return { at, message: 'misspelt', arguments: named, fixes: () => [rename()] };
}

function* choiceFaults({ entry, field: { name, choices: values = [] }, texts }: Choice, level: AccessLevel): Generator<Fault> {
  for (const value of texts) {
    const { node, text } = value;
    if (text === undefined || isUnfilled(text) || values.includes(text)) continue;
    const meant = meantValue(text, values);
    const title = { title: 'write', arguments: { value: meant ?? '' } } as const;
    yield {
      at: node,
      message: 'wrongValue',
      arguments: { field: entry.key, value: text, values: values.filter((value) => !value.endsWith('_UNSPECIFIED')).join(', ') },
      fixes: () =>
        meant === undefined
          ? []
          : [
              isWrittenOut(value)
                ? {
                    ...title,
                    edits: [{ kind: 'replace', node, by: meant }],
                    ...(name === 'combiningFunction' && meant === 'OR' && mayOpen(level) ? { fixClass: 'changes' as const } : {}),
                  }
                : { ...title, disabled: 'notLiteral' },
            ],
    };
  }
}

/** Whether OR would let everybody in, or may. */
function mayOpen({ definition }: AccessLevel): boolean {
  if (definition.state !== 'known' || definition.value.kind !== 'basic') return true;
  return !definition.value.conditions.items.every(asksSomething);
}

/** The one word that differs by its case or its joints only, or that goes on before what is written: `CHROME_OS`. */
function meantValue(text: string, values: readonly string[]): string | undefined {
  const written = text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  if (values.includes(written)) return written;
  const [only, ...more] = values.filter((value) => value.endsWith(`_${written}`) && !written.endsWith('UNSPECIFIED'));
  return more.length === 0 ? only : undefined;
}

function* chromeOsFaults({ choices, dialect }: AccessLevel): Generator<Fault> {
  for (const { object, field, texts } of choices) {
    if (field.name !== 'osType') continue;
    const verified = entryOf(object.node, dialect.spell('requireVerifiedChromeOs'));
    const [text, ...more] = texts;
    if (verified?.value.kind !== 'scalar' || verified.value.value !== true || !text?.text || more.length > 0) continue;
    if (text.certain && field.choices?.includes(text.text) && !maybeChromeOs.has(text.text))
      yield { at: verified.keyRange, message: 'notChromeOs', arguments: { field: verified.key } };
  }
}

/** Nothing is told yet of what starts a Googlebook. */
const maybeChromeOs: ReadonlySet<string> = new Set(['DESKTOP_CHROME_OS', 'GOOGLEBOOK_OS']);

function* conditionFaults(condition: AccessCondition, { dialect }: AccessLevel): Generator<Fault> {
  const set = (field: string) => condition.fields.find(({ name, requires }) => name === field && requires === true)?.entry;
  const networks = set('vpcNetworkSources');
  const subnets = set('ipSubnetworks');
  if (networks && subnets) {
    const named = { field: dialect.spell('vpcNetworkSources'), other: dialect.spell('ipSubnetworks') };
    yield { at: networks.keyRange, message: 'exclusive', arguments: named };
  }
  const { members, regions, ipSubnetworks, requiredAccessLevels } = condition;
  for (const list of [members, regions, ipSubnetworks, requiredAccessLevels]) {
    const beyond = list.state === 'known' ? list.value.items[mostItems] : undefined;
    if (beyond) yield { at: beyond.node, message: 'tooManyItems', arguments: { limit: String(mostItems) } };
  }
}

const none = () => [];

/** https://cloud.google.com/access-context-manager/quotas */
const mostConditions = 40;
const mostItems = 200;
