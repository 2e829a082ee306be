import type { TextValue } from '../../../workspace/terraform/names/text';
import { isAccountAddress } from '../members/faults/address';
import { memberFault } from '../members/faults/memberFault';
import type { Member } from '../members/member';
import { type MemberKind, writtenMember } from '../members/written';

type Addressed = 'user' | 'group' | 'domain';

/** A principal as allow policies write it, whose address or domain is all that stands in the text. */
export function memberOf(kind: Addressed, value: TextValue): Member {
  // An account of a service may stand among the people.
  if (value.text === undefined) return untold(value, kind === 'user' ? 'unknown' : kind);
  return told(value, memberText(kind, value.text));
}

/** An entity of Cloud Storage: `user-kim@example.org`, `allUsers`. */
export function memberOfEntity(value: TextValue, entity: string | undefined): Member {
  if (entity === 'allUsers' || entity === 'allAuthenticatedUsers') return told(value, entity);
  const [, kind, id] = /^(user|group|domain)-(.*)$/s.exec(entity ?? '') ?? [];
  return kind === undefined || id === undefined ? untold(value, 'unknown') : told(value, memberText(kind, id));
}

function memberText(kind: string, id: string): string {
  return `${kind === 'user' && isAccountAddress(id) ? 'serviceAccount' : kind}:${id}`;
}

/** What allow policies wouldn't take is another list's, and not judged by their words. */
function told(value: TextValue, text: string): Member {
  const written = writtenMember(text);
  const { kind, id } = written;
  const member = { ...value, text, prefix: text, suffix: text, reference: undefined, kind, id, written };
  return memberFault(member) ? untold(value, 'unknown') : member;
}

function untold(value: TextValue, kind: MemberKind): Member {
  return { ...value, text: undefined, prefix: '', reference: undefined, kind, id: undefined, written: undefined };
}
