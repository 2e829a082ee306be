import type { Part } from '../../kind';
import type { AllowPolicy } from './policy';

/** What of a policy may be known or not. What it hangs on is told by itself. */
export function* policyParts({ bindings, complete, etag, exemptedMembers, node, dialect }: AllowPolicy): Generator<Part> {
  // Terraform reads and writes etags by itself.
  if (dialect.name === 'rest') yield { field: 'etag', value: etag };
  if (!complete) yield { field: 'bindings', value: { node, literal: undefined, items: [], complete } };
  for (const { role, members, condition } of bindings)
    for (const [field, value] of Object.entries({ role, members, condition })) yield { field, value };
  for (const value of exemptedMembers) yield { field: 'exemptedMembers', value };
}
