import type { GrantChanges } from '../../kinds/grantChanges/grantChanges';
import { canonicalAddress } from '../../workspace/files/address';
import type { Place } from '../../workspace/index/facts';
import type { ModuleFile } from '../../workspace/terraform/modules/configuration';
import type { GrantChangeLine, GrantChangesParams, GrantChangesResult } from '../protocol';
import type { GrantLines } from './grantLines';
import { isRead, type WorkspaceTextsSurroundings } from './workspaceTexts';

/** The texts of a time before, when some files held something else. */
export async function textsBefore(
  files: readonly ModuleFile[],
  before: GrantChangesParams['before'],
  surroundings: WorkspaceTextsSurroundings,
): Promise<readonly ModuleFile[]> {
  const texts = new Map(files.map(({ uri, text }) => [uri, text]));
  for (const { uri, text } of before) {
    const address = canonicalAddress(uri);
    if (text === null) texts.delete(address);
    else if (await isRead(address, surroundings)) texts.set(address, text);
  }
  return [...texts].map(([uri, text]) => ({ uri, text })).sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

export function textIn(files: readonly ModuleFile[]): (place: Place) => string {
  const texts = new Map(files.map(({ uri, text }) => [uri, text]));
  return ({ uri, range }) => texts.get(uri)?.slice(range.start, range.end) ?? '';
}

/** What has changed, as the client is told. */
export function changeLines(
  { added, removed, changed, unsure, unknown }: GrantChanges,
  lines: { readonly before: GrantLines; readonly after: GrantLines },
): Pick<GrantChangesResult, 'changes' | 'unknown'> {
  const line = (change: GrantChangeLine['change'], { before, after }: GrantChanges['unsure'][number]): GrantChangeLine => ({
    change,
    before: before ? lines.before.grant(before) : null,
    after: after ? lines.after.grant(after) : null,
  });
  return {
    changes: [
      ...added.map((after) => line('added', { after })),
      ...removed.map((before) => line('removed', { before })),
      ...changed.map((both) => line('condition', both)),
      ...unsure.map((one) => line(perhaps(one), one)),
    ],
    unknown: [
      ...unknown.added.map((row) => ({ change: 'added' as const, ...lines.after.unknown(row) })),
      ...unknown.removed.map((row) => ({ change: 'removed' as const, ...lines.before.unknown(row) })),
    ],
  };
}

function perhaps({ before, after }: GrantChanges['unsure'][number]): GrantChangeLine['change'] {
  if (before && after) return 'perhaps';
  return before ? 'perhapsRemoved' : 'perhapsAdded';
}
