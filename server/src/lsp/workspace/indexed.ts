import type { WorkspaceIndex } from './workspaceIndex';

/** Resolves when every file of the workspace has been read once, or when nobody wants to wait any longer. */
export async function indexed(index: Pick<WorkspaceIndex, 'statistics'>, goesOn: () => boolean): Promise<void> {
  while (goesOn() && !index.statistics().complete) await new Promise((resume) => setTimeout(resume, patience));
}

/** In milliseconds, between two looks at the index. */
const patience = 50;
