import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { openRuleDocumentationCommand } from '../../features/actions/openRuleDocumentation';
import { hover } from '../../features/hover/hover';
import { valueHover } from '../../features/hover/values';
import type { Session } from '../session';
import { toRange } from '../toLsp';

/** VS Code shows diagnostics in the hover itself, and follows no links but to commands and the web. */
const ownClient = {
  messagesShown: true,
  rulePage: (ruleId: string) => `command:${openRuleDocumentationCommand}?${encodeURIComponent(JSON.stringify([ruleId]))}`,
};

export async function answerHover({ analyses, client }: Session, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const analysis = await analyses.of(textDocument.uri);
  if (!analysis) return null;
  const { document, findings, reading, file, workspace } = analysis;
  const offset = document.lines.offsetAt(position);
  const value = valueHover(file, offset, workspace, client.locale);
  const found = hover(findings, offset, { locale: client.locale, reading, value, ...(client.own ? ownClient : {}) });
  return found
    ? { contents: { kind: MarkupKind.Markdown, value: found.contents }, range: toRange(found.range, document.lines) }
    : null;
}
