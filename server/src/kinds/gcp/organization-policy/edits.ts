import { entryOf } from '../../../syntax/tree';
import { copyOf, type TreeEdit } from '../../../syntax/treeEdit';
import type { Workspace } from '../../../workspace/index/workspace';
import { freeNamesBeside } from '../../edits/freeNames';
import { providerOf } from '../../edits/resourceEdits';
import type { AllowPolicy } from '../allow-policy/policy';

/** What a change takes, or why it isn't safe. The reasons are those of `rules/refusals.ts`. */
export type OrganizationPolicyChange =
  | { readonly edits: readonly TreeEdit[] }
  | { readonly refused: 'repeated' | 'stillReading' };

/**
 * Enforces a boolean constraint on the project, folder or organization that a Terraform grant hangs on. Undefined where the text
 * has no place for that, or the module sets a policy for the constraint already.
 */
export function enforceBeside(
  { family, form, place }: AllowPolicy,
  constraint: string,
  workspace: Workspace,
): OrganizationPolicyChange | undefined {
  const { resource } = place;
  const parent = parents.get(family ?? '');
  // In `.tf.json` each type of resource has an object of its own, which may not be there.
  if (!resource || !parent || form === 'document' || resource.siblings) return undefined;
  const value = entryOf(resource.body, parent.argument)?.value;
  if (!value) return undefined;
  // One of which the constraint isn't told may be this one.
  if ([constraint, '*'].some((name) => workspace.find('constraint', `${resource.folder}#${name}`).length > 0)) return undefined;
  if (resource.repeated) return { refused: 'repeated' };
  const names = freeNamesBeside(resource, workspace);
  if (!names) return { refused: 'stillReading' };
  const wished = constraint.slice(constraint.lastIndexOf('.') + 1).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return {
    edits: [
      {
        kind: 'addBlock',
        type: 'resource',
        labels: [parent.type, names(parent.type, wished)],
        body: { ...providerOf(resource), [parent.argument]: copyOf(value), constraint, boolean_policy: { enforced: true } },
      },
    ],
  };
}

const parents: ReadonlyMap<string, { readonly type: string; readonly argument: string }> = new Map([
  ['google_project', { type: 'google_project_organization_policy', argument: 'project' }],
  ['google_folder', { type: 'google_folder_organization_policy', argument: 'folder' }],
  ['google_organization', { type: 'google_organization_policy', argument: 'org_id' }],
]);
