/** Why a member is refused. */
export interface MemberFault {
  readonly message: MemberFaultKind;
  readonly arguments: Readonly<Record<string, string>>;
  readonly cures: readonly Cure[];
}

export type MemberFaultKind =
  | 'withoutPrefix'
  | 'unknownPrefix'
  | 'wrongCase'
  | 'denyForm'
  | 'denyFormOther'
  | 'emptyId'
  | 'spaces'
  | 'malformed'
  | 'several'
  | 'foreignAccount'
  | 'noAddress'
  | 'noDomain'
  | 'accountAsPerson'
  | 'poolPath'
  | 'poolProject'
  | 'poolLocation'
  | 'poolAlone'
  | 'oneOfSet'
  | 'kubernetes'
  | 'noMember'
  | 'prefixTwice';

/** What the member should have been: another one, several, or the account's own attribute. `same`: nothing else can be meant. */
export type Cure =
  | { readonly member: string; readonly cure: 'same' | 'changes' }
  | { readonly members: readonly string[] }
  | { readonly attribute: 'member'; readonly cure: 'same' | 'changes' };

export function fault(
  message: MemberFaultKind,
  args: Readonly<Record<string, string>>,
  cures: readonly Cure[] = [],
): MemberFault {
  return { message, arguments: args, cures };
}
