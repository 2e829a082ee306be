import { Disposable, languages, workspace } from 'vscode';
import { documentSelector, policyAndDataFiles } from '../selector';

/** Tells when files that are looked at have changed, on the disk or in an editor. */
export function onFilesChanged(listener: () => void): Disposable {
  const watcher = workspace.createFileSystemWatcher(policyAndDataFiles);
  return Disposable.from(
    watcher,
    watcher.onDidChange(listener),
    watcher.onDidCreate(listener),
    watcher.onDidDelete(listener),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && languages.match(documentSelector(), document) > 0) listener();
    }),
  );
}
