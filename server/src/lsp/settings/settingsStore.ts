import type { ConfigurationItem } from 'vscode-languageserver';
import type { Locale } from '../../kinds/speech';
import { wordsOf } from '../../l10n/localize';
import { parseSettingsFile, settingsFileName } from '../../lint/settings/file';
import { globMatcher } from '../../lint/settings/globs';
import { readSettings, type Settings, type SettingsProblem } from '../../lint/settings/settings';
import { fill } from '../../text/fill';
import { childAddress, isInside, parentAddress } from '../../workspace/files/address';
import type { ClientTraits } from '../clientTraits';

/** What users have set, for every file: in the client, and in the nearest `.leastwise.json` upwards, which wins. */
export interface SettingsStore {
  /** The same object as long as what is set stays the same. */
  of(address: string): Promise<Settings>;
  /** The nearest `.leastwise.json` upwards, or where it would be made; undefined where there is no place for one. */
  fileFor(address: string): Promise<string | undefined>;
  /** Whether the client's `files.exclude` hides the file. */
  hides(address: string): Promise<boolean>;
  /** What was read so far may have changed: the next question reads it again. */
  forget(): void;
  /** For a client that sends its settings instead of being asked. */
  replaceClientSettings(leastwise: unknown): void;
  /** Another number whenever what is set may have changed. */
  revision(): number;
}

export interface SettingsSurroundings {
  /** Asks the client what is set. */
  readonly ask: (items: ConfigurationItem[]) => Promise<unknown>;
  readonly client: ClientTraits;
  /** The workspace folders as they are now. */
  readonly folders: () => readonly string[];
  /** An open document or a file. */
  readonly read: (address: string) => Promise<string | undefined>;
  readonly log: (sentence: string) => void;
}

export function createSettingsStore({ ask, client, folders, read, log }: SettingsSurroundings): SettingsStore {
  const logged = new Set<string>();
  const known = new Map<string, Settings>();
  // A file that is broken while someone types in it counts as it was before.
  const lastGood = new Map<string, unknown>();
  let pushed = client.settings;
  let revision = 0;
  let clientSettings = new Map<string, Promise<ClientSettings>>();
  let settingsFiles = new Map<string, Promise<SettingsFile | undefined>>();
  let byFolder = new Map<string, Promise<Settings>>();

  function logOnce(sentence: string): void {
    if (logged.has(sentence)) return;
    logged.add(sentence);
    log(sentence);
  }

  function clientSettingsOf(root: string): Promise<ClientSettings> {
    return remembered(clientSettings, root, async () => {
      if (!client.answersConfiguration) return { leastwise: pushed, hides: () => false };
      const items = ['leastwise', 'files.exclude'].map((section) => ({ scopeUri: root, section }));
      const answer: unknown = await ask(items).catch(() => undefined);
      const [leastwise, exclude] = Array.isArray(answer) ? answer : [];
      return { leastwise: leastwise ?? pushed, hides: hidden(exclude, root) };
    });
  }

  function settingsFileOf(folder: string): Promise<SettingsFile | undefined> {
    return remembered(settingsFiles, folder, async () => {
      const uri = childAddress(folder, settingsFileName);
      const text = uri === undefined ? undefined : await read(uri);
      if (uri !== undefined && text !== undefined) return { uri, value: settingsIn(uri, text) };
      if (uri !== undefined) lastGood.delete(uri);
      const above = parentAddress(folder);
      // Where each look is a request to the client, the folders above the workspace stay unread.
      const goesOn = above !== undefined && (above.startsWith('file:') || rootOf(above) !== undefined);
      return goesOn ? settingsFileOf(above) : undefined;
    });
  }

  function settingsIn(uri: string, text: string): unknown {
    const value = parseSettingsFile(text);
    if (value === undefined) logOnce(settingsSyntaxSentence(uri, client.locale));
    else lastGood.set(uri, value);
    return lastGood.get(uri);
  }

  function rootOf(address: string): string | undefined {
    const inside = folders().filter((folder) => address === folder || isInside(address, folder));
    return inside.sort((a, b) => b.length - a.length)[0];
  }

  async function readFor(folder: string): Promise<Settings> {
    const root = rootOf(folder) ?? folder;
    const [{ leastwise }, file] = await Promise.all([clientSettingsOf(root), settingsFileOf(folder)]);
    const sources = { client: leastwise, file, folder: root };
    const key = JSON.stringify(sources);
    const present = known.get(key);
    if (present) return present;
    const { settings, problems } = readSettings(sources);
    for (const problem of problems) {
      const path = problem.where === 'file' ? (file?.uri ?? '') : 'leastwise';
      logOnce(settingsProblemSentence(path, problem, client.locale));
    }
    if (known.size >= mostKnown) known.clear();
    known.set(key, settings);
    return settings;
  }

  return {
    of: (address) => {
      const folder = parentAddress(address) ?? address;
      return remembered(byFolder, folder, () => readFor(folder));
    },
    async fileFor(address) {
      const folder = parentAddress(address);
      if (folder === undefined) return undefined;
      return (await settingsFileOf(folder))?.uri ?? childAddress(rootOf(folder) ?? folder, settingsFileName);
    },
    async hides(address) {
      const root = rootOf(address);
      return root !== undefined && (await clientSettingsOf(root)).hides(address);
    },
    forget() {
      revision++;
      clientSettings = new Map();
      settingsFiles = new Map();
      byFolder = new Map();
    },
    replaceClientSettings(leastwise) {
      pushed = leastwise;
    },
    revision: () => revision,
  };
}

interface ClientSettings {
  readonly leastwise: unknown;
  readonly hides: (address: string) => boolean;
}

interface SettingsFile {
  readonly uri: string;
  /** As it was read last; undefined when it never could be. */
  readonly value: unknown;
}

/** Every state of a settings file while it is typed is another one, and no old one is asked for again. */
const mostKnown = 100;

function remembered<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const present = cache.get(key);
  if (present) return present;
  const made = make();
  cache.set(key, made);
  return made;
}

/** `files.exclude` maps globs to booleans, or to conditions on sibling files, which are not looked at. */
function hidden(exclude: unknown, root: string): (address: string) => boolean {
  if (typeof exclude !== 'object' || exclude === null) return () => false;
  const globs = Object.entries(exclude).filter(([, on]) => on === true);
  const matchers = globs.map(([glob]) => globMatcher(glob, root));
  return (address) => matchers.some((matches) => matches(address));
}

/** Says of a settings file that it can't be read. */
export function settingsSyntaxSentence(path: string, locale: Locale): string {
  return fill(wordsOf(locale).settingsSyntax, { path });
}

/** Says why something that is set doesn't count. `path` is where it is set. */
export function settingsProblemSentence(path: string, { setting, expected, near = '' }: SettingsProblem, locale: Locale): string {
  const words = wordsOf(locale);
  const said = fill(words[wordFor(expected)], { near });
  return fill(words.settingsProblem, { path, setting: setting || words.settingsWhole, expected: said });
}

function wordFor(expected: SettingsProblem['expected']) {
  return `expected${expected.charAt(0).toUpperCase()}${expected.slice(1)}` as `expected${Capitalize<SettingsProblem['expected']>}`;
}
