import type { Root } from '../../../syntax/format';
import { isVariableFile } from '../../../workspace/index/moduleFacts';
import type { Workspace } from '../../../workspace/index/workspace';
import { documentScope } from '../../../workspace/terraform/names/scope';
import { folderOf } from '../../../workspace/terraform/resources';
import type { Surroundings } from '../../kind';
import type { AllowPolicy } from '../allow-policy/policy';
import { type GrantForm, grantsIn } from './grantForms';
import { handedOver } from './handedOver';

/**
 * What the values of a file of variables grant that Terraform reads only when it is told to: of those that are used as they stand for roles or
 * members. Whether they ever hold nobody knows, so they prove nothing.
 */
export function grantsOfVariables(root: Root, { uri, workspace }: Surroundings): readonly AllowPolicy[] {
  const { node } = root;
  if (!/\.tfvars$/i.test(uri) || isVariableFile(uri) || node.kind !== 'mapping' || node.header) return [];
  const scope = documentScope(root, workspace);
  return node.entries.flatMap((entry) => {
    const folder = moduleAround(folderOf(uri), entry.key, workspace);
    const uses = folder === undefined ? [] : usesOf(folder, entry.key, workspace);
    return uses.flatMap(({ form, family }) =>
      grantsIn(entry, form, scope, node).map((binding) => handedOver(binding, family, root, uri)),
    );
  });
}

/** The nearest folder that declares the variable: such files stand beside a module, or in folders below it. */
function moduleAround(folder: string, variable: string, workspace: Workspace): string | undefined {
  let at = folder;
  for (let up = 0; up <= farthestUp && at !== ''; up++) {
    if (workspace.find('variable', `${at}#${variable}`).length > 0) return at;
    at = folderOf(at);
  }
  return undefined;
}

const farthestUp = 3;

interface GrantingUse {
  readonly form: GrantForm;
  readonly family: string;
}

/** Each form once. */
function usesOf(folder: string, variable: string, workspace: Workspace): readonly GrantingUse[] {
  const found = new Map<string, GrantingUse>();
  const pending = [`${folder}#${variable}`];
  const seen = new Set(pending);
  // It grows while it is gone through.
  for (const name of pending) {
    for (const { value } of workspace.find('variableUse', name)) {
      if ('form' in value) {
        const form = JSON.stringify(value.form);
        if (!found.has(form)) found.set(form, value);
        continue;
      }
      const next = `${value.folder}#${value.variable}`;
      if (!seen.has(next) && seen.size < mostVariables) pending.push(next);
      seen.add(next);
    }
  }
  return [...found.values()];
}

/** Nobody hands a value on as often. */
const mostVariables = 50;
