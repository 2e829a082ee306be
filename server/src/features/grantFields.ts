import type { GrantRow } from '../kinds/grantTable';

/** What a row says, without its place: null for what the text doesn't tell. */
export function grantFields({ address, kind, role, member, resource, condition }: GrantRow) {
  return { address: address ?? null, kind, role, member, resource: resource ?? null, condition: condition ?? null };
}
