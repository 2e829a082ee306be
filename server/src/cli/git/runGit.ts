import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/** What git answered, or why it didn't. */
export type GitAnswer = { readonly output: Buffer } | { readonly failed: 'noGit' | 'refused' };

/**
 * Asks git about the repository at `top` and no other one. What stands in a repository may be meant to harm: git runs without a shell,
 * hook, monitor or pager, asks nobody, and fetches nothing. `args` may hold nothing that could be taken for an option and isn't one.
 */
export function runGit(top: string, args: readonly string[], input = ''): GitAnswer {
  const { error, status, stdout } = spawnSync('git', ['-C', top, '--no-pager', '-c', 'core.fsmonitor=false', ...args], {
    input,
    // Windows looks for programs where it stands, before anywhere else.
    cwd: dirname(process.execPath),
    env: environmentFor(top),
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  if (error) return { failed: 'code' in error && error.code === 'ENOENT' ? 'noGit' : 'refused' };
  return status === 0 ? { output: stdout } : { failed: 'refused' };
}

function environmentFor(top: string): NodeJS.ProcessEnv {
  // A hook that we are started in has its own idea of the repository.
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_COMMON_DIR: ___, ...rest } = process.env;
  return {
    ...rest,
    GIT_CEILING_DIRECTORIES: dirname(top),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // What a partial clone lacks would be fetched by whatever program its configuration names.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}
