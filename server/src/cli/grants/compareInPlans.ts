import { resolve } from 'node:path';
import { changesOfPlan, joined } from '../../kinds/grants';
import { formatOf, parseSourceFile } from '../../syntax/sourceFile';
import { addressOf } from '../findFiles';
import type { Tell } from '../trouble';
import { textsOnDisk } from './collectGrants';
import { type ComparedGrants, compared, textsOf } from './compareGrants';

/** What plans of Terraform's change; undefined where there is none, after it was told. Paths are relative to `folder`. */
export function compareInPlans(paths: readonly string[], folder: string, tell: Tell): ComparedGrants | undefined {
  const { files, asked } = textsOnDisk(paths, folder, tell);
  const plans = files.flatMap(({ uri, text }) => {
    const changes = asked.has(uri) && formatOf(uri) === 'json' ? changesOfPlan(parseSourceFile(uri, text, 'json')) : undefined;
    return changes ? { uri, ...changes } : [];
  });
  const found = new Set(plans.map(({ uri }) => uri));
  const named = (paths.length > 0 ? paths : ['.']).map((path) => resolve(folder, path));
  const others = named.filter((path) => asked.has(addressOf(path)) && !found.has(addressOf(path)));
  for (const path of plans.length === 0 ? named : others) tell({ kind: 'noPlan', path });
  if (plans.length === 0) return undefined;
  const textOf = textsOf({ files });
  return compared(joined(plans.map(({ before }) => before)), textOf, joined(plans.map(({ after }) => after)), textOf);
}
