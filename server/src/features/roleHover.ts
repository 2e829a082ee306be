import { type RoleFacts, roleOf, rolesAsOf, serviceOf } from '../catalog/google/roles';
import { serviceOfPrefix } from '../catalog/google/services';
import { type WatchedKind, watchedPermissions } from '../catalog/google/watchedPermissions';
import { fill, type Locale, roleWordsOf } from '../l10n/localize';

/** What a role lets its holder do, in Markdown; undefined for what is no role that is known. */
export function roleHover(role: string, locale: Locale): string | undefined {
  const { said } = roleWordsOf(locale);
  if (isCustomRole(role)) return said.custom;
  const facts = roleOf(role);
  if (!facts) return undefined;
  const sentence = roleSentence(role, locale);
  const watched = watchedNotes(role, locale).map((note) => `- ${note}`);
  return [
    `**\`${facts.id}\`**`,
    ...(sentence === undefined ? [] : [sentence]),
    ...(facts.serviceAgent ? [said.serviceAgent] : []),
    ...(watched.length > 0 ? [watched.join('\n')] : []),
    countLine(facts, locale),
  ].join('\n\n');
}

/** What the role lets its holder reach beyond what its name says, in Markdown: one note for each kind, none for most roles. */
export function watchedNotes(role: string, locale: Locale): readonly string[] {
  const facts = roleOf(role);
  return facts ? kinds.flatMap((kind) => watchedNote(facts, kind, locale)) : [];
}

/** What we say of the role in a sentence of our own; undefined for most. */
export function roleSentence(role: string, locale: Locale): string | undefined {
  const { lets } = roleWordsOf(locale);
  return Object.hasOwn(lets, role) ? lets[role as keyof typeof lets] : undefined;
}

/** Whether the text names a custom role, or may: nothing of it is known here. */
function isCustomRole(role: string): boolean {
  return /^(projects|organizations)\/[^/\s]+\/roles\/[A-Za-z0-9_.]+$/.test(role);
}

const kinds = ['impersonation', 'policy', 'execution'] as const;

function watchedNote({ id }: RoleFacts, kind: WatchedKind, locale: Locale): readonly string[] {
  const { said } = roleWordsOf(locale);
  const held = watchedPermissions(id).filter(({ opens }) => opens === kind);
  if (held.length === 0) return [];
  const shown = held.slice(0, mostShown).map(({ permission }) => `\`${permission}\``);
  const more = held.length - shown.length;
  const permissions = [...shown, ...(more > 0 ? [fill(said.more, { count: String(more) })] : [])].join(', ');
  return [`⚠ ${fill(said[kind], { permissions })}`];
}

function countLine({ id, permissions, stage }: RoleFacts, locale: Locale): string {
  const { said } = roleWordsOf(locale);
  const service = serviceOf(id);
  const [counted, uncounted] = service === '' ? [said.basicCounted, said.basicUncounted] : [said.counted, said.uncounted];
  return fill(permissions > 0 ? counted : uncounted, {
    service: serviceOfPrefix(service)?.product ?? `\`${service}\``,
    count: permissions.toLocaleString('en-US'),
    stage: said[`stage${stage}`],
    date: rolesAsOf,
  });
}

const mostShown = 6;
