import { commands, env, TabInputWebview, WorkspaceEdit, window, workspace } from 'vscode';
import { equal, matches } from './host/assert';
import { addressOf, closeAndDelete, eventually, open, write, writeAndOpen } from './host/editor';
import { click, press, type } from './host/keys';

const policy = 'bindings:\n- role: roles/browser\n  members:\n  - user:kim@example.org\n  - user:lee@example.org\n';

describe('the page of who may do what', () => {
  afterEach(() => closeAndDelete('grants'));

  it('opens once, however often it is asked for', async () => {
    await writeAndOpen('grants/policy.yaml', policy);
    await commands.executeCommand('leastwise.whoMayDoWhat');
    await commands.executeCommand('leastwise.whoMayDoWhat');
    await eventually('one page', () => pages('leastwise.whoMayDoWhat').length === 1 || undefined);
    if (globalThis.process) await copied();
  });
});

// The web flavour that runs here shows no webviews.
if (globalThis.process) {
  describe('the page of who may do what, with the keyboard', () => {
    afterEach(() => closeAndDelete('grants'));

    it('has the grants of all files, and tells when they have changed', async () => {
      await write('grants/policy.yaml', policy);
      const rows = await shownWith('user:kim@example.org');
      equal(rows[0], 'Member,Role,Resource,Condition,Address,File');
      const expected = [
        /^group:pipelines@example\.org,roles\/logging\.logWriter,projects\/example-prod,,google_project_iam_binding\.\w+,landing-zone\/project-iam\.tf:\d+$/,
        /^user:minji\.kim@example\.org,roles\/storage\.objectViewer,,,,policies\/project-policy\.json:\d+$/,
        /^user:kim@example\.org,roles\/browser,,,,grants\/policy\.yaml:2$/,
      ];
      for (const row of expected) equal(rows.filter((found) => row.test(found)).length, 1, String(row));
      await write('grants/policy.yaml', policy.replace('kim', 'park'));
      click('#refreshOutdated');
      await shownWith('user:park@example.org');
    });

    it('is filtered by words', async () => {
      await write('grants/policy.yaml', policy);
      await shownWith('user:kim@example.org');
      click('#filter');
      type('BROWSER lee@');
      await eventually('one row', async () => (await copied()).length === 2 || undefined);
      matches((await copied())[1] ?? '', /^user:lee@/);
    });

    it('leads to the line of a row by keys', async () => {
      await write('grants/policy.yaml', policy);
      await shownWith('user:lee@example.org');
      click('#filter');
      type('lee@example.org');
      for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) press(key);
      await eventually('policy.yaml, line 2', () => isAt('grants/policy.yaml', 1));
    });

    it('leads to the line of a row by a click', async () => {
      await write('grants/clicked.yaml', `\n\n${policy.replace('lee@', 'han@')}`);
      await shownWith('user:han@example.org');
      click('#filter');
      type('han@example.org');
      click('.row');
      await eventually('clicked.yaml, line 4', () => isAt('grants/clicked.yaml', 3));
    });

    it('is as quick with 5,000 grants', async () => {
      const members = Array.from({ length: 5000 }, (_, index) => `user:person-${index}@example.org`);
      await write('grants/many.json', JSON.stringify({ bindings: [{ role: 'roles/browser', members }] }));
      equal((await shownWith(members.at(-1) ?? '')).filter((row) => row.startsWith('user:person-')).length, 5000);
      click('#filter');
      type('person-4321@');
      await eventually('one row', async () => (await copied()).length === 2 || undefined);
    });
  });

  describe('the page of what a branch changes, with the keyboard', () => {
    const path = 'policies/bucket-policy.yaml';
    let committed = '';

    before(async () => {
      committed = new TextDecoder().decode(await workspace.fs.readFile(addressOf(path)));
    });
    afterEach(async () => {
      await write(path, committed);
      await closeAndDelete('grants');
    });

    it('has what files that git doesn’t know, saved and unsaved edits change, and leads to what was there', async () => {
      await write('grants/policy.yaml', policy);
      await write(path, committed.replace(/^ *- projectOwner:example-prod\n/m, ''));
      const edited = await open('policies/project-policy.json');
      const edit = new WorkspaceEdit();
      const at = edited.positionAt(edited.getText().indexOf('minji.kim'));
      edit.insert(edited.uri, at, 'young.');
      await workspace.applyEdit(edit);
      const done = commands.executeCommand('leastwise.branchChanges');
      await eventually('page', async () => {
        // The last commit is what is offered first.
        await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return pages('leastwise.branchChanges')[0];
      });
      await done;
      const [head, ...rows] = await copied();
      equal(head, 'Change,Member,Role,Resource,Condition,Address,File');
      const told = rows.map((row) =>
        row
          .split(',')
          .filter((_, column) => [0, 1, 6].includes(column))
          .join(' '),
      );
      equal(told.sort(), [
        'Added user:kim@example.org grants/policy.yaml:2',
        'Added user:lee@example.org grants/policy.yaml:2',
        'Added user:young.minji.kim@example.org policies/project-policy.json:5',
        'Removed projectOwner:example-prod policies/bucket-policy.yaml:3',
        'Removed user:minji.kim@example.org policies/project-policy.json:5',
      ]);
      click('[data-change=removed]');
      const shown = await eventually('text of the commit', () =>
        window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'git'),
      );
      matches(shown.document.getText(shown.selection), /projectOwner:example-prod/);
    });
  });
}

function pages(viewType: string) {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof TabInputWebview && input.viewType.includes(viewType));
}

/** What the page has when the files that were just written are noticed, this member among them. */
async function shownWith(member: string): Promise<readonly string[]> {
  await commands.executeCommand('leastwise.whoMayDoWhat');
  return eventually(`row of ${member}`, async () => {
    const rows = await copied();
    if (rows.some((row) => row.startsWith(`${member},`))) return rows;
    click('#refresh');
    return undefined;
  });
}

/** What *Copy as CSV* gives, by lines. */
async function copied(): Promise<readonly string[]> {
  await env.clipboard.writeText('');
  click('#copy');
  const text = await eventually('copied text', async () => (await env.clipboard.readText()) || undefined);
  return text.trimEnd().split('\r\n');
}

function isAt(path: string, line: number): true | undefined {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(path));
  return shown?.selection.start.line === line || undefined;
}
