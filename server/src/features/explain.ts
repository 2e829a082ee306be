import { fill, type Locale, wordsOf } from '../l10n/localize';
import type { Words } from '../l10n/words';
import type { AllowPolicy } from '../policies/gcp/allowPolicy';
import type { SourceFile } from '../syntax/sourceFile';
import { lineTable } from '../text/lineTable';
import { pathInside } from '../workspace/address';
import { folderOf } from '../workspace/terraformResources';
import { type Explainable, lineOf } from './explain/explainable';
import { type Grant, grantsOf, grantsWithin, type Named } from './explain/grants';
import { codeSpan, escapeMarkdown } from './markdown';
import { levelWords } from './policyName';
import { roleSentence, watchedNotes } from './roleHover';

export interface ExplainOptions {
  readonly locale: Locale;
}

/** Who may do what by these policies of the file, as a page of Markdown: by principal, then by role. */
export function explain(file: SourceFile, policies: readonly Explainable[], options: ExplainOptions): string {
  const words = wordsOf(options.locale);
  const name = pathInside(file.uri, folderOf(file.uri));
  const title = `# ${escapeMarkdown(fill(words.explainTitle, { file: name }))}`;
  if (policies.length === 0) return `${title}\n\n${words.explainNothing}\n`;
  const lines = lineTable(file.text);
  const sections = policies.flatMap((explainable) => [
    ...(policies.length > 1 ? [`## ${headingOf(explainable, lineOf(explainable, lines), words)}`] : []),
    ...explainOne(explainable, policies.length > 1 ? '###' : '##', words, options),
  ]);
  return `${[title, ...sections].join('\n\n')}\n`;
}

function headingOf({ kind }: Explainable, line: number, words: Words): string {
  return kind === 'grants' ? words.explainGrantsOfFile : fill(words.explainDocumentAt, { line: String(line) });
}

function explainOne({ kind, policies }: Explainable, heading: string, words: Words, options: ExplainOptions): string[] {
  const grants = policies.flatMap(({ policy }) => grantsOf(policy));
  const complete = policies.every(({ policy }) => policy.complete) && grants.every((grant) => grant.complete);
  return [
    ...(kind === 'document' ? policies.slice(0, 1).map(({ policy }) => attachmentSentence(policy, words)) : []),
    ...(complete ? [] : [words.explainIncomplete]),
    `${heading} ${words.explainByPrincipal}`,
    ...byPrincipal(grants, heading, words, options),
    `${heading} ${words.explainByRole}`,
    ...byRole(grants, heading, words, options),
  ];
}

function attachmentSentence({ attachment }: AllowPolicy, words: Words): string {
  if (attachment.state !== 'known') return words.explainAttachedUnknown;
  return fill(words.explainAttachedTo, { level: words[levelWords[attachment.value]] });
}

function byPrincipal(grants: readonly Grant[], heading: string, words: Words, { locale }: ExplainOptions): string[] {
  const principals = grantsWithin(grants, ({ member }) => member);
  // What is open to everybody is what a reader must not miss.
  const publicFirst = [...principals].sort(([a], [b]) => Number(isPublic(b)) - Number(isPublic(a)));
  return publicFirst.flatMap(([member, held]) => {
    const sentence = publicSentence(member, words);
    return [
      `${heading}# ${named(member, words)}`,
      ...(sentence === undefined ? [] : [`**${sentence}**`]),
      listOf(held.map((grant) => bullet(named(grant.role, words), grant, watchedNotes(knownText(grant.role), locale), words))),
    ];
  });
}

function byRole(grants: readonly Grant[], heading: string, words: Words, { locale }: ExplainOptions): string[] {
  return grantsWithin(grants, ({ role }) => role, 'withoutMembers').flatMap(([role, held]) => [
    `${heading}# ${named(role, words)}`,
    ...aboutRole(knownText(role), locale),
    listOf(held.map((grant) => bullet(grant.member ? named(grant.member, words) : words.explainNobody, grant, [], words))),
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

function named({ text, told }: Named, words: Words): string {
  return told ? codeSpan(text) : `${codeSpan(text)} (${words.explainNotTold})`;
}

function isPublic({ text }: Named): boolean {
  return text === 'allUsers' || text === 'allAuthenticatedUsers';
}

function publicSentence({ text }: Named, words: Words): string | undefined {
  if (text === 'allUsers') return words.memberAllUsers;
  return text === 'allAuthenticatedUsers' ? words.memberAllAuthenticatedUsers : undefined;
}
