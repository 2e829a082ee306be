// Copies for a VS Code to work with, so that nothing it does touches the checkout.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { root } from './run.mjs';

export const manifest = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Its real path: VS Code resolves links, and on macOS the temporary folder is one. */
export const temporaryFolder = (name) => realpathSync(mkdtempSync(join(tmpdir(), `leastwise-${name}-`)));

/** Copies just those files that the package holds into `folder`. */
export function stageExtension(folder) {
  for (const file of shippedFiles()) cpSync(join(root, file), join(folder, file));
  return folder;
}

/** Puts the suite for this kind of extension host beside the extension, since VS Code looks for it there; its place in `folder`. */
export function stageSuite(flavour, folder) {
  cpSync(join(root, `dist/test/${flavour}/index.js`), join(folder, suiteFile));
  return suiteFile;
}

const suiteFile = 'suite/index.js';

/** What .vscodeignore lets into the package, relative to the top folder, sorted. */
export function shippedFiles() {
  return readFileSync(join(root, '.vscodeignore'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .flatMap((line) => filesLike(line.slice(1).trim()))
    .sort();
}

/** Of globs, .vscodeignore uses `folder/*.ending` alone. */
function filesLike(pattern) {
  if (!pattern.includes('*')) return existsSync(join(root, pattern)) ? [pattern] : [];
  const folder = dirname(pattern);
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  return names.filter((name) => extname(name) === extname(pattern)).map((name) => `${folder}/${name}`);
}

/** A temporary workspace that holds copies of these folders' contents; its name, which VS Code shows, is the same every time. */
export function stageWorkspace(sources) {
  const folder = join(temporaryFolder('workspace'), 'examples');
  mkdirSync(folder);
  for (const source of sources) if (existsSync(join(root, source))) cpSync(join(root, source), folder, { recursive: true });
  return folder;
}

export function removeWorkspace(folder) {
  rmSync(dirname(folder), { recursive: true, force: true });
}

/** Keeps VS Code quiet and the files as they are until someone saves. */
export const editorSettings = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
};

/** The file of `examples/` that is open at first. */
export const firstExample = 'policies/project-policy.json';
