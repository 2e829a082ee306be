import { mappingsIn } from '../policies/descend';
import type { Finding, Fix } from '../rules/rule';
import type { Entry, MappingNode, SyntaxNode } from '../syntax/tree';
import { copiedNode, type TreeEdit, type Value } from '../syntax/treeEdit';
import { routeTo } from './route';

/**
 * What a change that claims to keep the meaning stands on. `known`: objects that hold nothing but fields of the kind, each once.
 * `unknown`: one of them may mean something else than it seems to, such as a binding with a misspelt condition. `foreign`: the policy
 * is a part of something whose reader may want it as it is.
 */
export type Ground = 'known' | 'unknown' | 'foreign';

/** Says so of all objects that the edits of a fix touch, and of those around them. */
export function groundOf({ rule: { reader }, policy }: Finding, fix: Fix): Ground {
  if ('disabled' in fix || !reader.isWhole) return 'known';
  const edits = fix.edits.filter((edit) => edit.kind !== 'removeComment');
  const renamed = new Set(edits.flatMap((edit) => (edit.kind === 'rename' ? [edit.entry] : [])));
  const { around, inside } = touched(policy.node, policy.place.root.node, edits);
  const isWhole = (object: MappingNode) => reader.isWhole?.(policy, object, renamed) === true;
  if (![...inside].every(isWhole)) return 'unknown';
  return [...around].every(isWhole) ? 'known' : 'foreign';
}

interface Touched {
  /** Objects outside of the policy. */
  readonly around: ReadonlySet<MappingNode>;
  readonly inside: ReadonlySet<MappingNode>;
}

function touched(policy: SyntaxNode, top: SyntaxNode, edits: readonly TreeEdit[]): Touched {
  const [around, inside] = [new Set<MappingNode>(), new Set<MappingNode>()];
  for (const edit of edits) {
    const { at, whole } = placesOf(edit);
    for (const { range } of at) {
      let reached = false;
      for (const node of [top, ...routeTo(top, range).map((step) => step.node)]) {
        reached ||= node === policy;
        if (node.kind === 'mapping') (reached ? inside : around).add(node);
      }
    }
    for (const node of whole) for (const object of mappingsIn(node)) inside.add(object);
  }
  return { around, inside };
}

/** Where an edit changes something, and what it takes away or copies as a whole. */
function placesOf(edit: TreeEdit): { readonly at: readonly (SyntaxNode | Entry)[]; readonly whole: readonly SyntaxNode[] } {
  switch (edit.kind) {
    case 'set':
      return { at: [edit.in], whole: copiesIn(edit.to) };
    case 'insert':
      return { at: [edit.into], whole: edit.values.flatMap(copiesIn) };
    case 'remove':
      return 'entry' in edit ? { at: [edit.entry], whole: [edit.entry.value] } : { at: [edit.item], whole: [edit.item] };
    case 'rename':
      return { at: [edit.entry], whole: [] };
    case 'replace':
      return { at: [edit.node], whole: copiesIn(edit.by) };
    default:
      return { at: [], whole: [] };
  }
}

function copiesIn(value: Value): readonly SyntaxNode[] {
  if (typeof value !== 'object' || value === null) return [];
  if (copiedNode in value) return [value[copiedNode] as SyntaxNode];
  return Object.values(value).flatMap(copiesIn);
}
