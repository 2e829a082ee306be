import type { Words } from '../l10n/words';
import type { AllowPolicy } from '../policies/gcp/allowPolicy';
import type { Member, MemberKind } from '../policies/gcp/member';
import type { Policy } from '../policies/policy';
import type { Root } from '../syntax/format';
import type { TextRange } from '../text/range';

/** The member that is written at `offset` of the root, with its place there. */
export function memberAt(
  policies: readonly Policy[],
  root: Root,
  offset: number,
): { readonly member: Member; readonly range: TextRange } | undefined {
  for (const policy of policies.filter(isAllowPolicy)) {
    if (policy.place.outer !== root) continue;
    for (const { members } of policy.bindings) {
      if (members.state !== 'known') continue;
      for (const member of members.value.items) {
        const range = policy.place.toOuter(member.node.range);
        if (range && range.start <= offset && offset <= range.end) return { member, range };
      }
    }
  }
  return undefined;
}

/** The words that say who a member is; undefined where the text doesn't tell or is no member. */
export function memberWord({ kind, text }: Member): keyof Words | undefined {
  if (kind === 'serviceAccount' && text && /:\d+-compute@developer\.gserviceaccount\.com$/i.test(text))
    return 'memberComputeDefault';
  if (kind === 'serviceAccount' && text && /@appspot\.gserviceaccount\.com$/i.test(text)) return 'memberAppEngineDefault';
  return words[kind];
}

const words: Readonly<Record<MemberKind, keyof Words | undefined>> = {
  user: 'memberUser',
  serviceAccount: 'memberServiceAccount',
  group: 'memberGroup',
  domain: 'memberDomain',
  allUsers: 'memberAllUsers',
  allAuthenticatedUsers: 'memberAllAuthenticatedUsers',
  principal: 'memberPrincipal',
  principalSet: 'memberPrincipalSet',
  convenience: 'memberConvenience',
  deleted: 'memberDeleted',
  invalid: undefined,
  unknown: undefined,
};

function isAllowPolicy(policy: Policy): policy is AllowPolicy {
  return 'kind' in policy && policy.kind === 'gcp.allowPolicy';
}
