import providerArguments from '../../kinds/terraform/arguments/kind';
import type { RefusedValue } from '../../kinds/terraform/arguments/policy';
import { meantChoice } from '../../kinds/terraform/arguments/values';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

type Message = keyof typeof messages;

const messages = {
  ...refusals,
  choice: '`{name}` takes {choices}, not `{value}`.',
  newer: '`{value}` is new: the provider of {date} refuses it for `{name}`. Use a newer provider.',
  format: '`{value}` is no `{name}`: the provider takes what is written like `{example}`.',
  write: 'Change to {value}',
};

export default defineRule({
  id: 'terraform/invalid-value',
  kind: providerArguments,
  severity: 'error',
  fixClass: 'same',
  source: {
    title: 'Google provider, resources and data sources',
    url: 'https://registry.terraform.io/providers/hashicorp/google/latest/docs',
  },
  since: '0.1.0',
  summary: 'A value is none of those that the provider takes, or isn’t written as it asks.',
  rationale: [
    'Of some arguments the provider itself checks the value: words of a list (`stage`, `key_algorithm`, `perimeter_type`), and how an id is written (`account_id`, `role_id`, `workload_identity_pool_id`). Letters count in their case. Terraform refuses the configuration at once.',
    'A word that the API has and the provider’s list lacks is a warning: a newer provider may take it.',
  ].join('\n\n'),
  messages,
  examples: [
    {
      language: 'terraform',
      message: 'choice',
      bad: `resource "google_project_iam_custom_role" "logs" {
  role_id     = "logReader"
  title       = "Log reader"
  stage       = «"ga"»
  permissions = ["logging.logEntries.list"]
}
`,
      good: `resource "google_project_iam_custom_role" "logs" {
  role_id     = "logReader"
  title       = "Log reader"
  stage       = "GA"
  permissions = ["logging.logEntries.list"]
}
`,
    },
    {
      language: 'terraform',
      message: 'format',
      fix: false,
      bad: `resource "google_service_account" "app" {
  account_id = «"App_Runner"»
}
`,
      good: `resource "google_service_account" "app" {
  account_id = "app-runner"
}
`,
    },
  ],

  check({ slips, asOf }, { report }) {
    for (const slip of slips) {
      if (slip.what !== 'value') continue;
      const named = {
        name: slip.entry.key,
        value: slip.text,
        choices: slip.choices.filter((one) => one !== '' && !one.endsWith('_UNSPECIFIED')).join(', '),
        example: slip.format?.example ?? '',
        date: asOf,
      };
      if (slip.isNewer) report(slip.shown, 'newer', { arguments: named, severity: 'warning' });
      else report(slip.shown, slip.format ? 'format' : 'choice', { arguments: named, fixes: () => fixes(slip) });
    }
  },
});

function fixes(refused: RefusedValue): readonly Fix<Message>[] {
  const meant = meantChoice(refused);
  if (!meant) return [];
  const { value, isSameWord } = meant;
  const title = { title: 'write', arguments: { value } } as const;
  if (!refused.literal) return [{ ...title, disabled: 'notLiteral' }];
  return [
    { ...title, edits: [{ kind: 'replace', node: refused.literal, by: value }], fixClass: isSameWord ? 'same' : 'changes' },
  ];
}
