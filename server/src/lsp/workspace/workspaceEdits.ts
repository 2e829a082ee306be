import type { TextEdit as LspTextEdit, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { asOneEdit, type TextEdit } from '../../text/edit';
import type { LineTable } from '../../text/lines/lineTable';
import type { ClientTraits } from '../clientTraits';
import { toRange } from '../toLsp';

/** A change of one file. */
export interface FileEdit {
  /** As the client spells it. */
  readonly uri: string;
  /** Of the open document that the edits count in; null for a file on the disk. */
  readonly version: number | null;
  /** What the edits change. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly lines: LineTable;
  /** The file isn't there yet. */
  readonly creates: boolean;
}

/**
 * One undoable edit of the file, applied at once: a client that shows several for confirmation would let somebody take a half of a
 * repair. Undefined when the client can't take it.
 */
export function toWorkspaceEdit(file: FileEdit, client: ClientTraits): WorkspaceEdit | undefined {
  if (file.creates && !client.createsFiles) return undefined;
  const edits = asOneEdit(file.text, file.edits).map((edit) => toTextEdit(edit, file.lines));
  if (!client.takesVersionedEdits) return { changes: { [file.uri]: edits } };
  const change: TextDocumentEdit = { textDocument: { uri: file.uri, version: file.version }, edits };
  const create = { kind: 'create', uri: file.uri, options: { ignoreIfExists: true } } as const;
  return { documentChanges: file.creates ? [create, change] : [change] };
}

function toTextEdit({ range, newText }: TextEdit, lines: LineTable): LspTextEdit {
  return { range: toRange(range, lines), newText };
}
