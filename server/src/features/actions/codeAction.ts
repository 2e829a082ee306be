import type { Locale } from '../../kinds/speech';
import type { PlacedFinding } from '../../lint/lint';
import type { TextEdit } from '../../text/edit';

/** Something that can be done, about a finding or where nothing is wrong. */
export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor.rewrite';
  /** What it is about; a refactoring may be about nothing that was found. */
  readonly finding?: PlacedFinding;
  /** In offsets of the file. */
  readonly edits?: readonly TextEdit[];
  /** A change to another file, in offsets of the text that was given for it. */
  readonly otherFile?: OtherFileEdit;
  /** Set when the action exists but can't be taken. */
  readonly disabledReason?: string;
  readonly preferred: boolean;
  readonly command?: { readonly title: string; readonly command: string; readonly arguments: readonly string[] };
}

export type OtherFileEdit =
  | { readonly uri: string; readonly edits: readonly TextEdit[] }
  /** The file isn't there yet. */
  | { readonly uri: string; readonly newText: string };

export interface CodeActionOptions {
  readonly locale: Locale;
  /** Tells JSON with comments from plain JSON, where the client knows. */
  readonly languageId?: string | undefined;
  /** The nearest `.leastwise.json` upwards, or where it would be made. Without it, plain JSON gets no *Suppress …*. */
  readonly settingsFile?: SettingsFile | undefined;
}

/** A `.leastwise.json` and what is in it. */
export interface SettingsFile {
  readonly uri: string;
  /** Undefined when there is no such file yet. */
  readonly text: string | undefined;
}
