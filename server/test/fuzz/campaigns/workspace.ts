import fc from 'fast-check';
import { mayHoldFacts } from '../../../src/kinds/facts';
import type { Linter } from '../../../src/lint/lint';
import { createWorkspaceIndex, type WorkspaceIndex } from '../../../src/lsp/workspace/workspaceIndex';
import { formatOf, parseSourceFile, type SourceFile } from '../../../src/syntax/sourceFile';
import type { Fact } from '../../../src/workspace/index/facts';
import { join } from '../../../src/workspace/index/workspace';
import { workspaces } from '../../silence/workspaces';
import { type Campaign, campaign } from '../campaign';
import { written } from '../corpus';
import { type Edit, edits, textsAfter } from './edits';
import { factsOf, folder, newLinter, sameView, view } from './view';

/** Documents that know of each other: those of one folder, or a rule's pair with the files beside it. */
const related: readonly Readonly<Record<string, string>>[] = [
  {
    'locals.tf': 'locals {\n  who = "allUsers"\n  role = var.role\n  all = [local.who, "group:robots@example.org"]\n}\n',
    'variables.tf': 'variable "role" {\n  default = "roles/owner"\n}\nvariable "who" {}\n',
    'terraform.tfvars': 'who = "user:a@example.com"\n',
    'main.tf': `${binding('a', 'local.all')}${binding('b', '[var.who, local.who]')}${binding('b', '["allUsers"]')}`,
    'more.tf': `${binding('c', '["serviceAccount:${google_service_account.app.email}"]')}${binding('d', 'local.all')}`,
    'accounts.tf': 'resource "google_service_account" "app" {\n  account_id = "app"\n  project = "p"\n}\n',
    'robots@example.org.json': '[{"preferredMemberKey": {"id": "app@p.iam.gserviceaccount.com"}}]',
    'policy.yaml': 'bindings:\n- role: roles/owner\n  members: ["group:robots@example.org", allUsers]\n',
  },
  ...workspaces.map(({ texts }) => texts),
  ...written.map(({ name, text, beside }) => ({ [name]: text, ...beside })),
].filter((texts) => Object.keys(texts).filter((name) => formatOf(name) !== undefined).length > 1);

/** What happens to one of the files, `which` counted round. */
interface Event {
  readonly which: number;
  readonly what: 'open' | 'close' | 'delete' | readonly Edit[];
}

const event: fc.Arbitrary<Event> = fc.record({
  which: fc.nat(30),
  what: fc.oneof(
    { weight: 5, arbitrary: edits({ maxLength: 2 }) },
    { weight: 2, arbitrary: fc.constant('open' as const) },
    fc.constantFrom('close' as const, 'delete' as const),
  ),
});

const input = fc.record({
  texts: fc.constantFrom(...related),
  opened: fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
  events: fc.array(event, { minLength: 1, maxLength: 10 }),
});

/** What is said of one file while others change is what someone says who reads all of them for the first time. */
export const workspace: Campaign = campaign('several files, edited', 12, input, ({ texts, opened, events }, step) => {
  const names = Object.keys(texts).filter((name) => formatOf(name) !== undefined);
  const state = begin(names.map((name) => [name, texts[name] ?? '']));
  const linter = newLinter();
  const nameOf = (which: number) => names[which % names.length] ?? '';
  for (const which of opened) happen(state, nameOf(which), 'open');
  compare(state, linter, 'at first');
  for (const { which, what } of events) {
    const name = nameOf(which);
    step(JSON.stringify({ name, what, texts: Object.fromEntries(state.now) }));
    happen(state, name, what);
    compare(state, linter, `after ${JSON.stringify(what)} of ${name} among ${JSON.stringify([...state.now])}`);
  }
});

interface State {
  readonly index: WorkspaceIndex;
  /** The texts of all files that are there. */
  readonly now: Map<string, string>;
  readonly open: Map<string, SourceFile>;
}

function begin(texts: readonly (readonly [string, string])[]): State {
  const index = createWorkspaceIndex();
  index.setFolders([folder]);
  for (const [name, text] of texts) index.setClosed(addressOf(name), closedFacts(name, text));
  index.completed();
  index.publish();
  return { index, now: new Map(texts), open: new Map() };
}

function happen({ index, now, open }: State, name: string, what: Event['what']): void {
  const text = now.get(name) ?? '';
  if (what === 'delete') {
    now.delete(name);
    open.delete(name);
    index.forget(addressOf(name));
  } else if (what === 'close') {
    if (open.delete(name)) index.setClosed(addressOf(name), closedFacts(name, text));
  } else {
    const after = what === 'open' ? text : ([...textsAfter(text, what)].at(-1) ?? '');
    now.set(name, after);
    if (what === 'open' || open.has(name)) {
      const file = parsed(name, after, open.get(name));
      open.set(name, file);
      index.setOpen(file.uri, factsOf(file));
    } else index.setClosed(addressOf(name), closedFacts(name, after));
  }
  index.publish();
}

function compare({ index, now, open }: State, linter: Linter, when: string): void {
  const inOrder = [...now].sort(([a], [b]) => (a < b ? -1 : 1));
  const anew = join(
    inOrder.map(([name, text]) => factsOf(parsed(name, text))),
    true,
  );
  const textOf = (uri: string) => now.get(uri.slice(folder.length + 1));
  const newLinters = newLinter();
  for (const [name, file] of open) {
    const places = [Math.floor(file.text.length / 2)];
    const seen = view(file, linter, index.workspaceFor(file.uri), places, { placeNow: index.placeNow, textOf });
    const expected = view(parsed(name, file.text), newLinters, anew, places, { placeNow: (place) => place, textOf });
    sameView(seen, expected, `of ${name} ${when}`);
  }
}

function addressOf(name: string): string {
  return `${folder}/${name}`;
}

function parsed(name: string, text: string, before?: SourceFile): SourceFile {
  return parseSourceFile(addressOf(name), text, formatOf(name) ?? 'json', before);
}

/** As the server reads a file that is not open. */
function closedFacts(name: string, text: string): readonly Fact[] {
  const file = parsed(name, text);
  return mayHoldFacts(text, file.format, file.uri) ? factsOf(file) : [];
}

function binding(name: string, members: string): string {
  return `resource "google_project_iam_binding" "${name}" {\n  project = "p"\n  role = local.role\n  members = ${members}\n}\n`;
}
