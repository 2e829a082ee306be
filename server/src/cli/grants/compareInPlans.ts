import { resolve } from 'node:path';
import { changesOfPlan, joined } from '../../kinds/grants';
import { parseUnlessIdle } from '../../kinds/idle/idleFile';
import { formatOf } from '../../syntax/sourceFile';
import { addressOf } from '../findFiles';
import type { Tell } from '../trouble';
import { textsOnDisk } from './collectGrants';
import { type ComparedGrants, compared, textsOf } from './compareGrants';

/** What plans of Terraform's change; undefined where there is none, after it was told. Paths are relative to `folder`. */
export function compareInPlans(paths: readonly string[], folder: string, tell: Tell): ComparedGrants | undefined {
  const { files, asked } = textsOnDisk(paths, folder, tell);
  const documents = files.filter(({ uri }) => asked.has(uri) && formatOf(uri) === 'json');
  const plans = documents.flatMap(({ uri, text }) => {
    const changes = changesOfPlan(parseUnlessIdle(uri, text, 'json'));
    return changes ? { uri, ...changes } : [];
  });
  const named = new Set(paths.map((path) => addressOf(resolve(folder, path))));
  const others = [...asked].filter((uri) => named.has(uri) && !plans.some((plan) => plan.uri === uri));
  for (const path of paths)
    if (others.includes(addressOf(resolve(folder, path)))) tell({ kind: 'noPlan', path: resolve(folder, path) });
  if (plans.length === 0 && others.length === 0) tell({ kind: 'noPlan', path: resolve(folder, paths[0] ?? '.') });
  if (plans.length === 0) return undefined;
  const textOf = textsOf({ files });
  return compared(joined(plans.map(({ before }) => before)), textOf, joined(plans.map(({ after }) => after)), textOf);
}
