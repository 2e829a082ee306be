import { kinds } from '../../kinds/index.generated';
import { rules } from '../../rules/index.generated';
import type { Severity } from '../../rules/rule';
import { type RuleSettings, ruleSettings, type SettingTakes, settingsToCome } from '../../rules/settings';
import { nearestWord } from '../../text/nearestWord';
import { childAddress } from '../../workspace/files/address';
import { matchesRule } from '../ruleNames';

/** What one place (the client or a `.leastwise.json`) sets. Undefined where it says nothing. */
export interface SettingsLayer {
  /** What globs and paths are relative to: an address without a slash at the end. */
  readonly folder: string;
  readonly severities: ReadonlyMap<string, Severity | 'off'> | undefined;
  readonly rules: Partial<RuleSettings>;
  readonly policyFiles: ReadonlyMap<string, string> | undefined;
  readonly groupFiles: ReadonlyMap<string, string> | undefined;
  readonly exclude: readonly string[] | undefined;
  readonly ignores: readonly IgnoreEntry[];
}

/** A finding that `.leastwise.json` hides, for files that can't hold a comment. */
export interface IgnoreEntry {
  /** An id or `<area>/*`. */
  readonly rule: string;
  /** The canonical address of the file. */
  readonly address: string;
  /** A JSON pointer into the file or a Terraform address. */
  readonly at: string;
  /** What must stand there; undefined where nothing is asked. */
  readonly value: unknown;
  readonly reason: string;
  /** The last day on which it hides, `2027-01-31`. */
  readonly until: string | undefined;
}

/** A setting that can't be used, and is left out. */
export interface SettingsProblem {
  readonly where: 'client' | 'file';
  /** `rules["allow-policy/public-access"]`, `exclude[2]`; empty for the whole. */
  readonly setting: string;
  readonly expected: ExpectedValue;
  /** For `nearRule`: the id that may be meant. */
  readonly near?: string;
}

export type ExpectedValue =
  | 'settings'
  | 'knownSetting'
  | 'knownRule'
  | 'nearRule'
  | 'severity'
  | 'string'
  | 'strings'
  | 'boolean'
  | 'map'
  | 'switch'
  | 'group'
  | 'attachmentLevel'
  | 'ignoreEntry'
  | 'ignoreList';

/** Takes keys as VS Code writes them (`"emergencyAccess.members"`, also with `leastwise.` before it) and nested ones. */
export function readLayer(value: unknown, where: 'client' | 'file', folder: string, problems: SettingsProblem[]): SettingsLayer {
  const tell: Tell = (setting, expected, near) => {
    problems.push({ where, setting, expected, ...(near !== undefined && { near }) });
    return undefined;
  };
  const values = settingsByName(value, where, tell);
  const read: Read = (name, shape) => {
    const found = values.get(name);
    // The client sends null for what nobody has set.
    return found === undefined || found === null ? undefined : shape(found, name, tell);
  };
  return {
    folder,
    severities: read('rules', mapOf(severity, ruleName)),
    rules: readRuleSettings(read),
    policyFiles: read('policyFiles', mapOf(attachmentLevel)),
    groupFiles: read('groupFiles', mapOf(group)),
    exclude: read('exclude', strings),
    ignores: where === 'file' ? (read('ignore', listOf(ignoreEntry(folder), 'ignoreList')) ?? []) : [],
  };
}

type Read = <T>(name: string, shape: Shape<T>) => T | undefined;

function readRuleSettings(read: Read): Partial<RuleSettings> {
  const found = Object.entries(ruleSettings).flatMap(([key, { name, takes }]) => {
    const value = read<unknown>(name, shapes[takes]);
    return value === undefined ? [] : [[key, value] as const];
  });
  // The table says of each setting in which shape its value comes.
  return Object.fromEntries(found) as Partial<RuleSettings>;
}

/** Gives undefined, and tells why, for what can't be used. */
type Shape<T> = (value: unknown, setting: string, tell: Tell) => T | undefined;
type Tell = (setting: string, expected: ExpectedValue, near?: string) => undefined;

function settingsByName(value: unknown, where: 'client' | 'file', tell: Tell): ReadonlyMap<string, unknown> {
  const byName = new Map<string, unknown>();
  // A client sends null for what nobody has set; in a file it is a mistake.
  if (value === undefined || (value === null && where === 'client')) return byName;
  if (!isRecord(value)) {
    tell('', 'settings');
    return byName;
  }
  const take = (name: string, found: unknown): void => {
    if (knownSettings.has(name)) byName.set(name, found);
    else if (isRecord(found) && [...knownSettings].some((known) => known.startsWith(`${name}.`))) {
      for (const [key, inner] of Object.entries(found)) take(`${name}.${key}`, inner);
      // What the client knows besides is none of the user's doing.
    } else if (where === 'file' && name !== '$schema') tell(name, 'knownSetting');
  };
  for (const [key, found] of Object.entries(value)) take(key.replace(/^leastwise\./, ''), found);
  return byName;
}

/** `trace.server` is the client's own. */
const knownSettings: ReadonlySet<string> = new Set([
  'rules',
  ...Object.values(ruleSettings).map(({ name }) => name),
  ...settingsToCome,
  'groupFiles',
  'policyFiles',
  'exclude',
  'trace.server',
  'ignore',
]);

const boolean: Shape<boolean> = (value, setting, tell) => (typeof value === 'boolean' ? value : tell(setting, 'boolean'));

const string: Shape<string> = (value, setting, tell) => (typeof value === 'string' ? value : tell(setting, 'string'));

const strings: Shape<readonly string[]> = listOf(string, 'strings');

/** Groups are the same in any case; rules ask for them in lower case. */
const group: Shape<string> = (value, setting, tell) =>
  typeof value === 'string' && /^group:[^\s@]+@[^\s@]+$/i.test(value) ? value.toLowerCase() : tell(setting, 'group');

/** People write a domain with and without the `@`. */
const domain: Shape<string> = (value, setting, tell) => {
  const name = typeof value === 'string' ? value.trim().replace(/^@/, '').toLowerCase() : '';
  return name === '' ? tell(setting, 'string') : name;
};

/** An id or `<area>/*` that no rule has is told, and kept: it does no harm. */
const ruleName: Shape<string> = (value, setting, tell) => {
  if (typeof value !== 'string' || rules.some((rule) => matchesRule(value, rule))) return String(value);
  const ids = rules.map(({ id }) => id);
  const names = value.endsWith('/*') ? new Set(ids.map((id) => id.replace(/[^/]*$/, '*'))) : ids;
  const near = nearestWord(value, names);
  tell(setting, near === undefined ? 'knownRule' : 'nearRule', near);
  return value;
};

const severity: Shape<Severity | 'off'> = oneOf(['error', 'warning', 'information', 'hint', 'off'], 'severity');

const attachmentLevel: Shape<string> = oneOf(
  kinds.flatMap(({ attachments = [] }) => attachments),
  'attachmentLevel',
);

const shapes: Readonly<Record<SettingTakes, Shape<unknown>>> = {
  boolean,
  strings,
  domains: listOf(domain, 'strings'),
  groups: (value, setting, tell) => {
    const groups = listOf(group, 'strings')(value, setting, tell);
    return groups && new Set(groups);
  },
  stringsByGroup: mapOf(strings, group),
  switch: oneOf(['auto', 'on', 'off'], 'switch'),
};

function oneOf<T extends string>(words: readonly T[], expected: ExpectedValue): Shape<T> {
  return (value, setting, tell) => words.find((word) => word === value) ?? tell(setting, expected);
}

function listOf<T>(item: Shape<T>, expected: ExpectedValue): Shape<readonly T[]> {
  return (value, setting, tell) => {
    if (!Array.isArray(value)) return tell(setting, expected);
    return value.map((one, index) => item(one, `${setting}[${index}]`, tell)).filter((one) => one !== undefined);
  };
}

function mapOf<T>(item: Shape<T>, key: Shape<string> = string): Shape<ReadonlyMap<string, T>> {
  return (value, setting, tell) => {
    if (!isRecord(value)) return tell(setting, 'map');
    const map = new Map<string, T>();
    for (const [name, one] of Object.entries(value)) {
      const at = `${setting}[${JSON.stringify(name)}]`;
      const readName = key(name, at, tell);
      const readValue = item(one, at, tell);
      if (readName !== undefined && readValue !== undefined) map.set(readName, readValue);
    }
    return map;
  };
}

function ignoreEntry(folder: string): Shape<IgnoreEntry> {
  return (entry, setting, tell) => {
    if (!isRecord(entry)) return tell(setting, 'ignoreEntry');
    const { rule, path, at, value, reason, until } = entry;
    if (typeof rule !== 'string' || typeof path !== 'string' || typeof at !== 'string') return tell(setting, 'ignoreEntry');
    if (until !== undefined && typeof until !== 'string') return tell(setting, 'ignoreEntry');
    return { rule, address: addressOf(path, folder), at, value, reason: typeof reason === 'string' ? reason : '', until };
  };
}

function addressOf(path: string, folder: string): string {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  return names.reduce((address, name) => childAddress(address, name) ?? address, folder);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
