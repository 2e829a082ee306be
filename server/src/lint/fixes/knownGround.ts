import { isWhole } from '../../kinds/edits/wholeObject';
import type { Kind } from '../../kinds/kind';
import type { Policy } from '../../kinds/policy';
import { mappingsIn } from '../../kinds/reading/descend';
import { knownKeys, shapedObjects } from '../../kinds/shapedObjects';
import type { Entry, MappingNode, SyntaxNode } from '../../syntax/tree';
import { copiedNode, copiesIn, type TreeEdit, valuesOf } from '../../syntax/treeEdit';
import type { TextRange } from '../../text/range';
import { routeTo } from '../places/route';
import type { Change } from './change';

/**
 * What a change that claims to keep the meaning stands on. `known`: objects that hold nothing but fields of the kind, each once.
 * `unknown`: one of them may mean something else than it seems to, such as a binding with a misspelt condition. `foreign`: the policy
 * is a part of something whose reader may want it as it is.
 */
export type Ground = 'known' | 'unknown' | 'foreign';

/**
 * Says so of all objects that the edits of a change touch, and of those around them. Where unknown keys may be dropped, the other objects
 * of the policy count too, unless the fix gives a key its right name.
 */
export function groundOf(kind: Kind, policy: Policy, fix: Change): Ground {
  if ('disabled' in fix || !kind.objects) return 'known';
  const edits = fix.literal ? [writtenAt(fix.literal.use)] : fix.edits.filter((edit) => edit.kind !== 'removeComment');
  const renamed = new Set(edits.flatMap((edit) => (edit.kind === 'rename' ? [edit.entry] : [])));
  const { objects, isWholePolicy } = known(policy, kind);
  if (kind.unknownKeysAreDropped && renamed.size === 0 && !isWholePolicy) return 'unknown';
  const { around, inside } = touched(policy.node, policy.place.root.node, edits);
  // What is refused with one wrong key less is refused as before.
  const isBetter = renamed.size > 0 && !kind.unknownKeysAreDropped;
  const keysOf = (object: MappingNode) => (isBetter && objects.has(object) ? 'any' : objects.get(object));
  if (![...inside].every((object) => isWhole(object, keysOf(object), renamed))) return 'unknown';
  // In a Terraform file nothing is anybody else's.
  const wrappers = policy.place.resource ? 'any' : kind.wrappers;
  const isOurs = (object: MappingNode) => isWhole(object, objects.get(object) ?? wrappers);
  return [...around].every(isOurs) ? 'known' : 'foreign';
}

/** What a literal elsewhere does to the policy: another value where it is used. */
function writtenAt(range: TextRange): TreeEdit {
  return { kind: 'replace', node: { kind: 'opaque', range }, by: '' };
}

interface KnownPolicy {
  /** Each with the keys that it may hold, as they are spelled there. */
  readonly objects: ReadonlyMap<MappingNode, ReadonlySet<string> | 'any'>;
  readonly isWholePolicy: boolean;
}

/** Every finding of a policy asks. */
function known(policy: Policy, kind: Kind): KnownPolicy {
  const before = remembered.get(policy);
  if (before) return before;
  const objects = new Map(shapedObjects(kind, policy).map((object) => [object.node, knownKeys(object)]));
  const made = { objects, isWholePolicy: [...objects].every(([object, keys]) => isWhole(object, keys)) };
  remembered.set(policy, made);
  return made;
}

const remembered = new WeakMap<Policy, KnownPolicy>();

interface Touched {
  /** Objects outside of the policy. */
  readonly around: ReadonlySet<MappingNode>;
  readonly inside: ReadonlySet<MappingNode>;
}

function touched(policy: SyntaxNode, top: SyntaxNode, edits: readonly TreeEdit[]): Touched {
  const [around, inside] = [new Set<MappingNode>(), new Set<MappingNode>()];
  for (const edit of edits) {
    const { at, gone } = placesOf(edit);
    for (const place of at) {
      let reached = false;
      for (const node of nodesTo(top, place)) {
        reached ||= node === policy;
        if (node.kind === 'mapping') (reached ? inside : around).add(node);
      }
    }
    const copied = at.length > 0 ? valuesOf(edit).flatMap(copiesIn) : [];
    for (const node of [...gone, ...copied.map((copy) => copy[copiedNode])])
      for (const object of mappingsIn(node)) inside.add(object);
  }
  return { around, inside };
}

/** From the top to a node, or to what holds an entry. */
function nodesTo(top: SyntaxNode, place: SyntaxNode | Entry): readonly SyntaxNode[] {
  const steps = routeTo(top, place.range);
  const end = 'kind' in place ? steps.length : steps.findIndex(({ entry }) => entry === place);
  return [top, ...steps.slice(0, end < 0 ? steps.length : end).map(({ node }) => node)];
}

/** Where an edit changes something, and what it takes away as a whole. */
function placesOf(edit: TreeEdit): { readonly at: readonly (SyntaxNode | Entry)[]; readonly gone: readonly SyntaxNode[] } {
  switch (edit.kind) {
    case 'set':
      return { at: [edit.in], gone: [] };
    case 'insert':
      return { at: [edit.into], gone: [] };
    case 'remove':
      return 'entry' in edit ? { at: [edit.entry], gone: [edit.entry.value] } : { at: [edit.item], gone: [edit.item] };
    case 'rename':
      return { at: [edit.entry], gone: [] };
    case 'editString':
    case 'replace':
      return { at: [edit.node], gone: [] };
    default:
      return { at: [], gone: [] };
  }
}
