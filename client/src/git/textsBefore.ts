import { type CancellationToken, type Uri, workspace } from 'vscode';
import type { GrantChangesParams } from '../protocol';
import { isPolicyOrDataFile } from '../selector';
import { type Change, type Repository, status } from './api';

/** What the files held at a commit that are different now, unsaved ones among them. */
export async function textsBefore(
  repository: Repository,
  commit: string,
  token: CancellationToken,
): Promise<GrantChangesParams['before']> {
  const files = await differentFiles(repository, commit);
  const texts: { uri: string; text: string | null }[] = [];
  const waiting = [...files.values()];
  const work = async () => {
    for (let file = waiting.pop(); file && !token.isCancellationRequested; file = waiting.pop())
      texts.push({ uri: file.uri.toString(), text: await textOf(file, repository, commit) });
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return texts;
}

/** How many programs of git run together. */
const atOnce = 4;

interface DifferentFile {
  readonly uri: Uri;
  /** Undefined where git doesn't tell. */
  readonly wasThere: boolean | undefined;
}

async function differentFiles(repository: Repository, commit: string): Promise<ReadonlyMap<string, DifferentFile>> {
  const found = new Map<string, DifferentFile>();
  const add = (uri: Uri, wasThere: boolean | undefined) => {
    if (isPolicyOrDataFile(uri) && !found.has(uri.toString())) found.set(uri.toString(), { uri, wasThere });
  };
  for (const change of await repository.diffWith(commit)) {
    const isNew = change.status === status.indexAdded;
    add(change.originalUri, !isNew);
    if (change.status === status.indexRenamed && change.renameUri) add(change.renameUri, false);
  }
  await repository.status();
  const { mergeChanges, workingTreeChanges, untrackedChanges = [] } = repository.state;
  const isUntracked = ({ status: state }: Change) => state === status.untracked;
  for (const { uri } of [...workingTreeChanges.filter(isUntracked), ...untrackedChanges]) add(uri, false);
  for (const { uri } of mergeChanges) add(uri, undefined);
  for (const { uri, isDirty } of workspace.textDocuments) if (isDirty) add(uri, undefined);
  return found;
}

async function textOf({ uri, wasThere }: DifferentFile, repository: Repository, commit: string): Promise<string | null> {
  if (wasThere === false) return null;
  try {
    return await repository.show(commit, uri.fsPath);
  } catch (error) {
    if (wasThere) throw error;
    return null;
  }
}
