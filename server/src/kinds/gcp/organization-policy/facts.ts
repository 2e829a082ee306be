import { entryOf } from '../../../syntax/tree';
import type { FactReader } from '../../../workspace/index/factReader';
import { literalString } from '../../../workspace/terraform/names/text';

declare module '../../../workspace/index/facts' {
  interface FactKinds {
    /** A constraint that Terraform sets a policy for: name `<folder>#<constraint>`, without `constraints/`; `*` where it isn't told. */
    readonly constraint: { readonly address: string };
  }
}

const types = ['google_*organization_policy', 'google_org_policy_policy'];

export const constraintFacts: FactReader = {
  types,
  // The older resources name the constraint itself, the newer one the policy, whose name ends in it.
  resource({ type, mode, address, body }, collector) {
    if (mode === 'data') return;
    const value = entryOf(body, type === 'google_org_policy_policy' ? 'name' : 'constraint')?.value;
    const last = value?.kind === 'template' ? value.parts.at(-1) : undefined;
    const text = last && 'literal' in last ? last.literal : literalString(value);
    const constraint = text?.slice(text.lastIndexOf('/') + 1);
    collector.add('constraint', `${collector.folder}#${constraint || '*'}`, { address }, body);
  },
  added: ['google_*organization_policy'],
};
