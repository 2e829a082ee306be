import assert from 'node:assert/strict';
import { summarise } from '../../../src/kinds/facts';
import type { AccessLevel } from '../../../src/kinds/gcp/access-level/policy';
import { renderFix } from '../../../src/lint/fixes/fix';
import { createLinter } from '../../../src/lint/lint';
import type { PlacedFinding } from '../../../src/lint/places/placedFinding';
import { readSettings } from '../../../src/lint/settings/settings';
import { rules } from '../../../src/rules/index.generated';
import { formatOf, parseSourceFile } from '../../../src/syntax/sourceFile';
import { prepareTerraform } from '../../../src/syntax/terraform/reading/grammar';
import { applyEdits } from '../../../src/text/edit';
import { join } from '../../../src/workspace/index/workspace';
import { type Files, factoryName, readFiles, type World, worldOf } from './evaluate';
import type { Levels } from './generate';
import { containsRange, hasBitsBehind, isTooWide, type Range, rangeOf } from './ranges';
import { placeholderUser, type Request, variablePolicy } from './requests';

await prepareTerraform();

const folder = 'file:///workspace';

/** Every action that the rules on access levels offer for the files leaves who passes which level as its title says. */
export async function checkActions({ files, settings }: Levels, requests: readonly Request[]): Promise<void> {
  const read = readSettings({ client: settings, folder });
  const before = await readFiles(files);
  const worldsBefore = new Map<Request, World>();
  const found = lint(files, read);
  for (const [name, findings] of found) {
    for (const finding of findings) {
      if (!finding.rule.id.startsWith('access-level/')) continue;
      for (const fix of finding.fixes()) {
        if ('disabled' in fix) continue;
        const edits = renderFix(files[name] ?? '', finding, fix);
        if (!edits) continue;
        const changed = { ...files, [name]: applyEdits(files[name] ?? '', edits) };
        const told = `${finding.rule.id} · ${fix.title}\n${files[name]}\n→\n${changed[name]}\n`;
        const after = await readFiles(changed).catch((error: unknown) => assert.fail(`${String(error)}\n${told}`));
        keepsComments(files[name] ?? '', changed[name] ?? '', told);
        const foundAfter = lint(changed, read);
        bringsNothingNew(found, foundAfter, told);
        assert.ok(timesFound(finding.rule.id, foundAfter) < timesFound(finding.rule.id, found), `the finding stands\n${told}`);
        writesWhatIsMeant(before.get(name), after.get(name), fix.title, told);
        const own = ownName(finding);
        const isWished = wishedOf(settings, own, timesAsked(changed[name]) > timesAsked(files[name]));
        for (const request of requests) {
          const worldBefore = worldsBefore.get(request) ?? worldOf(before, request.variables);
          worldsBefore.set(request, worldBefore);
          const worlds = { before: worldBefore, after: worldOf(after, request.variables) };
          if (request === requests[0]) isWhole(worlds, own, { files, changed }, told);
          if (fix.title === 'add') addsWished(worlds, own, request, isWished, told);
          else if (fix.title === 'remove' || fix.title === 'requireAll') narrows(worlds, own, request, told);
        }
      }
    }
  }
}

interface Worlds {
  readonly before: World;
  readonly after: World;
}

function lint(files: Files, { settings }: ReturnType<typeof readSettings>): ReadonlyMap<string, readonly PlacedFinding[]> {
  const sources = Object.entries(files).map(([name, text]) => {
    const uri = `${folder}/${name}`;
    return [name, parseSourceFile(uri, text, formatOf(uri) ?? 'json')] as const;
  });
  const workspace = join(
    sources.map(([, file]) => summarise(file, { group: undefined })),
    true,
  );
  const linter = createLinter({
    rules,
    settings,
    onFault: (_, error) => {
      throw error;
    },
  });
  return new Map(sources.map(([name, file]) => [name, linter.lint(file, workspace, new Date('2026-01-15T12:00:00Z'))]));
}

/** The full name of the level that a finding is about; undefined where there is none that anybody could ask for. */
function ownName({ policy }: PlacedFinding): string | undefined {
  const { id, name, dialect, form, place } = policy as AccessLevel;
  if (form !== 'level' || id === undefined) return undefined;
  if (dialect.name === 'fabric') return factoryName(id);
  const text = name.state === 'known' ? name.value.text : undefined;
  if (text !== undefined) return text;
  return place.root.text.includes('${each.key}') ? undefined : `accessPolicies/${variablePolicy}/accessLevels/${id}`;
}

type IsWished = (request: Request, before: World) => boolean;

/** Where nobody has told who is to get in, they are the people of the emergency level that the access policy has already. */
function wishedOf(settings: Levels['settings'], own: string | undefined, asksForLevel: boolean): IsWished {
  const told = settings['emergencyAccess.members'] as readonly string[] | undefined;
  if (told || !asksForLevel) return ({ user }) => (told ?? [placeholderUser]).includes(user);
  const level = own?.replace(/[^/]+$/, 'emergency_access') ?? '';
  return (request, before) => before.names.includes(level) && request.user.startsWith('user:') && before.meets(level, request);
}

function timesAsked(text = ''): number {
  return text.split(/\blevels\.emergency_access\b/).length;
}

/** Who doesn't stand in for an emergency passes what he passed before; who does passes the level as well. */
function addsWished(worlds: Worlds, own: string | undefined, request: Request, isWishedFor: IsWished, told: string): void {
  const { before, after } = worlds;
  const isWished = isWishedFor(request, before);
  for (const name of new Set(before.names)) {
    const [was, is] = [before.meets(name, request), after.meets(name, request)];
    if (!isWished) assert.equal(is, was, `${name} for ${JSON.stringify(request)}\n${told}`);
    else if (name === own) assert.equal(is, true, `${name} keeps ${request.user} out\n${told}`);
  }
}

/** Nobody passes the level who didn't pass before, and nobody is kept from a level that asks for the opposite. */
function narrows({ before, after }: Worlds, own: string | undefined, request: Request, told: string): void {
  for (const name of new Set(before.names)) {
    if (own !== undefined && name !== own) continue;
    const [was, is] = [before.meets(name, request), after.meets(name, request)];
    assert.ok(was || !is, `${name} opens for ${JSON.stringify(request)}\n${told}`);
  }
}

/** Nothing is there twice that wasn't before, and every level that is asked for is there. */
function isWhole(
  { before, after }: Worlds,
  own: string | undefined,
  { files, changed }: { readonly files: Files; readonly changed: Files },
  told: string,
): void {
  const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);
  assert.deepEqual(twice(after.names), twice(before.names), `a level twice\n${told}`);
  assert.deepEqual(twice(after.addresses), twice(before.addresses), `an address twice\n${told}`);
  const texts = (of: Files) => Object.values(of).join('\n');
  const isNew = (text: string) => !texts(files).includes(text);
  for (const [address] of texts(changed).matchAll(/google_access_context_manager_access_level\.\w+/g))
    assert.ok(after.addresses.includes(address) || !isNew(address), `${address} isn’t there\n${told}`);
  for (const [word, id = ''] of texts(changed).matchAll(/\blevels\.(\w+)/g)) {
    // An expression asks for a level of its own access policy.
    const policy = own?.replace(/\/accessLevels\/.*/, '') ?? '';
    const isThere = after.names.some((name) => name.startsWith(policy) && name.endsWith(`/accessLevels/${id}`));
    assert.ok(isThere || !isNew(word), `${word} isn’t there\n${told}`);
  }
}

function timesFound(id: string, found: ReadonlyMap<string, readonly PlacedFinding[]>): number {
  return [...found.values()].flat().filter(({ rule }) => rule.id === id).length;
}

/** No value is put in place of another that it can't have meant, and no range that lets in everybody or nearly. */
function writesWhatIsMeant(before: unknown, after: unknown, title: string, told: string): void {
  const come = without(textsIn(after), textsIn(before));
  const gone = without(textsIn(before), textsIn(after));
  for (const text of come) {
    const range = rangeOf(text);
    if (range) assert.ok(!isTooWide(range) && !hasBitsBehind(range), `${text} is written\n${told}`);
  }
  if (!title.startsWith('write')) return;
  assert.deepEqual([come.length, gone.length], [1, 1], `more than a value is changed\n${told}`);
  const [[is = ''], [was = '']] = [come, gone];
  assert.ok(mayMean(was, is), `${was} becomes ${is}\n${told}`);
}

/** Whether the one may be a slip of the other. */
function mayMean(was: string, is: string): boolean {
  const [range, meant] = [rangeOf(was), rangeOf(is)];
  if (range || meant)
    return range !== undefined && meant !== undefined && holdsAddress(meant, range) && containsRange(range, meant);
  if (was === 'UK') return is === 'GB';
  if (was === 'KOR') return is === 'KR';
  return is.toLowerCase() === was.toLowerCase() || (was.endsWith('.gserviceaccount.com') && is === `serviceAccount:${was}`);
}

function holdsAddress(range: Range, { version, address }: Range): boolean {
  return containsRange(range, { version, address, length: version === 4 ? 32 : 128 });
}

/** All strings of a document, wherever they stand. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function without(texts: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Marks of the generator: `c…` on lines of their own and inside of expressions. */
function keepsComments(before: string, after: string, told: string): void {
  const marks = (text: string) => [...text.matchAll(/(?:#|\/\/) (c\w+)/g)].map(([, mark]) => mark).sort();
  const left = marks(after);
  for (const mark of marks(before)) {
    const at = left.indexOf(mark);
    assert.ok(at >= 0, `the comment ${mark} is lost\n${told}`);
    left.splice(at, 1);
  }
}

function bringsNothingNew(
  before: ReadonlyMap<string, readonly PlacedFinding[]>,
  after: ReadonlyMap<string, readonly PlacedFinding[]>,
  told: string,
): void {
  const grave = (found: ReadonlyMap<string, readonly PlacedFinding[]>) =>
    [...found.values()]
      .flat()
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ rule }) => rule.id);
  const left = grave(before);
  for (const one of grave(after)) {
    const at = left.indexOf(one);
    assert.ok(at >= 0, `the new finding ${one}\n${told}`);
    left.splice(at, 1);
  }
}
