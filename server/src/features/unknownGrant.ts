import type { UnknownGrant, UnknownGrantReason } from '../kinds/grantTable';
import type { Locale } from '../kinds/speech';
import { wordsOf } from '../l10n/localize';
import { fill } from '../text/fill';

/** What isn't known of a grant, and why, in words. */
export function unknownInWords({ what, why, because }: UnknownGrant, locale: Locale) {
  return { what: wordsOf(locale)[unknownWords[what]], reason: reasonInWords({ id: why, what: because }, locale) };
}

export function reasonInWords({ id, what }: { readonly id: UnknownGrantReason; readonly what: string }, locale: Locale): string {
  return fill(wordsOf(locale)[reasonWords[id]], { what });
}

const unknownWords = {
  role: 'grantRole',
  members: 'grantMembers',
  instances: 'grantInstances',
  condition: 'grantCondition',
  resource: 'grantResource',
} as const satisfies Readonly<Record<UnknownGrant['what'], string>>;

const reasonWords = {
  variable: 'unknownVariable',
  attribute: 'unknownAttribute',
  name: 'unknownName',
  function: 'unknownFunction',
  error: 'unknownError',
  unread: 'unknownUnread',
  circle: 'unknownCircle',
  tooMuch: 'unknownTooMuch',
  file: 'unknownFile',
  folder: 'unknownFolder',
  sensitive: 'unknownSensitive',
  placeholder: 'unknownPlaceholder',
  permissions: 'unknownPermissions',
} as const satisfies Readonly<Record<UnknownGrantReason, string>>;
