import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { explain } from '../../features/explain';
import { type Explainable, explainables } from '../../features/explain/explainable';
import { lenses } from '../../features/lenses';
import type { Analysis } from '../analyses';
import type { ExplainParams } from '../protocol';
import type { Session } from '../session';
import { toRange } from '../toLsp';

/** The command behind a lens is this product's own client's. */
export async function answerCodeLenses(session: Session, { textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> {
  const analysis = session.client.own ? await session.analyses.of(uri) : undefined;
  if (!analysis) return [];
  return lenses(uri, explainablesOf(analysis), session.client).map(({ title, range, command, arguments: args }) => ({
    range: toRange(range, analysis.document.lines),
    command: { title, command, arguments: [...args] },
  }));
}

/** One policy of an open file or all of them; null for what isn't open or isn't looked at. */
export async function answerExplain(session: Session, { uri, policy }: ExplainParams): Promise<string | null> {
  const analysis = await session.analyses.of(uri);
  if (!analysis) return null;
  const all = explainablesOf(analysis);
  return explain(analysis.file, policy === undefined ? all : all.slice(policy, policy + 1), {
    locale: session.client.locale,
    workspace: analysis.workspace,
  });
}

function explainablesOf({ reading }: Analysis): readonly Explainable[] {
  return explainables(reading.policies());
}
