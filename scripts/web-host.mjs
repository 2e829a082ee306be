// VS Code for the web (the worker extension host): a page, its files, the extension and a workspace, served as they are.
import { createReadStream, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, relative } from 'node:path';
import { root } from './run.mjs';
import { editorSettings, stageExtension, stageSuite, temporaryFolder } from './stage.mjs';
import { ensureVsCodeHost } from './vscode-host.mjs';

/**
 * Starts it on the loopback address with the built extension as one of VS Code's own. `workspace` is a folder, `open` a file in
 * it, `suite` says that the page is to run the suite of dist/test/web.
 */
export async function startWebHost({ workspace, open, suite = false, port = 0, settings = {} }) {
  const { web } = await ensureVsCodeHost();
  const extension = stageExtension(temporaryFolder('extension'));
  const suiteFile = suite ? stageSuite('web', extension) : undefined;
  const folders = {
    '/vscode/': web,
    '/demo-files/': join(root, 'tools/vscode-host/demo-files'),
    '/extension/': extension,
  };
  const server = createServer(({ url, headers }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (path === '/') return send(response, '.html', page(headers.host, { open, suiteFile, settings }));
    if (path === '/workspace.json') return send(response, '.json', JSON.stringify(filesOf(workspace)));
    const served = Object.keys(folders).find((start) => path.startsWith(start));
    return served ? sendFile(response, folders[served], path.slice(served.length)) : response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
    rmSync(extension, { recursive: true, force: true });
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, stop };
}

const workspaceFolder = 'demo://files/examples';

/** The page that VS Code's own build of that version expects: an AMD loader, then one call. */
function page(authority, { open, suiteFile, settings }) {
  const served = (path) => ({ scheme: 'http', authority, path });
  const options = {
    productConfiguration: {
      nameShort: 'VS Code',
      nameLong: 'VS Code for the web',
      version: '1.91.1',
      extensionEnabledApiProposals: { 'leastwise.demo-files': ['fileSearchProvider'] },
    },
    configurationDefaults: { ...editorSettings, ...settings },
    additionalBuiltinExtensions: [served('/demo-files'), ...(suiteFile ? [] : [served('/extension')])],
    ...(suiteFile && {
      developmentOptions: { extensions: [served('/extension')], extensionTestsPath: served(`/extension/${suiteFile}`) },
    }),
  };
  const payload = open ? [['openFile', `${workspaceFolder}/${open}`]] : [];
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<link rel="icon" href="/vscode/favicon.ico">
<link rel="stylesheet" href="/vscode/out/vs/workbench/workbench.web.main.css">
</head>
<body></body>
<script src="/vscode/out/vs/loader.js"></script>
<script src="/vscode/out/vs/webPackagePaths.js"></script>
<script>
const base = location.origin + '/vscode';
for (const key of Object.keys(webPackagePaths)) webPackagePaths[key] = base + '/node_modules/' + key + '/' + webPackagePaths[key];
require.config({
  baseUrl: base + '/out',
  recordStats: true,
  paths: webPackagePaths,
  trustedTypesPolicy: window.trustedTypes?.createPolicy('amdLoader', { createScriptURL: (value) => value }),
});
</script>
<script src="/vscode/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="/vscode/out/vs/workbench/workbench.web.main.js"></script>
<script>
require(['vs/workbench/workbench.web.main'], ({ create, URI }) => {
  const options = ${JSON.stringify(options).replaceAll('<', '\\u003c')};
  options.workspaceProvider = {
    workspace: { folderUri: URI.parse('${workspaceFolder}') },
    payload: ${JSON.stringify(payload).replaceAll('<', '\\u003c')},
    trusted: true,
    open: async () => false,
  };
  create(document.body, options);
});
</script>
</html>
`;
}

function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  const files = paths.filter((path) => statSync(path).isFile());
  return Object.fromEntries(
    files.map((path) => [`/examples/${relative(folder, path).replaceAll('\\', '/')}`, readFileSync(path, 'utf8')]),
  );
}

function sendFile(response, folder, path) {
  const file = folder && join(folder, normalize(`/${path}`));
  if (!file || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

function send(response, ending, text) {
  response.writeHead(200, { 'content-type': types[ending], 'cache-control': 'no-store' }).end(text);
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};
