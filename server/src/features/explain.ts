import { fill, type Locale, wordsOf } from '../l10n/localize';
import type { Words } from '../l10n/words';
import type { SourceFile } from '../syntax/sourceFile';
import { lineTable } from '../text/lineTable';
import { pathInside } from '../workspace/files/address';
import type { Workspace } from '../workspace/index/workspace';
import { folderOf } from '../workspace/terraform/resources';
import { type Explainable, lineOf } from './explain/explainable';
import { grantsSections } from './explain/grantsSections';
import { levelSections } from './explain/levelSections';
import { escapeMarkdown } from './markdown';

export interface ExplainOptions {
  readonly locale: Locale;
  readonly workspace: Workspace;
}

/** Who may do what by these policies of the file, and what its access levels ask for, as a page of Markdown. */
export function explain(file: SourceFile, explained: readonly Explainable[], options: ExplainOptions): string {
  const words = wordsOf(options.locale);
  const name = pathInside(file.uri, folderOf(file.uri));
  const title = `# ${escapeMarkdown(fill(titleOf(explained, words), { file: name }))}`;
  if (explained.length === 0) return `${title}\n\n${words.explainNothing}\n`;
  const lines = lineTable(file.text);
  const sections = explained.flatMap((explainable) => [
    ...(explained.length > 1 ? [`## ${headingOf(explainable, lineOf(explainable, lines), words)}`] : []),
    ...explainOne(explainable, explained.length > 1 ? '###' : '##', options),
  ]);
  return `${[title, ...sections].join('\n\n')}\n`;
}

function titleOf(explained: readonly Explainable[], words: Words): string {
  const onlyLevels = explained.length > 0 && explained.every(({ kind }) => kind === 'level');
  return onlyLevels ? words.explainLevelsTitle : words.explainTitle;
}

function headingOf({ kind }: Explainable, line: number, words: Words): string {
  if (kind === 'grants') return words.explainGrantsOfFile;
  return fill(kind === 'level' ? words.explainLevelAt : words.explainDocumentAt, { line: String(line) });
}

function explainOne(explainable: Explainable, heading: string, { locale, workspace }: ExplainOptions): readonly string[] {
  return explainable.kind === 'level'
    ? levelSections(explainable.level, heading, { locale, workspace })
    : grantsSections(explainable, heading, locale);
}
