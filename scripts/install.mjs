// What a fresh clone needs before anything else. Imports no package.
import { existsSync } from 'node:fs';
import { npm, root } from './run.mjs';

/** Refuses a Node that is too old, and runs `npm ci` where nothing is installed yet. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Leastwise needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  }
  if (existsSync(`${root}node_modules/.package-lock.json`)) return;
  console.log('Installing the packages that package-lock.json names (once) …');
  await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
