/** A part of a value that means something in policies, in offsets of the value's text. */
export interface PolicyWord {
  readonly start: number;
  readonly end: number;
  /** `keyword`: the kind of a member. `variable`: who it is. `type`: a role. `class`: the name of an access level. */
  readonly type: 'keyword' | 'variable' | 'type' | 'class';
}

/** Whether the text begins and ends the value; a template's literal parts may do neither. */
export interface Ends {
  readonly first: boolean;
  readonly last: boolean;
}

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
