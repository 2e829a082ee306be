import { CodeActionKind } from 'vscode';
import { equal } from './host/assert';
import { actionNamed, actionsAt, apply, closeAndDelete, findingOf, findings, noFindingOf, writeAndOpen } from './host/editor';

const policy = `{
  "bindings": [
    {
      "role": "roles/storage.admin",
      "members": [
        "allUsers",
        "user:kim@example.com"
      ]
    }
  ]
}
`;

describe('a JSON allow policy', () => {
  afterEach(() => closeAndDelete('findings'));

  it('is underlined where it lets everyone in', async () => {
    const document = await writeAndOpen('findings/public.json', policy);
    const finding = await findingOf('allow-policy/public-access', document);
    equal(document.getText(finding.range).replaceAll('"', ''), 'allUsers');
  });

  it('is repaired by a quick fix', async () => {
    const document = await writeAndOpen('findings/public.json', policy);
    const finding = await findingOf('allow-policy/public-access', document);
    await apply(await actionNamed(/allUsers/, document, finding.range, CodeActionKind.QuickFix));
    await noFindingOf('allow-policy/public-access', document);
    equal(JSON.parse(document.getText()).bindings[0].members, ['user:kim@example.com']);
  });

  it('offers the page of the rule', async () => {
    const document = await writeAndOpen('findings/public.json', policy);
    const finding = await findingOf('allow-policy/public-access', document);
    const actions = await actionsAt(document, finding.range);
    const titles = actions
      .filter(({ command }) => command?.command === 'leastwise.openRuleDocumentation')
      .map(({ title }) => title);
    equal(titles.length, 1, `actions that open the page of a rule among ${JSON.stringify(actions.map(({ title }) => title))}`);
  });

  it('gets no finding where it is not a policy', async () => {
    const document = await writeAndOpen('findings/public.json', policy);
    await findingOf('allow-policy/public-access', document);
    const other = await writeAndOpen('findings/other.json', '{ "members": ["allUsers"] }');
    equal(findings(other).length, 0);
  });
});

describe('Terraform’s arguments', () => {
  afterEach(() => closeAndDelete('findings'));

  const text = `resource "google_service_account" "app" {
  account_id  = "app-runner"
  displayname = "App"
}
`;

  it('are told where no other extension tells them, and renamed by a quick fix', async () => {
    const document = await writeAndOpen('findings/main.tf', text);
    const finding = await findingOf('terraform/unknown-argument', document);
    equal(document.getText(finding.range), 'displayname');
    await apply(await actionNamed(/display_name/, document, finding.range, CodeActionKind.QuickFix));
    await noFindingOf('terraform/unknown-argument', document);
    equal(document.getText().includes('  display_name = "App"'), true);
  });
});
