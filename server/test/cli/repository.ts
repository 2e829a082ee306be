import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderOf } from './program';

type Files = Readonly<Record<string, string>>;

/** Runs git as somebody who has set up nothing. */
export function git(folder: string, ...args: readonly string[]): string {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((who) => [
        [`GIT_${who}_NAME`, 'a'],
        [`GIT_${who}_EMAIL`, 'a@example.org'],
      ]),
    ),
  };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** A repository whose branch `main` has these files, one commit after the other. */
export function repositoryOf(...commits: readonly Files[]): string {
  const folder = folderOf({});
  git(folder, 'init', '--quiet', '--initial-branch=main');
  for (const files of commits) commit(folder, files);
  return folder;
}

/** Puts the files in the place of all that there is, and commits them. */
export function commit(folder: string, files: Files): void {
  replace(folder, files);
  git(folder, 'add', '--all', '--force');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'c');
}

export function replace(folder: string, files: Files): void {
  for (const name of git(folder, 'ls-files')
    .split('\n')
    .filter((name) => name !== ''))
    rmSync(join(folder, name), { force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
