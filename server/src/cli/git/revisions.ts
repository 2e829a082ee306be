import type { Trouble } from '../trouble';
import { runGit } from './runGit';

/** What is compared: two commits by their ids, or one with the working tree. */
export interface Comparison {
  readonly before: string;
  readonly after: string | undefined;
}

/** `A`, `A..B`, or `A...B` for what B has changed since it left A, as git reads them; HEAD where a side is empty. */
export function comparisonOf(top: string, revisions: string): Comparison | Trouble {
  const shallow = runGit(top, ['rev-parse', '--is-shallow-repository']);
  if ('failed' in shallow) return { kind: shallow.failed === 'noGit' ? 'noGit' : 'gitRefused', path: top };
  const isShallow = shallow.output.toString().trim() === 'true';
  const missing = (revision: string): Trouble => ({ kind: isShallow ? 'shallowClone' : 'unknownRevision', path: top, revision });

  const [, first = revisions, dots, second = ''] = /^(.*?)(\.{2,3})(.*)$/s.exec(revisions) ?? [];
  const before = commitOf(top, dots ? first || 'HEAD' : first);
  if (before === undefined) return missing(first);
  if (!dots) return { before, after: undefined };
  const after = commitOf(top, second || 'HEAD');
  if (after === undefined) return missing(second);
  if (dots === '..') return { before, after };
  const base = idIn(runGit(top, ['merge-base', before, after]));
  return base === undefined ? missing(revisions) : { before: base, after };
}

/** Undefined for what names no commit of the repository. */
function commitOf(top: string, revision: string): string | undefined {
  // No name begins so. An older git would take it for an option all the same.
  if (revision.startsWith('-') || /[\0\n]/.test(revision)) return undefined;
  return idIn(runGit(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]));
}

function idIn(answer: ReturnType<typeof runGit>): string | undefined {
  return 'failed' in answer ? undefined : /[0-9a-f]{40,64}(?=\n$)/.exec(answer.output.toString())?.[0];
}
