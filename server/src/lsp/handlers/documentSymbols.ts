import { type DocumentSymbol, type DocumentSymbolParams, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { documentSymbols, type DocumentSymbol as Found } from '../../features/symbols';
import type { LineTable } from '../../text/lines/lineTable';
import type { Session } from '../session';
import { toRange } from '../toLsp';

export async function answerDocumentSymbols(
  { analyses, client }: Session,
  { textDocument: { uri } }: DocumentSymbolParams,
): Promise<DocumentSymbol[] | SymbolInformation[]> {
  const analysis = await analyses.of(uri);
  if (!analysis) return [];
  const { reading, document } = analysis;
  const found = documentSymbols(reading, client.locale);
  return client.nestsSymbols
    ? found.map((symbol) => nested(symbol, document.lines))
    : found.flatMap((symbol) => [...flat(symbol, uri, document.lines)]);
}

function nested({ name, detail, icon, range, selection, children }: Found, lines: LineTable): DocumentSymbol {
  return {
    name,
    ...(detail === '' ? {} : { detail }),
    kind: symbolKinds[icon],
    range: toRange(range, lines),
    selectionRange: toRange(selection, lines),
    children: children.map((child) => nested(child, lines)),
  };
}

function* flat(
  { name, icon, range, children }: Found,
  uri: string,
  lines: LineTable,
  container?: string,
): Generator<SymbolInformation> {
  const location = { uri, range: toRange(range, lines) };
  yield { name, kind: symbolKinds[icon], location, ...(container === undefined ? {} : { containerName: container }) };
  for (const child of children) yield* flat(child, uri, lines, name);
}

const symbolKinds: Readonly<Record<Found['icon'], SymbolKind>> = {
  class: SymbolKind.Class,
  object: SymbolKind.Object,
  key: SymbolKind.Key,
  interface: SymbolKind.Interface,
  property: SymbolKind.Property,
};
