import { emptyWorkspace, type Workspace, watch } from '../workspace/index/workspace';

/** What some work asked of a workspace, kept with its result. */
export interface Asked {
  /** Whether a workspace gives the same answers. */
  agreesWith(workspace: Workspace): boolean;
  /** Whether it asked nothing, so that any workspace does. */
  readonly isNothing: boolean;
}

/** Does the work, and tells with its result what it asked. */
export function asking<T>(workspace: Workspace, work: (watched: Workspace) => T): { readonly result: T; readonly asked: Asked } {
  const lent = lend(workspace);
  const watched = watch(lent.workspace);
  const result = work(watched);
  lent.takeBack();
  if (watched.askedNothing) return { result, asked: askedNothing };
  // Held weakly: each workspace holds the facts of all files.
  const agreeing = new WeakSet([workspace]);
  const agreesWith = (other: Workspace) => {
    if (agreeing.has(other)) return true;
    if (!watched.agreesWith(other)) return false;
    agreeing.add(other);
    return true;
  };
  return { result, asked: { agreesWith, isNothing: false } };
}

/** What several asked. */
export function allAsked(all: readonly Asked[]): Asked {
  const some = all.filter(({ isNothing }) => !isNothing);
  if (some.length < 2) return some[0] ?? askedNothing;
  return { agreesWith: (workspace) => some.every((asked) => asked.agreesWith(workspace)), isNothing: false };
}

export const askedNothing: Asked = { agreesWith: () => true, isNothing: true };

/** A view that forgets the workspace when the work is done: what is cached of a root must not keep old facts of all files. */
export function lend(workspace: Workspace): { readonly workspace: Workspace; takeBack(): void } {
  const { complete } = workspace;
  let lent: Workspace | undefined = workspace;
  return {
    workspace: {
      get base() {
        return lent && (lent.base ?? lent);
      },
      complete,
      find: (kind, name) => lent?.find(kind, name) ?? [],
      reach: (relation, from) => (lent ?? emptyWorkspace).reach(relation, from),
    },
    takeBack() {
      lent = undefined;
    },
  };
}
