import { fill } from '../../../../text/fill';
import { codeSpan, escapeMarkdown } from '../../../../text/markdown';
import type { ExplainOptions } from '../../../explaining/explanation';
import { type Named, nameInWords } from '../../../explaining/named';
import { words as common } from '../../../explaining/words';
import type { Speech } from '../../../speech';
import { words as members } from '../../members/words';
import { roleSentence, watchedNotes } from '../../roles/topic';
import type { AllowPolicy } from '../policy';
import { words } from '../words';
import { type Grant, grantsOfAll, grantsWithin } from './grants';

/** By principal, then by role. Its headings begin with `marks`. */
export function grantsSections(
  policies: readonly AllowPolicy[],
  marks: string,
  { speech, workspace }: ExplainOptions,
): readonly string[] {
  const said = speech.words(words).explain;
  const grants = grantsOfAll(policies, workspace);
  const complete = policies.every((policy) => policy.complete) && grants.every((grant) => grant.complete);
  const [first] = policies;
  const attached = first?.form === 'document' ? [sayAttachment(first, speech)] : [];
  if (complete && grants.length === 0) return [...attached, said.nothing];
  return [
    ...attached,
    ...(complete ? [] : [speech.words(common).incomplete]),
    `${marks} ${said.byPrincipal}`,
    ...byPrincipal(grants, marks, speech),
    `${marks} ${said.byRole}`,
    ...byRole(grants, marks, speech),
  ];
}

/** What the policy hangs on, where that is known. */
export function sayAttachment({ attachment }: AllowPolicy, speech: Speech): string {
  const { explain, attachments } = speech.words(words);
  if (attachment.state !== 'known') return explain.attachedUnknown;
  return fill(explain.attachedTo, { level: attachments[attachment.value] });
}

function byPrincipal(grants: readonly Grant[], heading: string, speech: Speech): string[] {
  const principals = grantsWithin(grants, ({ member }) => member);
  // What is open to everybody is what a reader must not miss.
  const publicFirst = [...principals].sort(([a], [b]) => Number(isPublic(b)) - Number(isPublic(a)));
  return publicFirst.flatMap(([member, held]) => {
    const sentence = publicSentence(member, speech);
    return [
      `${heading}# ${nameInWords(member, speech)}`,
      ...(sentence === undefined ? [] : [`**${sentence}**`]),
      listOf(
        held.map((grant) => bullet(nameInWords(grant.role, speech), grant, watchedNotes(knownText(grant.role), speech), speech)),
      ),
    ];
  });
}

function byRole(grants: readonly Grant[], heading: string, speech: Speech): string[] {
  return grantsWithin(grants, ({ role }) => role, 'withoutMembers').flatMap(([role, held]) => [
    `${heading}# ${nameInWords(role, speech)}`,
    ...aboutRole(knownText(role), speech),
    listOf(
      held.map((grant) =>
        bullet(grant.member ? nameInWords(grant.member, speech) : speech.words(words).explain.nobody, grant, [], speech),
      ),
    ),
  ]);
}

/** The instances of a repeated block say much the same. */
function listOf(bullets: readonly string[]): string {
  return [...new Set(bullets)].join('\n');
}

function bullet(what: string, { condition, resource, assumed }: Grant, notes: readonly string[], speech: Speech): string {
  const where = resource === undefined ? '' : ` · ${codeSpan(resource)}`;
  const assumption = assumed ? [speech.words(common).assumed] : [];
  return [`- ${what}${where}`, ...conditionNotes(condition, speech), ...assumption, ...notes].join('\n  - ');
}

function conditionNotes(condition: Grant['condition'], speech: Speech): string[] {
  if (condition === undefined) return [];
  const { title, expression } = condition;
  const name = title === undefined ? '' : ` (${escapeMarkdown(title)})`;
  return [
    expression === undefined
      ? `${speech.words(words).explain.conditionUnknown}${name}`
      : `${speech.words(words).explain.condition} ${codeSpan(expression)}${name}`,
  ];
}

function aboutRole(role: string, speech: Speech): string[] {
  const sentence = roleSentence(role, speech);
  return [...(sentence === undefined ? [] : [sentence]), ...watchedNotes(role, speech)];
}

/** Empty, which is no role, where the text doesn't tell. */
function knownText({ text, told }: Named): string {
  return told ? text : '';
}

function isPublic({ text }: Named): boolean {
  return text === 'allUsers' || text === 'allAuthenticatedUsers';
}

function publicSentence({ text }: Named, speech: Speech): string | undefined {
  if (text === 'allUsers') return speech.words(members).allUsers;
  return text === 'allAuthenticatedUsers' ? speech.words(members).allAuthenticatedUsers : undefined;
}
