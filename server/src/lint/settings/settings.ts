import type { Rule, Severity } from '../../rules/rule';
import { type RuleSettings, ruleSettings } from '../../rules/settings';
import { canonicalAddress, parentAddress } from '../../workspace/files/address';
import type { FileHints } from '../../workspace/index/factReader';
import { matchesRule } from '../ruleNames';
import { globMatcher } from './globs';
import { type IgnoreEntry, readLayer, type SettingsLayer, type SettingsProblem } from './values';

export type { ExpectedValue, IgnoreEntry, SettingsProblem } from './values';

/** What a user has set for the files of a folder, checked and with defaults. Takes addresses in any spelling. */
export interface Settings {
  readonly rules: RuleSettings;
  /** What the user has set for the rule, else `own`: the level that the message carries. */
  severityOf(rule: Rule, own?: Severity): Severity | 'off';
  attachmentFor(uri: string): string | undefined;
  /** The group whose members the file lists. */
  groupFor(uri: string): string | undefined;
  /** Both, for whoever gathers facts. */
  hintsFor(uri: string): FileHints;
  excluded(uri: string): boolean;
  readonly ignores: readonly IgnoreEntry[];
}

export interface SettingsSources {
  /** The client's `leastwise` section. */
  readonly client?: unknown;
  /** The nearest `.leastwise.json`, parsed. Wins over the client. */
  readonly file?: { readonly uri: string; readonly value: unknown } | undefined;
  /** The root folder, which the client's globs are relative to. */
  readonly folder: string;
}

/** Never throws: what has the wrong type is left out and told as a problem. */
export function readSettings({ client, file, folder }: SettingsSources): {
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
} {
  const problems: SettingsProblem[] = [];
  const layers: SettingsLayer[] = [];
  if (file) layers.push(readLayer(file.value, 'file', parentAddress(canonicalAddress(file.uri)) ?? '', problems));
  layers.push(readLayer(client, 'client', canonicalAddress(folder).replace(/\/$/, ''), problems));
  return { settings: settingsOf(layers), problems };
}

/** The first layer wins. */
function settingsOf(layers: readonly SettingsLayer[]): Settings {
  const first = <T>(get: (layer: SettingsLayer) => T | undefined): T | undefined => {
    for (const layer of layers) {
      const value = get(layer);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const byGlob = <T>(get: (layer: SettingsLayer) => ReadonlyMap<string, T> | undefined): ((uri: string) => T | undefined) => {
    const globs = layers.flatMap((layer) =>
      [...(get(layer) ?? [])].map(([glob, value]) => ({ matches: globMatcher(glob, layer.folder), value })),
    );
    return (uri) => globs.find(({ matches }) => matches(uri))?.value;
  };
  const attachmentFor = byGlob((layer) => layer.policyFiles);
  const groupFor = byGlob((layer) => layer.groupFiles);
  const excluding = layers.find((layer) => layer.exclude);
  const excludes = (excluding?.exclude ?? []).map((glob) => globMatcher(glob, excluding?.folder ?? ''));
  return {
    rules: ruleSettingsIn(layers),
    severityOf: (rule, own = rule.severity) => first((layer) => severityIn(layer, rule)) ?? own,
    attachmentFor,
    groupFor,
    hintsFor: (uri) => ({ group: groupFor(uri), attachment: attachmentFor(uri) }),
    excluded: (uri) => excludes.some((matches) => matches(uri)),
    ignores: layers.flatMap((layer) => layer.ignores),
  };
}

/** The rule's own id tells more than an earlier one, and that more than its area. */
function severityIn({ severities }: SettingsLayer, rule: Rule): Severity | 'off' | undefined {
  if (!severities) return undefined;
  for (const id of [rule.id, ...(rule.renamedFrom ?? [])]) {
    const severity = severities.get(id);
    if (severity) return severity;
  }
  for (const [pattern, severity] of severities) if (matchesRule(pattern, rule)) return severity;
  return undefined;
}

/** Of lists and truth values the first layer wins; maps are joined. */
function ruleSettingsIn(layers: readonly SettingsLayer[]): RuleSettings {
  const values = Object.entries(ruleSettings).map(([name, { usual }]) => {
    const set = layers.map(({ rules }) => rules[name as keyof RuleSettings]).filter((value) => value !== undefined);
    const maps = set.filter((value) => value instanceof Map);
    return [name, maps.length > 0 ? new Map(maps.toReversed().flatMap((map) => [...map])) : (set[0] ?? usual)];
  });
  // Each value comes from the layer's setting of that name or from the table.
  return Object.fromEntries(values) as RuleSettings;
}
