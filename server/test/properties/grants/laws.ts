import assert from 'node:assert/strict';
import { summarise } from '../../../src/kinds/facts';
import { renderFix } from '../../../src/lint/fixes/fix';
import { createLinter, type Linter } from '../../../src/lint/lint';
import type { PlacedFinding } from '../../../src/lint/places/placedFinding';
import { readSettings, type Settings } from '../../../src/lint/settings/settings';
import { rules } from '../../../src/rules/index.generated';
import type { Fix } from '../../../src/rules/rule';
import { formatOf, parseSourceFile, type SourceFile } from '../../../src/syntax/sourceFile';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import { applyEdits } from '../../../src/text/edit';
import { join } from '../../../src/workspace/index/workspace';
import { accessOf, type Grant, grantsOf, readWorld, type Texts, type World } from './access';
import { addressesIn } from './expressions';
import { assignmentOf, type Scenario } from './scenarios';

await prepareTerraform();

const removing = new Set([
  'service-account/default-account-grant',
  'allow-policy/public-access',
  'allow-policy/deleted-member',
  'allow-policy/external-member',
]);

/** Takes each action that is offered, on its own, and compares what the texts say before and after. */
export async function everyActionKeepsTheLaw(
  { texts, groups }: Scenario,
  tried: Tried,
  tell: (step: string) => void,
): Promise<void> {
  const { settings } = readSettings({ client: { groups }, folder });
  const linter = createLinter({ rules, settings, onFault: (_, error) => fail(error) });
  const listed = Object.fromEntries(
    Object.entries(groups).map(([group, members]) => [
      group.slice('group:'.length),
      members.map((one) => one.replace(/^\w+:/, '')),
    ]),
  );
  const before = await readWorld(texts, listed);
  for (const name of Object.keys(texts)) {
    const { file, findings } = lint(name, texts, settings, linter);
    for (const finding of findings) {
      const isGroup = finding.rule.id === 'service-account/group-grant';
      if (!isGroup && !removing.has(finding.rule.id)) continue;
      for (const fix of finding.fixes()) {
        if ('disabled' in fix) continue;
        const edits = renderFix(file.text, finding, fix);
        if (!edits) continue;
        const told = `${finding.rule.id} ${fix.title} in ${name}`;
        tell(JSON.stringify({ told, texts, groups }));
        const changed = { ...texts, [name]: applyEdits(file.text, edits) };
        tried[fix.title] = (tried[fix.title] ?? 0) + 1;
        await about(`${told}\n${changed[name]}`, async () => {
          const after = await readWorld(changed, listed);
          if (isGroup) keepsAccess(before, after, fix);
          if (isGroup && fix.title.startsWith('replace')) leavesNoGroup(before, after);
          else if (fix.title === 'remove') takesOne(before, after);
          else keepsAccess(before, after, fix);
          standsAsTerraform(before, after);
          usesTheProvider(before, after, finding.policy.place.resource?.address);
          keepsComments(texts[name] ?? '', changed[name] ?? '', /\.(tf|yaml)$/.test(name));
          const then = lint(name, changed, settings, linter);
          bringsNoWarning(findings, then.findings);
          if (isGroup) assert.ok(countOf(then.findings, finding) < countOf(findings, finding), 'the finding still stands');
        });
      }
    }
  }
}

/** How often each action was taken. */
export type Tried = Record<string, number>;

const assignments = Array.from({ length: 8 }, (_, index) => assignmentOf(index + 1));
/** So many that what is the same under all of them is the same. */
const manyAssignments = Array.from({ length: 32 }, (_, index) => assignmentOf(index + 1));

function keepsAccess(before: World, after: World, { title }: Fix): void {
  for (const assigned of assignments) {
    const had = accessOf(before, assigned);
    const has = accessOf(after, assigned, before);
    const lost = [...had].filter((one) => !has.has(one));
    const gained = [...has].filter((one) => !had.has(one));
    assert.deepEqual({ lost, gained }, { lost: [], gained: [] }, `${title} changes who may do what`);
  }
}

/** What is taken from a group it surely doesn't have once more. */
function leavesNoGroup(before: World, after: World): void {
  const again = manyAssignments.map((assigned) => {
    const had = grantsOf(before, assigned).filter(isOfGroup);
    const has = grantsOf(after, assigned, before).filter(isOfGroup);
    const left = has.map(grantKey);
    const taken = had.filter((one) => {
      const at = left.indexOf(grantKey(one));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    return new Set(taken.filter((one) => has.some((other) => isAgain(one, other))).map(({ by }) => by));
  });
  const [first = new Set<string>()] = again;
  const always = [...first].filter((by) => again.every((one) => one.has(by)));
  assert.deepEqual(always, [], 'the group still has the role');
}

function isOfGroup({ member }: Grant): boolean {
  return /^group:/i.test(member);
}

/** Whether one grant gives again what the other gives. One that takes from others what they have is found by itself. */
function isAgain(one: Grant, other: Grant): boolean {
  const isMember = ({ by }: Grant) => /_iam_member\./.test(by);
  if (one.terms !== other.terms || one.member.toLowerCase() !== other.member.toLowerCase()) return false;
  return one.by === other.by || (isMember(one) && isMember(other));
}

function takesOne(before: World, after: World): void {
  for (const assigned of assignments) {
    // In each making of a module it is another one.
    const inOne = (world: World) => grantsOf(world, assigned, before).filter(({ making }) => making === 0);
    const had = inOne(before).map(grantKey);
    const has = inOne(after).map(grantKey);
    const left = [...had];
    for (const one of has) {
      const at = left.indexOf(one);
      assert.ok(at >= 0, `after the removal there is ${one}`);
      left.splice(at, 1);
    }
    // A policy of which several have their bindings is one text; where count leaves none there was nothing in force.
    const taken = new Set(left.map((one) => one.replace(/\[[^\]]*\] /, ' ')));
    const mayBeNone = [...before.resources, ...before.calls].some(({ body }) => 'count' in body || 'for_each' in body);
    assert.ok(taken.size === 1 || (mayBeNone && taken.size === 0), `the removal takes ${JSON.stringify(left)}`);
  }
}

function grantKey({ by, terms, member }: Grant): string {
  return `${by} ${terms} ${member}`;
}

function standsAsTerraform(before: World, after: World): void {
  const had = countsOf(before);
  for (const [address, count] of countsOf(after))
    assert.ok(count <= Math.max(1, had.get(address) ?? 0), `${address} stands ${count} times`);
  const known = new Set(before.resources.map(({ address }) => address));
  for (const { address } of after.resources)
    assert.ok(known.has(address) || !after.taken.includes(address), `${address} is moved, imported or removed elsewhere`);
  const counted = new Set(
    after.resources.filter(({ body }) => 'count' in body || 'for_each' in body).map(({ address }) => address),
  );
  for (const { address, body } of after.resources) {
    const old = before.resources.find((one) => one.address === address);
    const text = JSON.stringify(body);
    if (old && JSON.stringify(old.body) === text) continue;
    const oldText = JSON.stringify(old?.body ?? {});
    for (const named of addressesIn(body).filter((one) => !addressesIn(old?.body ?? {}).includes(one))) {
      if (named.startsWith('data.google_service') || named.startsWith('data.google_compute')) continue;
      assert.ok(
        after.resources.some((one) => one.address === named),
        `${address} refers to ${named}, which isn’t there`,
      );
    }
    for (const named of counted) {
      const bare = new RegExp(`(?<![\\w.])${named.replaceAll('.', '\\.')}\\.(member|email)`);
      assert.ok(!bare.test(text) || bare.test(oldText), `${address} refers to ${named} without an index`);
    }
    const isKept = JSON.stringify(old?.body.lifecycle ?? '').includes('prevent_destroy');
    assert.ok(!isKept || JSON.stringify(old?.body.member) === JSON.stringify(body.member), `${address} can’t be replaced`);
  }
  if (circleIn(before) === undefined) assert.equal(circleIn(after), undefined, 'a circle');
}

/** What is made beside a resource is made through the same provider. */
function usesTheProvider(before: World, after: World, beside: string | undefined): void {
  const provider = before.resources.find(({ address }) => address === beside)?.body.provider;
  for (const { address, body } of after.resources.filter((one) => !before.resources.some((old) => old.address === one.address)))
    assert.deepEqual(body.provider, provider, `the provider of ${address}`);
}

function countsOf({ resources }: World): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { address } of resources) counts.set(address, (counts.get(address) ?? 0) + 1);
  return counts;
}

function circleIn({ resources, locals }: World): string | undefined {
  const inLocals = addressesIn(locals);
  const edges = new Map(
    resources.map(({ address, body }) => {
      const named = addressesIn({ ...body, lifecycle: undefined });
      return [address, /local\./.test(JSON.stringify(body)) ? [...named, ...inLocals] : named] as const;
    }),
  );
  const state = new Map<string, 'open' | 'done'>();
  const visit = (address: string): string | undefined => {
    if (state.get(address) === 'open') return address;
    if (state.has(address)) return undefined;
    state.set(address, 'open');
    for (const next of edges.get(address) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    state.set(address, 'done');
    return undefined;
  };
  for (const address of edges.keys()) {
    const found = visit(address);
    if (found) return found;
  }
  return undefined;
}

/** Every comment stays, but for the one at the end of a line that goes. */
function keepsComments(before: string, after: string, hasComments: boolean): void {
  if (!hasComments) return;
  for (const [note] of before.matchAll(/keep-\d+-note/g)) assert.ok(after.includes(note), `${note} is lost`);
  for (const line of before.split('\n')) {
    const [, code = '', note = ''] = /^(.*?)\s*# (tail-\d+-note)/.exec(line) ?? [];
    const goes = linesWith(after, code) < linesWith(before, code);
    assert.ok(note === '' || after.includes(note) || goes, `${note} is lost`);
  }
}

function linesWith(text: string, code: string): number {
  const bare = (line: string) => line.replace(/#.*/, '').trim().replace(/,$/, '');
  return text.split('\n').filter((line) => bare(line) === bare(code)).length;
}

/** Who loses a grant of their own may be left with that of a group, which is found then. */
function bringsNoWarning(before: readonly PlacedFinding[], after: readonly PlacedFinding[]): void {
  const had = new Set([...before.map(({ rule }) => rule.id), 'service-account/group-grant']);
  const fresh = after.filter(({ rule, severity }) => /error|warning/.test(severity) && !had.has(rule.id));
  assert.deepEqual(
    fresh.map(({ rule, message }) => `${rule.id} ${message}`),
    [],
  );
}

function countOf(findings: readonly PlacedFinding[], { rule, message }: PlacedFinding): number {
  return findings.filter((one) => one.rule === rule && one.message === message).length;
}

function lint(
  name: string,
  texts: Texts,
  settings: Settings,
  linter: Linter,
): { readonly file: SourceFile; readonly findings: readonly PlacedFinding[] } {
  const files = Object.entries(texts).map(([one, text]) => parseSourceFile(`${folder}/${one}`, text, formatOf(one) ?? 'json'));
  const workspace = join(
    files.map((file) => summarise(file, { group: settings.groupFor(file.uri) })),
    true,
  );
  const file = files[Object.keys(texts).indexOf(name)];
  if (!file) throw new Error(`no file ${name}`);
  return { file, findings: linter.lint(file, workspace, now) };
}

async function about(what: string, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\nafter ${what}`, { cause });
  }
}

function fail(error: unknown): never {
  throw error;
}

const folder = 'file:///workspace';
const now = new Date('2026-01-15T12:00:00Z');
