import type { Ends, PolicyWord } from '../../kind';

/** The words of a value that is a role, a member or the name of an access level; of anything else none. */
export function wordsOfText(text: string, { first, last }: Ends = { first: true, last: true }): readonly PolicyWord[] {
  if (first && last && (text === 'allUsers' || text === 'allAuthenticatedUsers')) {
    return [{ start: 0, end: text.length, type: 'keyword' }];
  }
  return (first && (roleIn(text, last) ?? memberIn(text))) || (last && levelIn(text)) || [];
}

function roleIn(text: string, whole: boolean): readonly PolicyWord[] | undefined {
  const found = /^(?:inRole:)?((?:(?:projects|organizations)\/[^/\s]+\/)?roles\/[\w.]*)$/.exec(text)?.[1];
  if (!found || !whole) return undefined;
  return [{ start: text.length - found.length, end: text.length, type: 'type' }];
}

function memberIn(text: string): readonly PolicyWord[] | undefined {
  const kind =
    /^(?:deleted:)?(?:user|serviceAccount|group|domain|principal(?:Set|Hierarchy)?|project(?:Owner|Editor|Viewer)):(?!\s)/.exec(
      text,
    )?.[0];
  if (!kind) return undefined;
  const who = { start: kind.length, end: text.length, type: 'variable' } as const;
  return [{ start: 0, end: kind.length, type: 'keyword' }, ...(text.length > kind.length ? [who] : [])];
}

function levelIn(text: string): readonly PolicyWord[] | undefined {
  const name = /(?:^|\/)accessLevels\/([^/\s]+)$/.exec(text)?.[1];
  return name ? [{ start: text.length - name.length, end: text.length, type: 'class' }] : undefined;
}
