import { type RoleFacts, roleOf, rolesAsOf, serviceOf } from '../../../catalog/google/roles/roles';
import { type WatchedKind, watchedPermissions } from '../../../catalog/google/roles/watchedPermissions';
import { serviceOfPrefix } from '../../../catalog/google/services';
import { fill } from '../../../text/fill';
import type { Speech } from '../../speech';
import { words } from './words';

/** What a role lets its holder do, in Markdown; undefined for what is no role that is known. */
export function sayRole(role: string, speech: Speech): string | undefined {
  const { said } = speech.words(words);
  if (isCustomRole(role)) return said.custom;
  const facts = roleOf(role);
  if (!facts) return undefined;
  const sentence = roleSentence(role, speech);
  const watched = watchedNotes(role, speech).map((note) => `- ${note}`);
  return [
    `**\`${facts.id}\`**`,
    ...(sentence === undefined ? [] : [sentence]),
    ...(facts.serviceAgent ? [said.serviceAgent] : []),
    ...(watched.length > 0 ? [watched.join('\n')] : []),
    countLine(facts, speech),
  ].join('\n\n');
}

/** What the role lets its holder reach beyond what its name says, in Markdown: one note for each kind, none for most roles. */
export function watchedNotes(role: string, speech: Speech): readonly string[] {
  const facts = roleOf(role);
  return facts ? kinds.flatMap((kind) => watchedNote(facts, kind, speech)) : [];
}

/** What we say of the role in a sentence of our own; undefined for most. */
export function roleSentence(role: string, speech: Speech): string | undefined {
  const { lets } = speech.words(words);
  return Object.hasOwn(lets, role) ? lets[role as keyof typeof lets] : undefined;
}

/** Whether the text names a custom role, or may: nothing of it is known here. */
function isCustomRole(role: string): boolean {
  return /^(projects|organizations)\/[^/\s]+\/roles\/[A-Za-z0-9_.]+$/.test(role);
}

const kinds = ['impersonation', 'policy', 'execution'] as const;

function watchedNote({ id }: RoleFacts, kind: WatchedKind, speech: Speech): readonly string[] {
  const { said } = speech.words(words);
  const held = watchedPermissions(id).filter(({ opens }) => opens === kind);
  if (held.length === 0) return [];
  const shown = held.slice(0, mostShown).map(({ permission }) => `\`${permission}\``);
  const more = held.length - shown.length;
  const permissions = [...shown, ...(more > 0 ? [fill(said.more, { count: String(more) })] : [])].join(', ');
  return [`⚠ ${fill(said[kind], { permissions })}`];
}

function countLine({ id, permissions, stage }: RoleFacts, speech: Speech): string {
  const { said } = speech.words(words);
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
