import { lookAt, lookedAtPage, notLookedAtPage } from '../../features/lookedAt/lookedAt';
import { formatOf } from '../../syntax/sourceFile';
import type { LookedAtParams } from '../protocol';
import type { Session } from '../session';

/** What the rules had before them at a place of an open file, or why nothing was looked at; null for what isn't open. */
export async function answerLookedAt(session: Session, { uri, position }: LookedAtParams): Promise<string | null> {
  const { client, documents, index, rules, now } = session;
  const analysis = await session.analyses.of(uri);
  const open = documents.get(uri);
  if (!open) return null;
  if (!analysis) {
    const excluded = formatOf(open.address, open.languageId) && (await session.settings.of(open.address)).excluded(open.address);
    return notLookedAtPage(uri, excluded ? 'excluded' : 'notRead', client);
  }
  const { document, file, findings, linter, reading, settings, workspace } = analysis;
  const suppressions = linter.suppressions(file, workspace, now());
  const seen = lookAt({ reading, findings, suppressions, rules, settings, workspace }, document.lines.offsetAt(position));
  const unknowns = seen.unknowns.map(({ source, ...unknown }) => ({ ...unknown, source: source && index.placeNow(source) }));
  const texts = new Map<string, string | undefined>();
  for (const { source } of unknowns) {
    if (source && !texts.has(source.uri)) texts.set(source.uri, await session.read(source.uri));
  }
  return lookedAtPage({ ...seen, unknowns }, { locale: client.locale, textOf: (address) => texts.get(address) });
}
