import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionOptions,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import { complete, type CompletionItem as FoundItem } from '../../features/completion/completion';
import type { OpenDocument } from '../documents/documents';
import type { Session } from '../session';
import { toRange } from '../toLsp';

export const completionProvider: CompletionOptions = {
  triggerCharacters: ['"', ':', '/', '.', '@', '$'],
  resolveProvider: false,
};

export async function answerCompletion(
  { analyses, client }: Session,
  { textDocument, position }: CompletionParams,
): Promise<CompletionList | null> {
  const analysis = await analyses.of(textDocument.uri);
  if (!analysis) return null;
  const { document, file, settings, workspace } = analysis;
  const { accountPrefixes } = settings.rules;
  const { items, cut } = complete(file, document.lines.offsetAt(position), workspace, { locale: client.locale, accountPrefixes });
  return { isIncomplete: cut, items: items.map((item) => toItem(item, document, client)) };
}

function toItem(item: FoundItem, { lines }: OpenDocument, client: Session['client']): CompletionItem {
  const { label, kind, detail, range, newText, cursor, filterText, sortText } = item;
  const isSnippet = cursor !== undefined && client.takesSnippets;
  const text = isSnippet ? `${escaped(newText.slice(0, cursor))}$0${escaped(newText.slice(cursor))}` : newText;
  // What is to be typed next can mostly be chosen from, too.
  const goesOn = isSnippet && client.own;
  return {
    label,
    kind: kinds[kind],
    ...(detail === undefined ? {} : { detail }),
    filterText,
    sortText,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range: toRange(range, lines), newText: text },
    ...(goesOn ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
  };
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

const kinds: Readonly<Record<FoundItem['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  role: CompletionItemKind.EnumMember,
  member: CompletionItemKind.Value,
  prefix: CompletionItemKind.Keyword,
  word: CompletionItemKind.EnumMember,
  region: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  reference: CompletionItemKind.Variable,
};
