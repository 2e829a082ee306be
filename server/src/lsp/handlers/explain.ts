import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { explain, explanations } from '../../features/explain';
import { lenses } from '../../features/lenses';
import type { ExplainParams } from '../protocol';
import type { Session } from '../session';
import { toRange } from '../toLsp';

/** The command behind a lens is this product's own client's. */
export async function answerCodeLenses(session: Session, { textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> {
  const analysis = session.client.own ? await session.analyses.of(uri) : undefined;
  if (!analysis) return [];
  return lenses(uri, explanations(analysis.reading), session.client).map(({ title, range, command, arguments: args }) => ({
    range: toRange(range, analysis.document.lines),
    command: { title, command, arguments: [...args] },
  }));
}

/** One policy of an open file or all of them; null for what isn't open or isn't looked at. */
export async function answerExplain(session: Session, { uri, policy }: ExplainParams): Promise<string | null> {
  const analysis = await session.analyses.of(uri);
  if (!analysis) return null;
  const all = explanations(analysis.reading);
  return explain(analysis.reading, policy === undefined ? all : all.slice(policy, policy + 1), {
    locale: session.client.locale,
    workspace: analysis.workspace,
  });
}
