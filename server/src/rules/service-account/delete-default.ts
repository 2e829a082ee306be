import defaultAccounts from '../../kinds/gcp/default-accounts/kind';
import { refusals } from '../refusals';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'service-account/delete-default',
  kind: defaultAccounts,
  severity: 'error',
  fixClass: 'same',
  source: {
    title: 'Best practices for using service accounts',
    url: 'https://cloud.google.com/iam/docs/best-practices-service-accounts',
  },
  since: '0.1.0',
  summary: 'The default service accounts of a project are deleted.',
  rationale:
    'Services that run as a default account stop working when it is deleted, and before long it can’t be brought back. Disabling the accounts stops the same use and can be undone; taking their role away leaves them running with nothing.',
  messages: {
    ...refusals,
    deleted: 'Deleting the default service accounts breaks what runs as them, and soon can’t be undone. Disable them instead.',
    disable: 'Disable the accounts (DISABLE)',
    deprivilege: 'Take their role away (DEPRIVILEGE)',
  },
  examples: [
    {
      language: 'terraform',
      bad: `resource "google_project_default_service_accounts" "unused" {
  project = "example-project"
  action  = «"DELETE"»
}
`,
      good: `resource "google_project_default_service_accounts" "unused" {
  project = "example-project"
  action  = "DISABLE"
}
`,
    },
    {
      language: 'terraform',
      fix: 'deprivilege',
      bad: `resource "google_project_default_service_accounts" "unused" {
  project        = var.project
  action         = «"DELETE"»
  restore_policy = "NONE"
}
`,
      good: `resource "google_project_default_service_accounts" "unused" {
  project        = var.project
  action         = "DEPRIVILEGE"
  restore_policy = "NONE"
}
`,
    },
  ],

  check({ action }, { report }) {
    if (action.state !== 'known' || action.value.text !== 'DELETE') return;
    const { node, shown, literal } = action.value;
    const instead = (title: 'disable' | 'deprivilege', by: string): Fix<'disable' | 'deprivilege' | 'notLiteral'> =>
      literal ? { title, edits: [{ kind: 'replace', node, by }] } : { title, disabled: 'notLiteral' };
    report(shown, 'deleted', {
      fixes: () => [instead('disable', 'DISABLE'), instead('deprivilege', 'DEPRIVILEGE')],
    });
  },
});
