// VS Code for the web (the worker extension host): a page, its files, the extension and a workspace, served as they are.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './run.mjs';
import { send, sendFile, serve } from './serve.mjs';
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
  const { address, stop } = await serve(port, (path, response, { headers }) => {
    if (path === '/') return send(response, '.html', page(headers.host, { open, suiteFile, settings }));
    if (path === '/workspace.json') return send(response, '.json', JSON.stringify(filesOf(workspace)));
    const served = Object.keys(folders).find((start) => path.startsWith(start));
    return served ? sendFile(response, folders[served], path.slice(served.length)) : response.writeHead(404).end();
  });
  const stopAll = () => {
    stop();
    rmSync(extension, { recursive: true, force: true });
  };
  return { address, stop: stopAll };
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
