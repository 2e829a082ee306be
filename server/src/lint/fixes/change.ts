import type { Policy } from '../../kinds/policy';
import type { Refusal } from '../../rules/refusals';
import type { Fix, MessageArguments } from '../../rules/rule';
import type { CommentEdit, TreeEdit } from '../../syntax/treeEdit';
import type { TextRange } from '../../text/range';
import type { Standing } from '../places/standing';

/** What may be changed: a policy, and where the text of its outermost root starts in the file. A finding tells both, others may too. */
export interface ChangedPolicy {
  readonly policy: Pick<Policy, 'place' | 'dialect'>;
  readonly offset: number;
}

/**
 * A change of a policy's tree, whoever offers it: a rule's fix, or a refactoring where nothing is wrong. `disabled`: it exists and isn't
 * safe here, for the reason of that name.
 */
export type Change =
  | {
      readonly edits: readonly (TreeEdit | CommentEdit)[];
      /** Where the edit changes no node of the policy's tree but what one comes from. */
      readonly literal?: LiteralEdit | undefined;
    }
  | { readonly disabled: string };

/** Another text in the place of a plain string that a value comes from. */
export interface LiteralEdit {
  /** The string with its quotes, wherever in the file. */
  readonly at: Standing;
  readonly newText: string;
  /** Where in the policy's root the value is used. */
  readonly use: TextRange;
}

/** What is offered for a finding: what its rule says, where it can be done. */
export type Repair = Fix & { readonly literal?: LiteralEdit };

/** The fix, disabled for a reason of those that all rules have, whose words may take arguments. */
export function refused(fix: Fix, disabled: Refusal, named: MessageArguments = {}): Fix {
  return 'disabled' in fix ? fix : { title: fix.title, arguments: { ...fix.arguments, ...named }, disabled };
}
