// A file system in memory for VS Code in the browser, filled once from the page's own origin.
const vscode = require('vscode');

const scheme = 'demo';

exports.activate = async ({ subscriptions, extensionUri }) => {
  const address = `${extensionUri.scheme}://${extensionUri.authority}/workspace.json`;
  const files = new Map(Object.entries(await (await fetch(address)).json()).map(([path, text]) => [path, file(text)]));
  subscriptions.push(
    vscode.workspace.registerFileSystemProvider(scheme, fileSystem(files), { isCaseSensitive: true }),
    // Without it `findFiles` finds nothing, and every start waits some seconds for one.
    vscode.workspace.registerFileSearchProvider(scheme, {
      provideFileSearchResults: (_query, options) => search(files, options),
    }),
  );
};

function file(content) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { bytes, time: Date.now() };
}

/** Folders are what the paths of the files, and of the folders made by hand, have before a slash. */
function fileSystem(files) {
  const changes = new vscode.EventEmitter();
  const folders = new Set();
  const tell = (type, uri) => changes.fire([{ type, uri }]);
  const below = (path) => [...files.keys(), ...folders].filter((other) => other.startsWith(path === '/' ? '/' : `${path}/`));
  const isFolder = (path) => path === '/' || folders.has(path) || below(path).length > 0;
  const drop = (path) => {
    for (const gone of [path, ...below(path)]) {
      files.delete(gone);
      folders.delete(gone);
    }
  };
  return {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => {}),
    stat(uri) {
      const found = files.get(uri.path);
      if (found) return { type: vscode.FileType.File, ctime: found.time, mtime: found.time, size: found.bytes.length };
      if (isFolder(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      throw vscode.FileSystemError.FileNotFound(uri);
    },
    readDirectory(uri) {
      const start = uri.path === '/' ? 1 : uri.path.length + 1;
      const names = new Set(below(uri.path).map((path) => path.slice(start).split('/')[0]));
      const typeOf = (name) =>
        files.has(`${uri.path.slice(0, start - 1)}/${name}`) ? vscode.FileType.File : vscode.FileType.Directory;
      return [...names].map((name) => [name, typeOf(name)]);
    },
    readFile(uri) {
      const found = files.get(uri.path);
      if (!found) throw vscode.FileSystemError.FileNotFound(uri);
      return found.bytes;
    },
    writeFile(uri, bytes) {
      const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      files.set(uri.path, file(bytes));
      tell(type, uri);
    },
    createDirectory: (uri) => void folders.add(uri.path),
    delete(uri) {
      drop(uri.path);
      tell(vscode.FileChangeType.Deleted, uri);
    },
    rename(from, to) {
      for (const path of [from.path, ...below(from.path)]) {
        const found = files.get(path);
        if (found) files.set(to.path + path.slice(from.path.length), found);
      }
      drop(from.path);
      tell(vscode.FileChangeType.Deleted, from);
      tell(vscode.FileChangeType.Created, to);
    },
  };
}

function search(files, { folder, includes, excludes }) {
  const matches = (uri, globs) =>
    globs.some((glob) => {
      const pattern = new vscode.RelativePattern(folder, glob);
      return vscode.languages.match({ pattern }, { uri, languageId: 'plaintext' }) > 0;
    });
  return [...files.keys()]
    .map((path) => folder.with({ path }))
    .filter((uri) => uri.path.startsWith(`${folder.path}/`))
    .filter((uri) => (includes.length === 0 || matches(uri, includes)) && !matches(uri, excludes));
}
