import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LineTable, lineTable } from '../text/lineTable';
import { canonicalAddress } from '../workspace/address';

/** What the client has open, by address in any spelling. An open document wins over the file on the disk. */
export interface Documents {
  get(uri: string): OpenDocument | undefined;
  all(): Iterable<OpenDocument>;
  open(document: TextDocumentItem): OpenDocument;
  /** Undefined when it isn't open. */
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): OpenDocument | undefined;
  close(uri: string): OpenDocument | undefined;
}

/** One version of an open document. */
export interface OpenDocument {
  readonly address: string;
  /** The address as the client spells it, for what is sent back. */
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Made when first asked for. */
  readonly lines: LineTable;
}

export function createDocuments(): Documents {
  const models = new Map<string, TextDocument>();
  const documents = new Map<string, OpenDocument>();

  function take(model: TextDocument): OpenDocument {
    const document = documentOf(model, canonicalAddress(model.uri));
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
      return model && take(TextDocument.update(model, changes, version));
    },
    close(uri) {
      const address = canonicalAddress(uri);
      const document = documents.get(address);
      models.delete(address);
      documents.delete(address);
      return document;
    },
  };
}

/** The model changes in place with the next edit; what it gives out here doesn't. */
function documentOf(model: TextDocument, address: string): OpenDocument {
  const text = model.getText();
  let lines: LineTable | undefined;
  return {
    address,
    uri: model.uri,
    languageId: model.languageId,
    version: model.version,
    text,
    get lines() {
      lines ??= lineTable(text);
      return lines;
    },
  };
}
