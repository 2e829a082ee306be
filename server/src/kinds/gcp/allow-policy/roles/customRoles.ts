import { entryOf } from '../../../../syntax/tree';
import type { FactReader } from '../../../../workspace/index/factReader';
import { literalString } from '../../../../workspace/terraform/names/text';

declare module '../../../../workspace/index/facts' {
  interface FactKinds {
    /** A custom role that Terraform makes: name `<folder>#<role_id>`. */
    readonly customRole: { readonly address: string };
  }
}

export const customRoleTypes: ReadonlySet<string> = new Set([
  'google_project_iam_custom_role',
  'google_organization_iam_custom_role',
]);

export const customRoleFacts: FactReader = {
  types: [...customRoleTypes],
  resource({ address, body }, collector) {
    const id = literalString(entryOf(body, 'role_id')?.value);
    if (id) collector.add('customRole', `${collector.folder}#${id}`, { address }, body);
  },
};
