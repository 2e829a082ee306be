import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import { type Change, changeBetween, composed, narrowed } from '../../text/change';
import { type LineTable, lineTable, type PositionEncoding } from '../../text/lines/lineTable';
import { canonicalAddress } from '../../workspace/files/address';

/** What the client has open, by address in any spelling. An open document wins over the file on the disk. */
export interface Documents {
  get(uri: string): OpenDocument | undefined;
  all(): Iterable<OpenDocument>;
  open(document: TextDocumentItem): OpenDocument;
  /** Undefined when it isn't open. */
  change(uri: string, version: number, events: readonly TextDocumentContentChangeEvent[]): OpenDocument | undefined;
  close(uri: string): OpenDocument | undefined;
  /** Of the document that was opened or edited last. */
  revision(): number;
}

/** One version of an open document. */
export interface OpenDocument extends Named {
  /** Another number for each version of each document. */
  readonly revision: number;
  readonly text: string;
  /** In the client's encoding of positions; made when first asked for. */
  readonly lines: LineTable;
  /** What has made this text of an earlier version's: as the client told it, or found out where that was too many edits ago. */
  changeSince(earlier: OpenDocument): Change;
}

interface Named {
  readonly address: string;
  /** The address as the client spells it, for what is sent back. */
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
}

export function createDocuments(encoding: PositionEncoding): Documents {
  const documents = new Map<string, OpenDocument>();
  const histories = new Map<string, readonly Step[]>();
  let revision = 0;

  function take(named: Named, { text, lines }: Text, history: readonly Step[]): OpenDocument {
    let table = lines;
    const document: OpenDocument = {
      ...named,
      revision: ++revision,
      text,
      get lines() {
        table ??= lineTable(text, encoding);
        return table;
      },
      changeSince(earlier) {
        const first = history.findIndex(({ from }) => from === earlier.revision);
        if (first < 0) return changeBetween(earlier.text, text);
        const told = history.slice(first).map(({ change }) => change);
        return narrowed(earlier.text, text, told.reduce(composed));
      },
    };
    documents.set(named.address, document);
    histories.set(named.address, history);
    return document;
  }

  function edited(before: Text, event: TextDocumentContentChangeEvent): { readonly after: Text; readonly change: Change } {
    if (!('range' in event)) {
      const change = { start: 0, end: before.text.length, grown: event.text.length - before.text.length };
      return { after: { text: event.text }, change };
    }
    const table = before.lines ?? lineTable(before.text, encoding);
    const ends = [event.range.start, event.range.end].map(table.offsetAt);
    const [start, end] = [Math.min(...ends), Math.max(...ends)];
    const text = before.text.slice(0, start) + event.text + before.text.slice(end);
    const change = { start, end, grown: event.text.length - (end - start) };
    return { after: { text, lines: lineTable(text, encoding, { table, change }) }, change };
  }

  return {
    get: (uri) => documents.get(canonicalAddress(uri)),
    all: () => documents.values(),
    open: ({ uri, languageId, version, text }) =>
      take({ address: canonicalAddress(uri), uri, languageId, version }, { text }, []),
    change(uri, version, events) {
      const before = documents.get(canonicalAddress(uri));
      if (!before) return undefined;
      const { address, languageId } = before;
      let text: Text = before;
      const changes: Change[] = [];
      // Each counts in the text that the one before it has left.
      for (const event of events) {
        const { after, change } = edited(text, event);
        text = after;
        changes.push(change);
      }
      const step = { from: before.revision, change: changes.length > 0 ? changes.reduce(composed) : nothing };
      const history = [...(histories.get(address) ?? []).slice(1 - mostSteps), step];
      return take({ address, uri: before.uri, languageId, version }, text, history);
    },
    close(uri) {
      const address = canonicalAddress(uri);
      const document = documents.get(address);
      documents.delete(address);
      histories.delete(address);
      return document;
    },
    revision: () => revision,
  };
}

interface Text {
  readonly text: string;
  readonly lines?: LineTable;
}

/** A notification may hold no change at all. */
const nothing: Change = { start: 0, end: 0, grown: 0 };

interface Step {
  /** The revision that was edited. */
  readonly from: number;
  readonly change: Change;
}

/** More than come between two answers. */
const mostSteps = 32;
