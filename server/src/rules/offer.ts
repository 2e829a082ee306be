import type { TreeEdit } from '../syntax/treeEdit';
import type { Refusal } from './refusals';
import type { Fix, FixClass, MessageArguments } from './rule';

/** A fix with the change it makes, or disabled with the reason why there is none. */
export function offer<Message extends string, Reason extends string = Refusal>(
  fix: {
    readonly title: Message;
    readonly arguments?: MessageArguments;
    readonly fixClass?: FixClass;
    readonly preferred?: boolean;
  },
  change: { readonly edits: readonly TreeEdit[] } | { readonly refused: Reason },
): Fix<Message | Reason> {
  if ('edits' in change) return { ...fix, edits: change.edits };
  return { title: fix.title, arguments: fix.arguments ?? {}, disabled: change.refused };
}
