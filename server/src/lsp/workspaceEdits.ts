import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextEdit as LspTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextEdit } from '../text/edit';
import type { LineTable } from '../text/lineTable';
import type { ClientTraits } from './clientTraits';
import { toRange } from './toLsp';

/** A change of one file. */
export interface FileEdit {
  /** As the client spells it. */
  readonly uri: string;
  /** Of the open document that the edits count in; null for a file on the disk. */
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
  readonly lines: LineTable;
  /** The file isn't there yet. */
  readonly creates: boolean;
}

/** One undoable edit. Undefined when the client can't take it. With `confirm`, a client that can lets the user look first. */
export function toWorkspaceEdit(
  file: FileEdit,
  confirm: ChangeAnnotation | undefined,
  client: ClientTraits,
): WorkspaceEdit | undefined {
  if (file.creates && !client.createsFiles) return undefined;
  const edits = file.edits.map((edit) => toTextEdit(edit, file.lines));
  if (!client.takesVersionedEdits) return { changes: { [file.uri]: edits } };
  const annotation = client.asksForConfirmation ? confirm : undefined;
  const change: TextDocumentEdit = {
    textDocument: { uri: file.uri, version: file.version },
    edits: annotation ? edits.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId })) : edits,
  };
  const create = { kind: 'create', uri: file.uri, options: { ignoreIfExists: true } } as const;
  return {
    documentChanges: file.creates ? [create, change] : [change],
    ...(annotation ? { changeAnnotations: { [annotationId]: annotation } } : {}),
  };
}

const annotationId = 'leastwise';

function toTextEdit({ range, newText }: TextEdit, lines: LineTable): LspTextEdit {
  return { range: toRange(range, lines), newText };
}
