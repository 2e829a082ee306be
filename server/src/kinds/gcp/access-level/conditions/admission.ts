import type { Workspace } from '../../../../workspace/index/workspace';
import { admits, others, several, untold, wholeOf } from '../facts/edges';

/** Whom a level lets in for being named, over all levels for which meeting another one is enough. */
export interface Admission {
  readonly members: readonly AdmittedMember[];
  /** Whether these are all. */
  readonly complete: boolean;
  /** Whether each of them surely gets in: not where several levels must be met. */
  readonly each: boolean;
  /** Whether nobody else meets it, and anything may ask for it. */
  readonly only: boolean;
}

export interface AdmittedMember {
  /** Undefined where a part is unknown. */
  readonly text: string | undefined;
  /** What it surely begins with. */
  readonly prefix: string;
}

/** Undefined where no file makes a level of that name. */
export function admissionOf(name: string, workspace: Workspace): Admission | undefined {
  const reached = workspace.reach(admits, name);
  if (!reached.has(wholeOf(name))) return undefined;
  const members: AdmittedMember[] = [];
  const levels: string[] = [name];
  for (const node of reached.names()) {
    const [, kind, text = ''] = /^(member|from|whole) (.*)$/s.exec(node) ?? [];
    if (kind === 'member') members.push({ text, prefix: text });
    else if (kind === 'from') members.push({ text: undefined, prefix: text });
    else if (kind === undefined && !remarks.has(node)) levels.push(node);
  }
  const complete = !reached.has(untold) && levels.every((level) => isTold(level, reached.has(wholeOf(level)), workspace));
  return { members, complete, each: !reached.has(several), only: complete && !reached.has(others) };
}

const remarks: ReadonlySet<string> = new Set([untold, others, several]);

/** Levels that require each other all around are refused, so whom they would let in is anybody's guess. */
function isTold(level: string, isMade: boolean, workspace: Workspace): boolean {
  return isMade && !workspace.reach(admits, level).has(level);
}
