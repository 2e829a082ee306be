import type { Position, TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LineTable, lineTable, type PositionEncoding } from '../text/lineTable';
import { canonicalAddress } from '../workspace/files/address';

/** What the client has open, by address in any spelling. An open document wins over the file on the disk. */
export interface Documents {
  get(uri: string): OpenDocument | undefined;
  all(): Iterable<OpenDocument>;
  open(document: TextDocumentItem): OpenDocument;
  /** Undefined when it isn't open. */
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): OpenDocument | undefined;
  close(uri: string): OpenDocument | undefined;
  /** Another number whenever something was opened or edited. */
  revision(): number;
}

/** One version of an open document. */
export interface OpenDocument {
  readonly address: string;
  /** The address as the client spells it, for what is sent back. */
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** In the client's encoding of positions; made when first asked for. */
  readonly lines: LineTable;
}

export function createDocuments(encoding: PositionEncoding): Documents {
  const models = new Map<string, TextDocument>();
  const documents = new Map<string, OpenDocument>();
  const tables = new Map<string, LineTable>();
  let revision = 0;

  function take(model: TextDocument): OpenDocument {
    const address = canonicalAddress(model.uri);
    const document = documentOf(model, address, (text) => {
      const table = lineTable(text, encoding, tables.get(address));
      if (models.has(address)) tables.set(address, table);
      return table;
    });
    revision++;
    models.set(document.address, model);
    documents.set(document.address, document);
    return document;
  }

  return {
    get: (uri) => documents.get(canonicalAddress(uri)),
    all: () => documents.values(),
    open: ({ uri, languageId, version, text }) => take(TextDocument.create(uri, languageId, version, text)),
    change(uri, version, changes) {
      const model = models.get(canonicalAddress(uri));
      if (!model) return undefined;
      // Each change counts in the text that the one before it has left.
      for (const change of changes) TextDocument.update(model, [inText(change, model, encoding)], version);
      return take(model);
    },
    close(uri) {
      const address = canonicalAddress(uri);
      const document = documents.get(address);
      models.delete(address);
      documents.delete(address);
      tables.delete(address);
      return document;
    },
    revision: () => revision,
  };
}

/** The model counts in UTF-16, and loses its lines over ranges that go beyond the text. */
function inText(
  change: TextDocumentContentChangeEvent,
  model: TextDocument,
  encoding: PositionEncoding,
): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const place = (position: Position) => {
    const { line } = position;
    const known = encoding === 'utf-16' ? position : { line, character: utf16Character(model, position, encoding) };
    return model.positionAt(model.offsetAt(known));
  };
  return { range: { start: place(change.range.start), end: place(change.range.end) }, text: change.text };
}

function utf16Character(model: TextDocument, { line, character }: Position, encoding: PositionEncoding): number {
  const text = model.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return lineTable(text, encoding).offsetAt({ line: 0, character });
}

/** The model changes in place with the next edit; what it gives out here doesn't. */
function documentOf(model: TextDocument, address: string, linesOf: (text: string) => LineTable): OpenDocument {
  const text = model.getText();
  let lines: LineTable | undefined;
  return {
    address,
    uri: model.uri,
    languageId: model.languageId,
    version: model.version,
    text,
    get lines() {
      lines ??= linesOf(text);
      return lines;
    },
  };
}
