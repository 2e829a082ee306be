// Runs other programs: no packages needed, so it works before the first install.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Resolves to the exit code; the output goes where ours goes unless `quiet`, which shows it only after a failure. */
export async function run(command, args, { cwd = root, quiet = false, ...options } = {}) {
  const child = spawn(command, args, { cwd, stdio: quiet ? 'pipe' : 'inherit', ...options });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  if (quiet && code !== 0) process.stderr.write(Buffer.concat(output));
  return code;
}

export async function runOrThrow(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new Error(`“${[command, ...args].join(' ')}” ended with exit code ${code}.`);
}

export function npm(args, options) {
  // Started by npm, we know where its code is; `npm.cmd` of Windows can't be spawned without a shell.
  const code = process.env.npm_execpath;
  if (code?.endsWith('.js')) return runOrThrow(process.execPath, [code, ...args], options);
  return runOrThrow('npm', args, { shell: process.platform === 'win32', ...options });
}

/** Runs the command-line program of an installed package. */
export function runPackage(path, args, options) {
  return run(process.execPath, [`${root}node_modules/${path}`, ...args], options);
}
