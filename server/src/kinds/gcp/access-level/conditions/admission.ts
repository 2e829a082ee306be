import type { ResourceName } from '../../../../workspace/index/facts';
import type { Workspace } from '../../../../workspace/index/workspace';
import { standingOf } from '../../../../workspace/terraform/standing';
import { admits, others, several, untold, wholeOf } from '../facts/edges';
import { addedConditions } from './addedConditions';

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

/** Undefined where no file makes a level of that name. `from`: the module that asks, if it is one. */
export function admissionOf(name: string, workspace: Workspace, from: string | undefined): Admission | undefined {
  const reached = workspace.reach(admits, name);
  if (!reached.has(wholeOf(name))) return undefined;
  const members: AdmittedMember[] = [];
  const levels: string[] = [name];
  const makers: ResourceName[] = [];
  const names: string[] = [];
  for (const node of reached.names()) {
    const [, kind, text = ''] = /^(member|from|whole|made) (.*)$/s.exec(node) ?? [];
    if (kind === 'member') members.push({ text, prefix: text });
    else if (kind === 'from') members.push({ text: undefined, prefix: text });
    else if (kind === 'whole') names.push(text);
    else if (kind === 'made') makers.push(makerIn(text));
    else if (kind === undefined && !remarks.has(node)) levels.push(node);
  }
  const isAll = !reached.has(untold) && levels.every((level) => isTold(level, reached.has(wholeOf(level)), workspace));
  const isSure = isAll && addedConditions(names, workspace).length === 0;
  const complete = isSure && makers.every((maker) => standingOf(maker, workspace, from) === 'surely');
  return { members, complete, each: !reached.has(several), only: complete && !reached.has(others) };
}

function makerIn(text: string): ResourceName {
  const at = text.indexOf(' ');
  return { address: text.slice(0, at), folder: text.slice(at + 1) };
}

const remarks: ReadonlySet<string> = new Set([untold, others, several]);

/** Levels that require each other all around are refused, so whom they would let in is anybody's guess. */
function isTold(level: string, isMade: boolean, workspace: Workspace): boolean {
  return isMade && !workspace.reach(admits, level).has(level);
}
