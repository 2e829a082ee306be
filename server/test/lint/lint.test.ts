import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { troubleSentence } from '../../src/cli/trouble';
import type { Kind } from '../../src/kinds/kind';
import { ownPlace } from '../../src/kinds/reading/roots';
import { createLinter } from '../../src/lint/lint';
import { rangeInOuter } from '../../src/lint/places/embedding';
import { readSettings } from '../../src/lint/settings/settings';
import { faultReporter } from '../../src/lsp/runSafe';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import type { Fact } from '../../src/workspace/index/facts';
import { emptyWorkspace, join, type Workspace } from '../../src/workspace/index/workspace';
import { fileOf, folder, lint, linterOf, marked, now, ruleOf, type Saying, say, sayings } from './shouting';

await prepareTerraform();

test('findings stand in the order of the text, whichever rule found them, with offsets of the file', () => {
  const text = 'say: "one"\n---\nsay: "두"\n---\nsay: 🔑three\n';
  const late = ruleOf('test/late', (saying, context) => saying.words !== 'one' && say()(saying, context));
  const early = ruleOf('test/early', (saying, context) => saying.words === 'one' && say()(saying, context));
  assert.deepEqual(marked(text, lint('a.yaml', text, [late, early])), ['"one"', '"두"', '🔑three']);
});

test('within one policy too', () => {
  const backwards = ruleOf('test/backwards', ({ node }, { report }) => {
    for (const { value } of node.entries.toReversed()) report(value, 'found');
  });
  const text = '{ "say": "a", "b": "b", "c": "c" }';
  assert.deepEqual(marked(text, lint('a.json', text, [backwards])), ['"a"', '"b"', '"c"']);
});

test('what is in a heredoc or a quoted string is marked in the file', () => {
  const text = 'resource "x" "y" {\n  policy = <<EOT\n{ "say": "hi" }\nEOT\n  other = "{\\"say\\": \\"you\\"}"\n}\n';
  assert.deepEqual(marked(text, lint('main.tf', text, [ruleOf('test/value')])), ['"hi"', '\\"you\\"']);
});

test('what has no place of its own in the file marks the value that holds it', () => {
  const { root: outer } = fileOf('main.tf', 'x = "{\\"say\\": \\"you\\"}"\n').roots[0] ?? assert.fail();
  const [embedded] = outer.embedded;
  assert.ok(embedded);
  const placeless = { ...embedded, toOuter: () => undefined };
  const place = { ...ownPlace({ ...outer, embedded: [placeless] }, 'x'), root: embedded.root, toOuter: () => undefined };
  assert.deepEqual(rangeInOuter(place, { start: 1, end: 3 }), embedded.owner.range);
});

test('a rule that throws costs its own findings only, and is told by its id', () => {
  const faults: unknown[] = [];
  const { settings } = readSettings({ folder });
  const throwing = ruleOf('test/throwing', () => {
    throw new Error('broken');
  });
  const linter = createLinter({
    rules: [throwing, ruleOf('test/calm')],
    settings,
    onFault: (id, error) => faults.push(id, error),
  });
  const findings = linter.lint(fileOf('a.json', '[{ "say": "x" }, { "say": "y" }]'), emptyWorkspace, now);
  assert.deepEqual(
    findings.map(({ rule }) => rule.id),
    ['test/calm', 'test/calm'],
  );
  assert.deepEqual(faults, ['test/throwing', new Error('broken')]);
});

test('what is logged of a rule that throws is its id and the place, in the editor and in the terminal, and no text of the file', () => {
  const text = '[{ "say": "SECRET\\n    at SECRET (/SECRET.ts:1:1)" }, { "say": "y" }]';
  const causes = [
    new TypeError(`unexpected ${text}\n    at SECRET (/SECRET.ts:1:1)`),
    Object.assign(new Error(text), { name: text }),
    Object.assign(new Error('SECRET'), { code: text }),
    Object.assign(new Error(text), { message: 'another' }),
    text,
    { message: text, stack: `Error\n    at ${text}` },
  ];
  for (const cause of causes) {
    const told: string[] = [];
    const report = faultReporter((sentence) => told.push(sentence));
    const linter = createLinter({
      rules: [
        ruleOf('test/throwing', () => {
          throw cause;
        }),
        ruleOf('test/calm'),
      ],
      settings: readSettings({ folder }).settings,
      onFault(rule, error) {
        report(rule, error);
        told.push(troubleSentence({ kind: 'fault', path: '/a.json', rule, error }, '/', 'en'));
      },
    });
    assert.equal(linter.lint(fileOf('a.json', text), emptyWorkspace, now).length, 2);
    assert.equal(told.length, 2);
    for (const sentence of told) {
      assert.match(sentence, /test\/throwing/);
      assert.doesNotMatch(sentence, /SECRET/);
    }
  }
});

test('a reader that throws is asked once and told once', () => {
  const faults: string[] = [];
  let asked = 0;
  const kind: Kind<Saying> = {
    id: 'test.broken',
    read() {
      asked++;
      throw new Error();
    },
  };
  const broken = [ruleOf('test/first', say(), { kind }), ruleOf('test/second', say(), { kind })];
  const linter = createLinter({
    rules: [...broken, ruleOf('test/calm')],
    settings: readSettings({ folder }).settings,
    onFault: (id) => faults.push(id),
  });
  assert.equal(linter.lint(fileOf('a.json', '{ "say": "x" }'), emptyWorkspace, now).length, 1);
  assert.deepEqual([asked, faults], [1, ['test/first']]);
});

test('the same finding on the same place is told once', () => {
  const text = 'a: &a\n  say: hi\nb: *a\n';
  const twice = ruleOf('test/twice', (saying, context) => {
    say()(saying, context);
    say()(saying, context);
    context.report(saying.entry.value, 'unsafe');
  });
  assert.deepEqual(
    lint('a.yaml', text, [twice]).map(({ message }) => message),
    ['found', 'unsafe'],
  );
});

test('the severity is the user’s, else the message’s, else the rule’s', () => {
  const text = '{ "say": "x" }';
  const own = ruleOf('test/own');
  const louder = ruleOf(
    'test/louder',
    say(() => ({ severity: 'error' })),
  );
  const levels = (client?: unknown) =>
    lint('a.json', text, [own, louder], { client }).map(({ rule, severity }) => [rule.id, severity]);
  assert.deepEqual(levels(), [
    ['test/own', 'warning'],
    ['test/louder', 'error'],
  ]);
  assert.deepEqual(levels({ rules: { 'test/*': 'hint', 'test/own': 'information' } }), [
    ['test/own', 'information'],
    ['test/louder', 'hint'],
  ]);
  assert.deepEqual(levels({ rules: { 'test/louder': 'off' } }), [['test/own', 'warning']]);
});

test('a root is read again only when its text or something its rules asked for has changed', () => {
  let reads = 0;
  const kind: Kind<Saying> = {
    id: 'test.counting',
    read(root, surroundings) {
      reads++;
      surroundings.workspace.find('account', 'a@example.com');
      return sayings.read?.(root, surroundings) ?? [];
    },
  };
  const linter = linterOf([ruleOf('test/one', say(), { kind }), ruleOf('test/two', say(), { kind })]);
  const readsOf = (work: () => unknown): number => {
    const before = reads;
    work();
    return reads - before;
  };
  const first = fileOf('main.tf', 'locals {\n  say = "a"\n}\nlocals {\n  say = "b"\n}\n');
  const second = fileOf('main.tf', first.text.replace('"b"', '"c"'), first);
  const told = (name: string): Workspace => join([[accountFact(name)]], false);

  assert.equal(
    readsOf(() => linter.lint(first, emptyWorkspace, now)),
    first.roots.length,
  );
  assert.equal(
    readsOf(() => linter.lint(first, emptyWorkspace, now)),
    0,
  );
  assert.equal(
    readsOf(() => linter.lint(second, emptyWorkspace, now)),
    1,
  );
  assert.equal(
    readsOf(() => linter.lint(second, told('b@example.com'), now)),
    0,
  );
  assert.equal(
    readsOf(() => linter.lint(second, told('a@example.com'), now)),
    second.roots.length,
  );
  assert.equal(
    readsOf(() => linter.lint(second, told('a@example.com'), now)),
    0,
  );
  assert.equal(
    readsOf(() => linter.read(second, told('a@example.com')).policiesAt(12)),
    0,
  );
});

test('of a list only the items that changed are read again, by readers that read items one by one', () => {
  const read: string[] = [];
  const kind: Kind<Saying> = {
    id: 'test.items',
    read(root, surroundings) {
      read.push(root.text.trim());
      return sayings.read?.(root, surroundings) ?? [];
    },
    lists: 'items',
  };
  for (const [name, text] of [
    ['a.json', '[\n  {"say": "a"},\n  {"say": "b"}\n]\n'],
    ['a.yaml', '- say: a\n- say: b\n'],
  ] as const) {
    read.length = 0;
    const linter = linterOf([ruleOf('test/one', say(), { kind }), ruleOf('test/two')]);
    const first = fileOf(name, text);
    assert.deepEqual(marked(text, linter.lint(first, emptyWorkspace, now)).length, 4);
    assert.equal(read.length, 2);
    const typed = text.replace('b', 'bcd');
    const findings = linter.lint(fileOf(name, typed, first), emptyWorkspace, now);
    assert.deepEqual(new Set(marked(typed, findings)), new Set(name === 'a.json' ? ['"a"', '"bcd"'] : ['a', 'bcd']));
    assert.deepEqual(read.slice(2), [name === 'a.json' ? '{"say": "bcd"}' : '- say: bcd']);
  }
});

test('a fact that comes or goes is noticed', () => {
  const linter = linterOf([asking]);
  const file = fileOf('a.json', '{ "say": "a@example.com" }');
  assert.equal(linter.lint(file, emptyWorkspace, now).length, 0);
  assert.equal(linter.lint(file, join([[accountFact('a@example.com')]], false), now).length, 1);
  assert.equal(linter.lint(file, emptyWorkspace, now).length, 0);
});

test('what is remembered of a file keeps no workspace alive', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc');
  const linter = linterOf([asking]);
  const file = fileOf('a.json', '{ "say": "a@example.com" }');
  const seen = [0, 1, 2].map((index) => {
    const workspace = join([[accountFact(`${index}@example.com`)]], false);
    linter.lint(file, workspace, now);
    return new WeakRef(workspace);
  });
  // A weak reference holds on until the task that made it has ended.
  await setTimeout(0);
  collectGarbage();
  assert.deepEqual(
    seen.map((workspace) => workspace.deref()),
    [undefined, undefined, undefined],
  );
  assert.equal(linter.lint(file, emptyWorkspace, now).length, 0);
});

test('only what asked for the time is looked at again as time passes', () => {
  let checks = 0;
  const timed = ruleOf('test/timed', (saying, context) => {
    checks++;
    if (context.now.getTime() >= Date.parse('2026-06-16')) say()(saying, context);
  });
  const timeless = ruleOf('test/timeless', () => {
    checks++;
  });
  const file = fileOf('a.json', '{ "say": "x" }');
  const linter = linterOf([timed]);
  assert.equal(linter.lint(file, emptyWorkspace, now).length, 0);
  assert.equal(linter.lint(file, emptyWorkspace, new Date('2026-06-16T00:00:00Z')).length, 1);
  assert.equal(checks, 2);
  const other = linterOf([timeless]);
  other.lint(file, emptyWorkspace, now);
  other.lint(file, emptyWorkspace, new Date('2027-01-01T00:00:00Z'));
  assert.equal(checks, 3);
});

const asking = ruleOf('test/asking', (saying, context) => {
  if (context.workspace.find('account', saying.words).length > 0) say()(saying, context);
});

function accountFact(name: string): Fact {
  return {
    kind: 'account',
    name,
    value: { folder, address: 'google_service_account.a' },
    at: { uri: `${folder}/x.tf`, range: { start: 0, end: 1 } },
  };
}
