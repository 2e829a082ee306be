import type { Locale } from '../../kinds/speech';
import { wordsOf } from '../../l10n/localize';
import { fixAll } from '../../lint/fixes/fix';
import type { PlacedFinding } from '../../lint/lint';
import type { SourceFile } from '../../syntax/sourceFile';
import type { TextEdit } from '../../text/edit';

export interface FixAllAction {
  readonly title: string;
  readonly kind: 'source.fixAll.leastwise';
  /** In offsets of the file. */
  readonly edits: readonly TextEdit[];
}

/** Every repair that keeps the meaning, as one action; undefined when there is none. `lint` is asked for each state of the file. */
export function fixAllAction(
  file: SourceFile,
  lint: (file: SourceFile) => readonly PlacedFinding[],
  { locale }: { readonly locale: Locale },
): FixAllAction | undefined {
  const { edits } = fixAll(file, lint);
  return edits.length === 0 ? undefined : { title: wordsOf(locale).fixAll, kind: 'source.fixAll.leastwise', edits };
}
