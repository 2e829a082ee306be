import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensParams } from 'vscode-languageserver';
import { semanticTokens, tokenTypes } from '../../features/semanticTokens';
import type { Session } from '../session';
import { toRange } from '../toLsp';

/** Types that every theme knows. */
export const semanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [] };

/** No answer where nothing is known, so that another extension's tokens are shown. */
export async function answerSemanticTokens(
  { openFiles }: Session,
  { textDocument: { uri } }: SemanticTokensParams,
): Promise<SemanticTokens | null> {
  const open = await openFiles.current(uri);
  const tokens = open ? semanticTokens(open.file) : [];
  if (!open || tokens.length === 0) return null;
  const builder = new SemanticTokensBuilder();
  for (const { range, type } of tokens) {
    const { start, end } = toRange(range, open.document.lines);
    builder.push(start.line, start.character, end.character - start.character, tokenTypes.indexOf(type), 0);
  }
  return builder.build();
}
