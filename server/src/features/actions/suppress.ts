import { wordsOf } from '../../l10n/localize';
import type { PlacedFinding } from '../../lint/lint';
import { standingOf } from '../../lint/places/placedFinding';
import { routeTo } from '../../lint/places/route';
import { suppressionText } from '../../lint/suppression/comments';
import { ignorePlace } from '../../lint/suppression/entries';
import { commentableStart } from '../../lint/suppression/markedLines';
import type { Root } from '../../syntax/format';
import { isItem } from '../../syntax/list/listItems';
import type { SourceFile } from '../../syntax/sourceFile';
import { fill } from '../../text/fill';
import { startOfLine } from '../../text/lines/lineTable';
import { shift } from '../../text/range';
import { canonicalAddress, isInside, parentAddress, pathInside } from '../../workspace/files/address';
import type { CodeAction, CodeActionOptions, OtherFileEdit } from './codeAction';
import { withIgnoreEntry } from './settingsFileEdit';

/** Hides the finding: by a comment where the file can hold one, else in `.leastwise.json`. Undefined when there is no place for either. */
export function suppressAction(file: SourceFile, finding: PlacedFinding, options: CodeActionOptions): CodeAction | undefined {
  return holdsComments(file, options.languageId) ? withComment(file, finding, options) : inSettingsFile(file, finding, options);
}

function holdsComments(file: SourceFile, languageId: string | undefined): boolean {
  if (file.format === 'yaml' || file.format === 'terraform') return true;
  // Who has written a comment into plain JSON has a reader that takes it.
  return languageId === 'jsonc' || /\.jsonc$/i.test(file.uri) || file.roots.some(({ root }) => root.comments.length > 0);
}

function withComment(file: SourceFile, finding: PlacedFinding, { locale }: CodeActionOptions): CodeAction {
  const words = wordsOf(locale);
  const title = fill(words.suppressWithComment, { rule: finding.rule.id });
  const base = { title, kind: 'quickfix', finding, preferred: false } as const;
  const { root, offset, range } = standingOf(finding);
  const start = finding.cause ? range.start : commentableStart(finding);
  const at = startOfLine(file.text, offset + start);
  // A root may begin within a line of the file: a document after `--- `, a block after another one's `}`.
  const isWithin = at >= offset || isItem(root);
  if (!isWithin || isInsideText(root, at - offset)) return { ...base, disabledReason: words.cannotBeWritten };
  const indentation = /^[ \t]*/.exec(file.text.slice(at))?.[0] ?? '';
  const mark = file.format === 'yaml' || file.format === 'terraform' ? '#' : '//';
  const newText = `${indentation}${mark} ${suppressionText([finding.rule.id])}${lineBreakOf(file.text)}`;
  const edits = root.format.keepFormatted(root, [{ range: { start: at - offset, end: at - offset }, newText }]);
  return { ...base, edits: edits.map((edit) => ({ ...edit, range: shift(edit.range, offset) })) };
}

function inSettingsFile(
  file: SourceFile,
  finding: PlacedFinding,
  { locale, settingsFile }: CodeActionOptions,
): CodeAction | undefined {
  const folder = settingsFile && parentAddress(canonicalAddress(settingsFile.uri));
  const address = canonicalAddress(file.uri);
  if (!settingsFile || folder === undefined || !isInside(address, folder)) return undefined;
  const words = wordsOf(locale);
  const name = settingsFile.uri.slice(settingsFile.uri.lastIndexOf('/') + 1);
  const title = fill(words.suppressInSettingsFile, { rule: finding.rule.id, file: name });
  const base = { title, kind: 'quickfix', finding, preferred: false } as const;
  const entry = { rule: finding.rule.id, path: pathInside(address, folder), ...ignorePlace(finding), reason: '' };
  const change = withIgnoreEntry(settingsFile.text, entry);
  if ('refused' in change) {
    const reason = change.refused === 'syntaxError' ? words.settingsFileIsBroken : words.settingsFileIsOther;
    return { ...base, disabledReason: fill(reason, { file: name }) };
  }
  const otherFile: OtherFileEdit = { uri: settingsFile.uri, ...change };
  return { ...base, otherFile };
}

/** Whether a comment there would become part of a string that reaches over several lines. */
function isInsideText(root: Root, at: number): boolean {
  const node = routeTo(root.node, { start: at, end: at }).at(-1)?.node;
  // What can't be read in a text with an error may be a string without its end.
  const isText = node?.kind === 'scalar' || node?.kind === 'template' || (node?.kind === 'opaque' && root.broken);
  return isText && node.range.start < at && at < node.range.end;
}

function lineBreakOf(text: string): string {
  // A sign is found many times as fast as a pattern, where a whole file is one line.
  const lineFeed = text.indexOf('\n');
  if (lineFeed < 0) return text.includes('\r') ? '\r' : '\n';
  return text.charAt(lineFeed - 1) === '\r' ? '\r\n' : '\n';
}
