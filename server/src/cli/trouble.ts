import { relative } from 'node:path';
import type { Locale } from '../kinds/speech';
import { wordsOf } from '../l10n/localize';
import type { Words } from '../l10n/words';
import type { ExpectedValue, SettingsProblem } from '../lint/settings/settings';
import { fill } from '../text/fill';

/** What kept something from being checked, counted or written. Paths are absolute or as they were given. */
export type Trouble =
  | { readonly kind: 'unreadable' | 'unwritable'; readonly path: string; readonly cause: unknown }
  | { readonly kind: 'noFormat' | 'tooLarge' | 'notUtf8' | 'brokenSettings'; readonly path: string }
  /** git can't be asked; `path` is the repository, or what is in none. */
  | {
      readonly kind: 'noGit' | 'noRepository' | 'otherRepository' | 'gitRefused' | 'notFetched' | 'noPlan';
      readonly path: string;
    }
  | { readonly kind: 'unknownRevision' | 'shallowClone'; readonly path: string; readonly revision: string }
  | { readonly kind: 'setting'; readonly path: string; readonly problem: SettingsProblem }
  | { readonly kind: 'fault'; readonly path: string; readonly rule: string; readonly error: unknown };

export type Tell = (trouble: Trouble) => void;

/** Whether what is reported may be less than what there is, so that nobody should take it for a clean result. */
export function spoilsResult({ kind }: Trouble): boolean {
  return kind !== 'tooLarge' && kind !== 'setting';
}

/** What happened and what to do about it. Holds no text of the file. */
export function troubleSentence(trouble: Trouble, folder: string, locale: Locale): string {
  const words = wordsOf(locale);
  const path = relative(folder, trouble.path) || trouble.path;
  switch (trouble.kind) {
    case 'unreadable':
      return fill(words.unreadablePath, { path, cause: causeOf(trouble.cause) });
    case 'unwritable':
      return fill(words.unwritableFile, { path, cause: causeOf(trouble.cause) });
    case 'setting': {
      const { setting, expected, near = '' } = trouble.problem;
      return fill(words.settingsProblem, {
        path,
        setting: setting || words.settingsWhole,
        expected: fill(words[expectedWords[expected]], { near }),
      });
    }
    case 'fault':
      return fill(words.ruleFault, { path, rule: trouble.rule, cause: causeOf(trouble.error) });
    case 'unknownRevision':
    case 'shallowClone':
      return fill(words[trouble.kind], { path, revision: trouble.revision });
    default:
      return fill(words[plainWords[trouble.kind]], { path });
  }
}

/** A code or a name: the message of an error may hold text of the file. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const cause = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return /^\w+$/.test(cause) ? cause : 'Error';
}

const plainWords = {
  noFormat: 'unreadableFile',
  tooLarge: 'fileTooLarge',
  notUtf8: 'notUtf8',
  brokenSettings: 'brokenSettingsFile',
  noGit: 'noGit',
  noRepository: 'noRepository',
  otherRepository: 'otherRepository',
  gitRefused: 'gitRefused',
  notFetched: 'notFetched',
  noPlan: 'noPlan',
} as const satisfies Readonly<Record<string, keyof Words>>;

const expectedWords = {
  settings: 'expectedSettings',
  knownSetting: 'expectedKnownSetting',
  knownRule: 'expectedKnownRule',
  nearRule: 'expectedNearRule',
  severity: 'expectedSeverity',
  string: 'expectedString',
  strings: 'expectedStrings',
  boolean: 'expectedBoolean',
  map: 'expectedMap',
  group: 'expectedGroup',
  attachmentLevel: 'expectedAttachmentLevel',
  switch: 'expectedSwitch',
  ignoreEntry: 'expectedIgnoreEntry',
  ignoreList: 'expectedIgnoreList',
} as const satisfies Readonly<Record<ExpectedValue, keyof Words>>;
