import type { Trouble } from '../trouble';
import { runGit } from './runGit';

/** A file of a commit. Links and submodules are none. */
export interface CommitFile {
  /** From the top of the repository, with slashes. */
  readonly path: string;
  readonly id: string;
  /** In bytes; of a file that this clone lacks, 0. */
  readonly size: number;
}

/** All files of a commit, which is named by its id. */
export function filesOfCommit(top: string, commit: string): readonly CommitFile[] | Trouble {
  const answer = runGit(top, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]);
  if ('failed' in answer) return { kind: 'gitRefused', path: top };
  return answer.output
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, mode, id, size, path] = /^(\d+) blob ([0-9a-f]+) +(\d+|BAD)\t(.+)$/s.exec(line) ?? [];
      return mode?.startsWith('100') && id && path ? [{ path, id, size: Number(size) || 0 }] : [];
    });
}

/** Their bytes as they are stored, without filters or conversions; undefined for what this clone lacks. */
export function* readCommitFiles(
  top: string,
  files: readonly CommitFile[],
): Generator<readonly [CommitFile, Buffer | undefined]> {
  for (const part of parts(files)) {
    const answer = runGit(top, ['cat-file', '--batch'], part.map(({ id }) => `${id}\n`).join(''));
    let rest = 'failed' in answer ? undefined : answer.output;
    for (const file of part) {
      const end = rest?.indexOf('\n') ?? -1;
      const isThere = rest?.toString('latin1', 0, Math.max(end, 0)) === `${file.id} blob ${file.size}`;
      yield [file, isThere ? rest?.subarray(end + 1, end + 1 + file.size) : undefined];
      rest = rest?.subarray(end + 1 + (isThere ? file.size + 1 : 0));
    }
  }
}

/** So many that what git answers fits into memory. */
function* parts(files: readonly CommitFile[]): Generator<readonly CommitFile[]> {
  let part: CommitFile[] = [];
  let size = 0;
  for (const file of files) {
    if (size + file.size > largestAnswer && part.length > 0) {
      yield part;
      part = [];
      size = 0;
    }
    part.push(file);
    size += file.size;
  }
  if (part.length > 0) yield part;
}

const largestAnswer = 64 * 1024 * 1024;
