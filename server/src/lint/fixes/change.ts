import type { Policy } from '../../kinds/policy';
import type { CommentEdit, TreeEdit } from '../../syntax/treeEdit';

/** What may be changed: a policy, and where the text of its outermost root starts in the file. A finding tells both, others may too. */
export interface ChangedPolicy {
  readonly policy: Pick<Policy, 'place' | 'dialect'>;
  readonly offset: number;
}

/**
 * A change of a policy's tree, whoever offers it: a rule's fix, or a refactoring where nothing is wrong. `disabled`: it exists and isn't
 * safe here, for the reason of that name.
 */
export type Change = { readonly edits: readonly (TreeEdit | CommentEdit)[] } | { readonly disabled: string };
