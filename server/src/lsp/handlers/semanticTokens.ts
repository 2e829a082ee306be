import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensParams } from 'vscode-languageserver';
import { semanticTokens, tokenTypes } from '../../features/semanticTokens';
import type { Session } from '../session';
import { toRange } from '../toLsp';

/** Types that every theme knows. */
export const semanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [] };

/** No answer where nothing is known, so that another extension's tokens are shown. */
export async function answerSemanticTokens(
  { analyses }: Session,
  { textDocument: { uri } }: SemanticTokensParams,
): Promise<SemanticTokens | null> {
  const analysis = await analyses.of(uri);
  const tokens = analysis ? semanticTokens(analysis.reading) : [];
  if (!analysis || tokens.length === 0) return null;
  const builder = new SemanticTokensBuilder();
  for (const { range, type } of tokens) {
    const { start, end } = toRange(range, analysis.document.lines);
    builder.push(start.line, start.character, end.character - start.character, tokenTypes.indexOf(type), 0);
  }
  // Without the id of a result, since no difference to an earlier one is ever asked for.
  return { data: builder.build().data };
}
