import { isMentioned } from '../../kinds/edits/freeNames';
import { namesAreTold, summarise } from '../../kinds/facts';
import type { Finding, Fix } from '../../rules/rule';
import type { PlacedRoot } from '../../syntax/format';
import { parseSourceFile, type SourceFile } from '../../syntax/sourceFile';
import { applyEdits } from '../../text/edit';
import { contains, shift, type TextRange } from '../../text/range';
import type { FileHints } from '../../workspace/index/factReader';
import type { Place } from '../../workspace/index/facts';
import { join, type Workspace } from '../../workspace/index/workspace';
import { type InstanceTexts, instanceTexts } from '../../workspace/terraform/names/instanceTexts';
import { valueBehind } from '../../workspace/terraform/names/layout';
import { moduleScopes } from '../../workspace/terraform/names/scope';
import { addressIn, type Users, usersOf } from '../../workspace/terraform/names/users';
import { folderOf, terraformResources } from '../../workspace/terraform/resources';
import { isMark } from '../../workspace/terraform/values/sensitive';
import { standingAt } from '../places/causes';
import type { Standing } from '../places/standing';
import { type Repair, refused } from './change';

/** What is to be known of the file to tell whom a literal serves. */
export interface LiteralGround {
  readonly file: SourceFile;
  readonly workspace: Workspace;
  readonly hints: FileHints;
  placeNow(place: Place): Place;
}

/** A finding and where its root starts, with the other places of the file where the same literal is the same fault. */
export type CausedFinding = Finding & { readonly offset: number; readonly uses: readonly Place[] };

/**
 * A fix of a value that comes from elsewhere, as an edit of the literal that it comes from; refused where that is no plain string of the
 * file, and where it isn't proven that all that changes is this very value, wherever it is a fault.
 */
export function repairAtLiteral(fix: Fix, finding: CausedFinding, ground: LiteralGround): Repair {
  const [edit, ...more] = 'edits' in fix ? fix.edits : [];
  const behind = edit?.kind === 'replace' && more.length === 0 ? valueBehind(edit.node) : undefined;
  const by = edit?.kind === 'replace' ? edit.by : undefined;
  const { place } = finding.policy;
  if (!behind?.literal || behind.value.kind !== 'string' || behind.value.from.some(isMark)) return refused(fix, 'notLiteral');
  const at = isOwn(behind.literal, finding)
    ? { root: finding.root, range: behind.literal.range, offset: finding.offset }
    : standingAt(ground.file, behind.literal, ground.placeNow);
  if (typeof by !== 'string' || !at || place.root !== place.outer || !isPlain(at, behind.value.text) || !plain.test(by))
    return refused(fix, 'notLiteral');
  if (!ground.workspace.complete) return refused(fix, 'stillReading');
  if (behind.assumed || ground.file.roots.some(({ root }) => root.broken)) return refused(fix, 'unsure');
  const literal = { at, newText: `"${by}"`, use: behind.at };
  const users = usersOf(at, ground.file, ground.workspace);
  const others = otherUsers({ literal, users, was: behind.value.text, by }, finding, ground);
  if (others === 'unsure') return refused(fix, 'unsure');
  if (others.length > 0) return refused(fix, 'usedElsewhere', { others: listed(others) });
  // What is repaired at several places at once is looked at first.
  return { ...fix, edits: [], literal, ...(users.blocks.length > 1 && { fixClass: 'changes' }) };
}

/** Whether a place is told in the root of the finding itself. */
function isOwn({ within }: Place, { root }: Finding): boolean {
  return within?.root === root && within.fact === undefined;
}

/** Without an escape, so that what is written is what is meant, in quotes. */
const plain = /^[^"\\$%\p{Cc}]+$/u;

function isPlain({ root, range }: Standing, text: string): boolean {
  return root.format.name === 'terraform' && plain.test(text) && root.text.slice(range.start, range.end) === `"${text}"`;
}

interface Tried {
  readonly literal: NonNullable<Repair['literal']>;
  readonly users: Users;
  readonly was: string;
  readonly by: string;
}

/** Who else uses it, and the blocks in which the edit would change more than the values that are at fault, each read with the edit made. */
function otherUsers(
  { literal, users, was, by }: Tried,
  finding: CausedFinding,
  ground: LiteralGround,
): readonly string[] | 'unsure' {
  const { file, workspace } = ground;
  if (users.others.length > 0) return [...users.others, ...users.blocks.map((block) => addressIn(block, file.uri))];
  const { at, newText } = literal;
  const text = applyEdits(file.text, [{ range: shift(at.range, at.offset), newText }]);
  const edited = parseSourceFile(file.uri, text, file.format, file);
  if (edited.roots.length !== file.roots.length) return 'unsure';
  const after = withFile(workspace, edited, ground.hints);
  const uses = [
    shift(literal.use, finding.offset),
    ...finding.uses.flatMap(({ uri, range }) => (uri === file.uri ? [range] : [])),
  ];
  const others: string[] = [];
  for (const block of users.blocks) {
    const own = block.root === at.root ? at.range : undefined;
    const now = edited.roots[file.roots.indexOf(block)];
    const isFault = (argument: TextRange) => uses.some((use) => contains(shift(argument, block.offset), use));
    const before = read(block, workspace, file.uri, { locals: users.locals, literal: own }, (text, argument) =>
      text.text === was && isFault(argument) && text.from.some((place) => isSame(place, at)) ? by : text.text,
    );
    const grown = own && { start: own.start, end: own.start + newText.length };
    const then = now && read(now, after, file.uri, { locals: users.locals, literal: grown }, ({ text }) => text);
    if (!before || !then) return 'unsure';
    const isAsSaid = JSON.stringify(before.map(({ said }) => said)) === JSON.stringify(then.map(({ said }) => said));
    const keysStay = JSON.stringify(before.map(({ keys }) => keys)) === JSON.stringify(then.map(({ keys }) => keys));
    if (!isAsSaid || !(keysStay || isNamedByNobody(block, file.uri, workspace))) others.push(addressIn(block, file.uri));
  }
  return others;
}

/** For each module that the text makes. */
function read(
  { root }: PlacedRoot,
  workspace: Workspace,
  uri: string,
  concerned: Parameters<typeof instanceTexts>[1],
  write: Parameters<typeof instanceTexts>[2],
): readonly InstanceTexts[] | undefined {
  const all = moduleScopes(folderOf(uri), workspace, root, uri).map((scope) => instanceTexts(scope, concerned, write));
  const told = all.filter((one) => one !== undefined);
  return told.length === all.length ? told : undefined;
}

/** Whether a place, which may have been told before the last edits, is that of the literal. */
function isSame({ range, within }: Place, { root, range: { start, end } }: Standing): boolean {
  return within?.root.text === root.text && range.start - within.start === start && range.end - within.start === end;
}

/** Of what repairs may take away it is told who names it, and its keys may change where nobody does. */
function isNamedByNobody({ root }: PlacedRoot, uri: string, workspace: Workspace): boolean {
  const [resource] = terraformResources(root, uri);
  return resource !== undefined && namesAreTold(resource.type) && !isMentioned(resource, workspace);
}

/** The workspace as if the file were another one. */
function withFile(workspace: Workspace, file: SourceFile, hints: FileHints): Workspace {
  const own = join([summarise(file, hints)], workspace.complete);
  return {
    complete: workspace.complete,
    find: (kind, name) => [...workspace.find(kind, name).filter(({ at }) => at.uri !== file.uri), ...own.find(kind, name)],
    reach: workspace.reach,
  };
}

function listed(names: readonly string[]): string {
  const some = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${some}, …` : some;
}

const mostNamed = 5;
