import type { Root } from '../../../syntax/format';
import { type Entry, entryOf, type MappingNode } from '../../../syntax/tree';
import { moduleCalls } from '../../../workspace/index/moduleFacts';
import type { Workspace } from '../../../workspace/index/workspace';
import { instancesOf } from '../../../workspace/terraform/names/instances';
import { resolve } from '../../../workspace/terraform/names/resolve';
import { moduleScopes, type Scope } from '../../../workspace/terraform/names/scope';
import { literalString } from '../../../workspace/terraform/names/text';
import { addressFrom, folderOf, isLocalSource } from '../../../workspace/terraform/resources';
import type { Surroundings } from '../../kind';
import type { AllowPolicy } from '../allow-policy/policy';
import { isFabricInput } from './factories';
import { grantsIn } from './grantForms';
import { handedOver } from './handedOver';
import { moduleName } from './source';
import { copiedFrom, type GrantingInput, grantingInputs } from './table';

/** What published modules grant by the inputs that calls of them give. One policy for each role. */
export function grantsOfCalls(root: Root, { uri, workspace }: Surroundings): readonly AllowPolicy[] {
  const folder = folderOf(uri);
  return moduleCalls(root).flatMap((call) => {
    const source = literalString(entryOf(call, 'source')?.value);
    if (source === undefined) return [];
    const inputs = call.entries.flatMap((entry) => {
      const input = inputOf({ source, entry, folder, workspace });
      return input ? [{ entry, input }] : [];
    });
    if (inputs.length === 0) return [];
    const scopes = moduleScopes(folder, workspace, root, uri).flatMap((module) => instancesOf(call, module));
    return scopes.flatMap((scope) =>
      inputs
        .filter(({ input }) => isInForce(input, call, scope))
        .flatMap(({ entry, input: { form, family } }) =>
          grantsIn(entry, form, scope, call).map((binding) => handedOver(binding, family, root, uri)),
        ),
    );
  });
}

/** Told by its name of a module that is published, and of a copy of Fabric's whose text isn't here by what it is given. */
function inputOf({ source, entry, folder, workspace }: Given): GrantingInput | undefined {
  if (!isLocalSource(source)) return grantingInputs(moduleName(source) ?? '').get(entry.key);
  const input = grantingInputs(copiedFrom(source)).get(entry.key);
  if (!input || !isFabricInput(entry, input.form) || !workspace.complete) return undefined;
  const isHere = workspace.find('variable', `${addressFrom(folder, source)}#${entry.key}`).length > 0;
  return isHere ? undefined : input;
}

interface Given {
  readonly source: string;
  readonly entry: Entry;
  readonly folder: string;
  readonly workspace: Workspace;
}

/** Unless the module surely is told to make nothing of it. */
function isInForce({ needs }: GrantingInput, call: MappingNode, scope: Scope): boolean {
  if (needs === undefined) return true;
  const value = entryOf(call, needs)?.value;
  const node = value && resolve(value, scope).node;
  if (node?.kind === 'scalar') return !idle.includes(node.value);
  return node !== undefined && !(node.kind === 'sequence' && node.complete && node.items.length === 0);
}

const idle: readonly unknown[] = [null, false, 'false', ''];
