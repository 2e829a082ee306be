// VS Code's server with the Node extension host; the page runs in any browser.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSettings, manifest, stageExtension, stageSuite, temporaryFolder } from './stage.mjs';
import { ensureVsCodeHost } from './vscode-host.mjs';

/**
 * Starts it on the loopback address, with a token of its own and the built extension adopted. `workspace` is a folder, `open` a
 * file in it, `suite` says that the page is to run the suite of dist/test/node.
 */
export async function startNodeHost({ workspace, open, suite = false, port: wishedPort = 0, settings = {} }) {
  const { server } = await ensureVsCodeHost();
  const home = temporaryFolder('vscode');
  const extensions = join(home, 'extensions');
  const { publisher, name, version } = manifest();
  // A suite loads the extension by its path, so it must not be installed as well.
  const extension = stageExtension(join(suite ? home : extensions, `${publisher}.${name}-${version}`));
  const userSettings = join(home, 'data/User');
  for (const folder of [extensions, userSettings]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(userSettings, 'settings.json'), JSON.stringify({ ...editorSettings, ...settings }));

  const token = randomBytes(16).toString('hex');
  const child = startServer(server, [
    ...['--host', '127.0.0.1', '--port', String(wishedPort), '--connection-token', token],
    ...['--server-data-dir', home, '--extensions-dir', extensions],
    ...['--accept-server-license-terms', '--disable-workspace-trust', '--telemetry-level', 'off'],
    ...(suite ? ['--enable-smoke-test-driver'] : []),
  ]);
  const stop = () => {
    stopServer(child);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const port = await listeningPort(child).catch((error) => {
    stop();
    throw error;
  });

  const authority = `127.0.0.1:${port}`;
  const remote = (path) => `vscode-remote://${authority}${toUriPath(path)}`;
  const payload = [
    ...(open ? [['openFile', remote(join(workspace, open))]] : []),
    ...(suite ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(suite ? [['extensionTestsPath', remote(join(extension, stageSuite('node', extension)))]] : []),
  ];
  const query = new URLSearchParams({ tkn: token, folder: toUriPath(workspace), payload: JSON.stringify(payload) });
  return { address: `http://${authority}/?${query}`, stop };
}

/** Installs a package into a fresh VS Code; resolves to the lines of its list of extensions and to the folder it was unpacked into. */
export async function installPackage(vsix) {
  const { server } = await ensureVsCodeHost();
  const home = temporaryFolder('vscode');
  const places = ['--server-data-dir', home, '--extensions-dir', join(home, 'extensions')];
  const ask = (args) => outputOf(startServer(server, [...places, '--accept-server-license-terms', ...args]));
  await ask(['--install-extension', vsix]);
  const listed = await ask(['--list-extensions', '--show-versions']);
  return { listed: listed.split('\n').filter(Boolean), home, extensions: join(home, 'extensions') };
}

function startServer(server, args) {
  return spawn(process.execPath, [join(server, 'out/server-main.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that the extension host ends with it.
    detached: process.platform !== 'win32',
    // With addresses in it, VS Code would ask a public gallery.
    env: { ...process.env, EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '' }) },
  });
}

function stopServer(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function listeningPort(child) {
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk) => {
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(port);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`VS Code's server ended with exit code ${code}:\n${output}`)));
  });
}

function outputOf(child) {
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`VS Code's server: exit code ${code}\n${output}`)),
    );
  });
}

function toUriPath(path) {
  const slashed = path.replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}
