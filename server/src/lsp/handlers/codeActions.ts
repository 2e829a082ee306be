import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { CodeAction as FoundAction } from '../../features/actions/codeAction';
import { fixAllAction } from '../../features/actions/fixAll';
import { codeActions } from '../../features/actions/quickFixes';
import { rangeInFile } from '../../lint/places/placedFinding';
import { lineTable } from '../../text/lines/lineTable';
import type { Analysis } from '../documents/analyses';
import type { Session } from '../session';
import { fromRange, toRange } from '../toLsp';
import { type FileEdit, toWorkspaceEdit } from '../workspace/workspaceEdits';

export const codeActionKinds: string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, 'source.fixAll.leastwise'];

/** The repairs at a place; where the client asks for it, all safe repairs of the file as one. */
export async function answerCodeActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  if (!session.client.takesCodeActionLiterals) return [];
  const analysis = await session.analyses.of(textDocument.uri);
  if (!analysis) return [];
  const asked = (kind: string) => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (asked('source.fixAll.leastwise')) actions.push(...fixAll(session, analysis));
  const kinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite].filter((kind) => asked(kind) ?? true);
  if (kinds.length > 0) {
    const found = codeActions(analysis.file, analysis.findings, fromRange(range, analysis.document.lines), {
      locale: session.client.locale,
      languageId: analysis.document.languageId,
      settingsFile: await settingsFile(session, analysis),
    });
    for (const action of found.filter(({ kind }) => kinds.includes(kind)))
      actions.push(...(await toCodeAction(session, analysis, action, context.diagnostics)));
  }
  return actions;
}

function fixAll({ client, now }: Session, analysis: Analysis): CodeAction[] {
  const { document, file, linter, workspace } = analysis;
  const action = fixAllAction(file, (state) => linter.lint(state, workspace, now()), client);
  if (!action) return [];
  const edit = toWorkspaceEdit({ ...document, edits: action.edits, creates: false }, client);
  return edit ? [{ title: action.title, kind: action.kind, edit }] : [];
}

async function settingsFile({ settings, read }: Session, { document }: Analysis) {
  const uri = await settings.fileFor(document.address);
  return uri === undefined ? undefined : { uri, text: await read(uri) };
}

/** Nothing for what the client can't show or take. */
async function toCodeAction(
  session: Session,
  analysis: Analysis,
  action: FoundAction,
  diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const { client } = session;
  const base = { title: action.title, kind: action.kind, diagnostics: repaired(analysis, action, diagnostics) };
  if (action.disabledReason !== undefined) {
    return client.showsDisabledActions ? [{ ...base, disabled: { reason: action.disabledReason } }] : [];
  }
  if (action.command) {
    const { title, command, arguments: args } = action.command;
    return client.own ? [{ ...base, command: { title, command, arguments: [...args] } }] : [];
  }
  const changed = await fileEdit(session, analysis, action);
  const edit = changed && toWorkspaceEdit(changed, client);
  if (!edit) return [];
  return [{ ...base, edit, ...(action.preferred && client.showsPreferredActions ? { isPreferred: true } : {}) }];
}

async function fileEdit(
  { client, documents, read }: Session,
  { document }: Analysis,
  action: FoundAction,
): Promise<FileEdit | undefined> {
  const { otherFile } = action;
  const linesOf = (text: string) => lineTable(text, client.positionEncoding);
  if (!otherFile) return action.edits && { ...document, edits: action.edits, creates: false };
  const open = documents.get(otherFile.uri);
  const { uri, version } = open ?? { uri: otherFile.uri, version: null };
  if ('newText' in otherFile) {
    const edits = [{ range: { start: 0, end: 0 }, newText: otherFile.newText }];
    return { uri, version, text: '', edits, lines: linesOf(''), creates: open === undefined };
  }
  const text = (await read(otherFile.uri)) ?? '';
  return { uri, version, text, edits: otherFile.edits, lines: linesOf(text), creates: false };
}

/** Those of the client's diagnostics that the action is about; none for what is offered where nothing is wrong. */
function repaired({ document }: Analysis, { finding }: FoundAction, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (!finding) return [];
  const { start, end } = toRange(rangeInFile(finding), document.lines);
  const isHere = ({ range }: Diagnostic) =>
    range.start.line === start.line &&
    range.start.character === start.character &&
    range.end.line === end.line &&
    range.end.character === end.character;
  return diagnostics.filter((diagnostic) => diagnostic.code === finding.rule.id && isHere(diagnostic));
}
