import { formatOf } from '../../syntax/sourceFile';
import { isInside, pathInside } from '../../workspace/files/address';
import { tellsFiles } from '../../workspace/index/namedFiles';
import type { Workspace } from '../../workspace/index/workspace';
import type { FileAccess } from '../../workspace/terraform/functions/definition';
import type { ModuleFile } from '../../workspace/terraform/modules/configuration';
import type { Documents } from '../documents/documents';
import type { SettingsStore } from '../settings/settingsStore';
import type { ReadQueue } from './readQueue';
import type { WorkspaceFiles } from './workspaceFiles';
import type { WorkspaceIndex } from './workspaceIndex';

export interface WorkspaceTextsSurroundings {
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly index: Pick<WorkspaceIndex, 'folders' | 'statistics' | 'workspaceFor'>;
  readonly workspaceFiles: WorkspaceFiles;
}

/** What is read of the workspace, as it is now. */
export interface WorkspaceTexts {
  /** In the order of their addresses. */
  readonly files: readonly ModuleFile[];
  /** The addresses of those that are too large, or that nobody may read. */
  readonly unreadable: readonly string[];
  /** What Terraform's functions read of these texts, or of others in their place. */
  storedIn(files: readonly ModuleFile[]): FileAccess;
}

/**
 * Reads all files of the workspace folders, a few at a time as long as `goesOn`; an open document wins over its file. Without a folder,
 * what is open and stands beside it is all there is.
 */
export async function readWorkspaceTexts(
  surroundings: WorkspaceTextsSurroundings,
  queue: ReadQueue<string | undefined>,
  listener: { readonly goesOn: () => boolean; readonly progressed: (done: number, all: number) => void },
): Promise<WorkspaceTexts> {
  const { documents, index, workspaceFiles } = surroundings;
  const addresses = new Set((await workspaceFiles.list()).filter((address) => isWithin(address, surroundings)));
  for (const { address } of [...documents.all()]) if (await isRead(address, surroundings)) addresses.add(address);
  const texts = new Map<string, string | undefined>();
  const readings = [...addresses].sort().map((address) => ({
    address,
    read: async () => documents.get(address)?.text ?? (await workspaceFiles.read(address)),
    take: (text: string | undefined) => void texts.set(address, text),
  }));
  await queue.readAll(readings, {
    goesOn: listener.goesOn,
    progressed: (count) => listener.progressed(count, readings.length),
  });
  return {
    files: [...texts].flatMap(([uri, text]) => (text === undefined ? [] : [{ uri, text }])),
    unreadable: [...texts].flatMap(([uri, text]) => (text === undefined && formatOf(uri) ? [uri] : [])),
    storedIn: (files) => storedIn(files, index.workspaceFor('')),
  };
}

/** `workspace` knows which files are read. */
function storedIn(files: readonly ModuleFile[], workspace: Workspace): FileAccess {
  const texts = new Map(files.map(({ uri, text }) => [uri, text]));
  return {
    text(address) {
      const text = texts.get(address);
      return text?.includes('\uFFFD') ? undefined : text;
    },
    below(folder, pattern) {
      if (!tellsFiles(folder, pattern, workspace)) return undefined;
      return [...texts.keys()].flatMap((uri) => (isInside(uri, folder) ? pathInside(uri, folder) : []));
    },
  };
}

/** Whether a file counts, be it there or not. */
export async function isRead(address: string, surroundings: WorkspaceTextsSurroundings): Promise<boolean> {
  const { settings, workspaceFiles } = surroundings;
  if ((formatOf(address) === undefined && !workspaceFiles.named().holds(address)) || !isWithin(address, surroundings))
    return false;
  return (await workspaceFiles.admits(address)) && !(await settings.of(address)).excluded(address);
}

function isWithin(address: string, { index }: WorkspaceTextsSurroundings): boolean {
  const folders = index.folders();
  return folders.length === 0 || folders.some((folder) => isInside(address, folder));
}
