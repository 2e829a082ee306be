import type { AllowPolicy } from '../../kinds/gcp/allow-policy/kind';
import { fill, type Locale, wordsOf } from '../../l10n/localize';
import type { Words } from '../../l10n/words';
import { codeSpan, escapeMarkdown } from '../markdown';
import { levelWords } from '../policyName';
import { roleSentence, watchedNotes } from '../roleHover';
import type { ExplainableGrants } from './explainable';
import { type Grant, grantsOf, grantsWithin } from './grants';
import { type Named, nameInWords } from './named';

/** By principal, then by role. Its headings begin with `heading`. */
export function grantsSections({ kind, policies }: ExplainableGrants, heading: string, locale: Locale): readonly string[] {
  const words = wordsOf(locale);
  const grants = policies.flatMap(({ policy }) => grantsOf(policy));
  const complete = policies.every(({ policy }) => policy.complete) && grants.every((grant) => grant.complete);
  const attached = kind === 'document' ? policies.slice(0, 1).map(({ policy }) => attachmentSentence(policy, words)) : [];
  if (complete && grants.length === 0) return [...attached, words.explainGrantsNothing];
  return [
    ...attached,
    ...(complete ? [] : [words.explainIncomplete]),
    `${heading} ${words.explainByPrincipal}`,
    ...byPrincipal(grants, heading, words, locale),
    `${heading} ${words.explainByRole}`,
    ...byRole(grants, heading, words, locale),
  ];
}

function attachmentSentence({ attachment }: AllowPolicy, words: Words): string {
  if (attachment.state !== 'known') return words.explainAttachedUnknown;
  return fill(words.explainAttachedTo, { level: words[levelWords[attachment.value]] });
}

function byPrincipal(grants: readonly Grant[], heading: string, words: Words, locale: Locale): string[] {
  const principals = grantsWithin(grants, ({ member }) => member);
  // What is open to everybody is what a reader must not miss.
  const publicFirst = [...principals].sort(([a], [b]) => Number(isPublic(b)) - Number(isPublic(a)));
  return publicFirst.flatMap(([member, held]) => {
    const sentence = publicSentence(member, words);
    return [
      `${heading}# ${nameInWords(member, words)}`,
      ...(sentence === undefined ? [] : [`**${sentence}**`]),
      listOf(
        held.map((grant) => bullet(nameInWords(grant.role, words), grant, watchedNotes(knownText(grant.role), locale), words)),
      ),
    ];
  });
}

function byRole(grants: readonly Grant[], heading: string, words: Words, locale: Locale): string[] {
  return grantsWithin(grants, ({ role }) => role, 'withoutMembers').flatMap(([role, held]) => [
    `${heading}# ${nameInWords(role, words)}`,
    ...aboutRole(knownText(role), locale),
    listOf(held.map((grant) => bullet(grant.member ? nameInWords(grant.member, words) : words.explainNobody, grant, [], words))),
  ]);
}

/** The instances of a repeated block say much the same. */
function listOf(bullets: readonly string[]): string {
  return [...new Set(bullets)].join('\n');
}

function bullet(what: string, { condition, resource }: Grant, notes: readonly string[], words: Words): string {
  const where = resource === undefined ? '' : ` · ${codeSpan(resource)}`;
  return [`- ${what}${where}`, ...conditionNotes(condition, words), ...notes].join('\n  - ');
}

function conditionNotes(condition: Grant['condition'], words: Words): string[] {
  if (condition === undefined) return [];
  const { title, expression } = condition;
  const name = title === undefined ? '' : ` (${escapeMarkdown(title)})`;
  return [
    expression === undefined
      ? `${words.explainConditionUnknown}${name}`
      : `${words.explainCondition} ${codeSpan(expression)}${name}`,
  ];
}

function aboutRole(role: string, locale: Locale): string[] {
  const sentence = roleSentence(role, locale);
  return [...(sentence === undefined ? [] : [sentence]), ...watchedNotes(role, locale)];
}

/** Empty, which is no role, where the text doesn't tell. */
function knownText({ text, told }: Named): string {
  return told ? text : '';
}

function isPublic({ text }: Named): boolean {
  return text === 'allUsers' || text === 'allAuthenticatedUsers';
}

function publicSentence({ text }: Named, words: Words): string | undefined {
  if (text === 'allUsers') return words.memberAllUsers;
  return text === 'allAuthenticatedUsers' ? words.memberAllAuthenticatedUsers : undefined;
}
