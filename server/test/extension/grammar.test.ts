import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';

/** What of VS Code's tokenizer is used here; the packages come with the VS Code of the suite and have no types there. */
interface Textmate {
  readonly INITIAL: object;
  readonly Registry: new (
    options: object,
  ) => {
    loadGrammar(
      scope: string,
    ): Promise<{ tokenizeLine(line: string, stack: object): { tokens: readonly Token[]; ruleStack: object } }>;
  };
  parseRawGrammar(text: string, path: string): unknown;
}

interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}

const ours = 'syntaxes/policy-words.tmLanguage.json';

/** HashiCorp's grammar is another extension's; what the injection needs of it are the names of its strings. */
const terraform = {
  scopeName: 'source.hcl.terraform',
  patterns: [
    {
      name: 'string.quoted.double.hcl',
      begin: '"',
      end: '"',
      patterns: [{ name: 'meta.interpolation.hcl', begin: '\\$\\{', end: '\\}', patterns: [] }],
    },
    { name: 'string.unquoted.heredoc.hcl', begin: '<<-?\\s*(\\w+)', end: '^\\s*\\1\\s*$' },
    { name: 'comment.line.number-sign.hcl', match: '#.*$' },
  ],
};

/** VS Code as `scripts/vscode-host.mjs` installs it; undefined before its first need. */
function installedCode(): string | undefined {
  const folders = existsSync('.vscode-host') ? readdirSync('.vscode-host') : [];
  return folders
    .map((folder) => join(process.cwd(), '.vscode-host', folder, 'node_modules/code-server/lib/vscode'))
    .find((folder) => existsSync(join(folder, 'node_modules/vscode-textmate')));
}

/** `<word> <text>` for each stretch that our grammar names. */
async function coloured(t: TestContext, scope: string, text: string): Promise<readonly string[] | undefined> {
  const code = installedCode();
  if (!code) {
    t.skip('VS Code, whose tokenizer is used, is not installed yet');
    return undefined;
  }
  const grammar = await grammarOf(code, scope);
  let stack = grammar.initial;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const own = scopes.find((name) => name.endsWith('.leastwise'));
      return own ? [`${own.split('.').at(-2)} ${line.slice(startIndex, endIndex)}`] : [];
    });
  });
}

async function grammarOf(code: string, scope: string) {
  const require = createRequire(join(code, 'package.json'));
  const oniguruma = require('vscode-oniguruma');
  const textmate: Textmate = require('vscode-textmate');
  await oniguruma.loadWASM(readFileSync(join(code, 'node_modules/vscode-oniguruma/release/onig.wasm')));
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [{ scopeName, path, injectTo }] = contributes.grammars;
  assert.equal(path, `./${ours}`);
  const paths = new Map([[scopeName, ours], ...builtIn(code)]);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    async loadGrammar(name: string) {
      if (name === terraform.scopeName) return textmate.parseRawGrammar(JSON.stringify(terraform), 'terraform.json');
      const file = paths.get(name);
      return file ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
    getInjections: (name: string) => (injectTo.includes(name) ? [scopeName] : []),
  });
  const grammar = await registry.loadGrammar(scope);
  return { initial: textmate.INITIAL, tokenizeLine: grammar.tokenizeLine.bind(grammar) };
}

function builtIn(code: string): readonly (readonly [string, string])[] {
  return ['json', 'yaml'].flatMap((extension) => {
    const folder = join(code, 'extensions', extension);
    const { contributes } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return contributes.grammars.map((one: { scopeName: string; path: string }) => [one.scopeName, join(folder, one.path)]);
  });
}

async function expectWords(t: TestContext, scope: string, text: string, words: readonly string[]) {
  const found = await coloured(t, scope, text);
  if (found) assert.deepEqual(found, words);
}

test('roles and members are coloured in JSON values, and not in keys', (t) =>
  expectWords(
    t,
    'source.json',
    '{ "user:a@example.org": "roles/iam.serviceAccountUser", "members": [\n"user:a@example.org", "allUsers", "principalSet://iam.googleapis.com/x/*"], "x": "projects/p/roles/own", "y": "serviceAccount:p.svc.id.goog[ns/a]" }',
    [
      'role roles/iam.serviceAccountUser',
      'member-kind user:',
      'member a@example.org',
      'member-kind allUsers',
      'member-kind principalSet:',
      'member //iam.googleapis.com/x/*',
      'role projects/p/roles/own',
      'member-kind serviceAccount:',
      'member p.svc.id.goog[ns/a]',
    ],
  ));

test('the same in YAML, plain and quoted, in lists of both kinds', (t) =>
  expectWords(
    t,
    'source.yaml',
    'bindings:\n- role: roles/browser # roles/owner\n  members:\n  - serviceAccount:a@p.iam.gserviceaccount.com\n  - "group:ops@example.org"\n  - domain:example.org\nother: [\'user:a@example.org\', deleted:user:b@example.org?uid=1, principal://goog/x]\nroles/owner: x\n',
    [
      'role roles/browser',
      'member-kind serviceAccount:',
      'member a@p.iam.gserviceaccount.com',
      'member-kind group:',
      'member ops@example.org',
      'member-kind domain:',
      'member example.org',
      'member-kind user:',
      'member a@example.org',
      'member-kind deleted:user:',
      'member b@example.org?uid=1',
      'member-kind principal:',
      'member //goog/x',
    ],
  ));

test('the same in Terraform strings and heredocs, up to a hole', (t) =>
  expectWords(
    t,
    'source.hcl.terraform',
    'role = "roles/browser" # user:a@example.org\nmember = "serviceAccount:${user:a@example.org}"\npolicy = <<EOT\n{ "members": ["user:b@example.org"] }\nEOT\n',
    ['role roles/browser', 'member-kind serviceAccount:', 'member-kind user:', 'member b@example.org'],
  ));

test('words that only look alike are left alone', (t) =>
  expectWords(
    t,
    'source.yaml',
    'image: user:latest\npath: roles/common\nurl: https://example.org/roles/a.b\nhost: mailto:user:a@example.org\nallUsersCount: allUsers.csv\n',
    [],
  ));
