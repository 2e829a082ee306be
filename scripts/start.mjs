// `npm start [-- --web] [--port N]`: a VS Code with Leastwise, opened on a copy of examples/. Works on a fresh clone: packages are
// imported after they are installed.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.mjs';

const { values } = parseArgs({ options: { web: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } } });

try {
  await ensureInstalled();
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function start() {
  const { build } = await import('./build.mjs');
  await build();
  const { firstExample, removeWorkspace, stageWorkspace } = await import('./stage.mjs');
  const { startNodeHost } = await import('./node-host.mjs');
  const { startWebHost } = await import('./web-host.mjs');
  const workspace = stageWorkspace(['examples']);
  const startHost = values.web ? startWebHost : startNodeHost;
  const host = await startHost({ workspace, open: firstExample, port: Number(values.port) });
  const stop = () => {
    host.stop();
    removeWorkspace(workspace);
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  console.log(`\nVS Code with Leastwise, on a copy of examples/:\n\n  ${host.address}\n\nCtrl+C ends it.`);
  openInBrowser(host.address);
}

/** Where there is a display; everyone else has the address. */
function openInBrowser(address) {
  const opener = {
    darwin: ['open', address],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', address],
  }[process.platform] ?? ['xdg-open', address];
  const display = ['darwin', 'win32'].includes(process.platform) || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display) return;
  const child = spawn(opener[0], opener.slice(1), { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
