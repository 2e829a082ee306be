import type { ArgumentSchema } from '../../catalog/terraformSchema';
import { renameTo } from '../../kinds/edits/renameField';
import type { Takes } from '../../kinds/shape';
import providerArguments from '../../kinds/terraform/arguments/kind';
import type { UnknownArgument } from '../../kinds/terraform/arguments/policy';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  misspelt: '`{name}` is written `{meant}` here; the provider refuses it.',
  unknown: '`{block}` takes no `{name}`, as far as the provider of {date} goes. Remove it, or look it up in a newer one.',
  computed: '`{name}` is set by the provider. Remove it.',
  rename: 'Rename to {meant}',
};

export default defineRule({
  id: 'terraform/unknown-argument',
  kind: providerArguments,
  severity: 'error',
  fixClass: 'same',
  source: {
    title: 'Google provider, resources and data sources',
    url: 'https://registry.terraform.io/providers/hashicorp/google/latest/docs',
  },
  since: '0.1.0',
  summary: 'A resource has an argument or a block that its provider doesn’t take.',
  rationale: [
    'Terraform refuses a configuration with an argument that the provider doesn’t know, before it asks anybody; with it all that the module grants waits. Mostly a letter is wrong, or the name is that of the API (`auditLogConfigs`) and not of the provider (`audit_log_config`).',
    'A newer provider may take more than the schema that is built in here. So a name that comes near to no other is only information.',
    'In VS Code, HashiCorp’s extension tells the same; where it is active, this rule is silent unless `leastwise.terraform.arguments` says `on`.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'terraform',
      message: 'misspelt',
      bad: `resource "google_project_iam_custom_role" "logs" {
  role_id   = "logReader"
  title     = "Log reader"
  «permision» = ["logging.logEntries.list"]
}
`,
      good: `resource "google_project_iam_custom_role" "logs" {
  role_id     = "logReader"
  title       = "Log reader"
  permissions = ["logging.logEntries.list"]
}
`,
    },
    {
      language: 'terraform',
      message: 'computed',
      fix: false,
      bad: `resource "google_service_account" "app" {
  account_id = "app-runner"
  «email»      = "app-runner@example-project.iam.gserviceaccount.com"
}
`,
      good: `resource "google_service_account" "app" {
  account_id = "app-runner"
}
`,
    },
  ],

  check({ slips, asOf }, { report, settings }) {
    if (settings.terraformArguments === 'off') return;
    for (const slip of slips) {
      if (slip.what !== 'unknown') continue;
      const { entry, meant, isComputed, block } = slip;
      const named = {
        name: entry.key,
        meant: meant?.name ?? '',
        block: block.path.at(-1) ?? block.type,
        date: asOf,
      };
      if (isComputed) report(entry.keyRange, 'computed', { arguments: named });
      else if (meant) report(entry.keyRange, 'misspelt', { arguments: named, fixes: () => [rename(slip, meant)] });
      else report(entry.keyRange, 'unknown', { arguments: named, severity: 'information' });
    }
  },
});

function rename({ entry, isBlock }: UnknownArgument, { name, takes }: NonNullable<UnknownArgument['meant']>): Fix<Message> {
  const title = { title: 'rename', arguments: { meant: name } } as const;
  const isBlockToo = 'schema' in takes;
  // What stands in a block comes into force with its name, such as a condition: somebody looks at it.
  if (isBlock && isBlockToo) return { ...title, edits: [{ kind: 'rename', entry, to: name }], fixClass: 'changes' };
  const edits = isBlock || isBlockToo ? undefined : renameTo(entry, name, shapes[takes.type]);
  return edits ? { ...title, edits } : { ...title, disabled: 'otherShape' };
}

const shapes: Readonly<Record<ArgumentSchema['type'], Takes>> = {
  text: 'text',
  number: 'number',
  truth: 'boolean',
  texts: 'texts',
  map: 'map',
  other: 'objects',
};
