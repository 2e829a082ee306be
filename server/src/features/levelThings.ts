import { regionCodes } from '../catalog/google/regions';
import { type IpRange, parseIpRange, specialUse, writeFirst, writeLast } from '../catalog/ipRange';
import type { AccessCondition, AccessLevel } from '../kinds/gcp/access-level/kind';
import type { LevelField } from '../kinds/gcp/access-level/objects';
import type { Field, ListValue } from '../kinds/kind';
import type { Locale } from '../l10n/localize';
import type { Words } from '../l10n/words';
import type { TextRange } from '../text/range';
import type { TextValue } from '../workspace/terraform/text';
import { regionName } from './regionName';
import type { WordTopic } from './thingAt';

/** A part of an access level and what can be said about it. */
export interface LevelThing extends WordTopic {
  readonly range: TextRange;
}

/** Fields by their keys, values by what they mean: regions, ranges of addresses, names of levels, words. */
export function* levelThings(level: AccessLevel): Generator<LevelThing> {
  for (const { fields } of level.objects) for (const field of fields) yield* fieldThings(field, level.form === 'spec');
  yield* nameThings(level.name);
  yield* nameThings(level.extended);
  if (level.definition.state !== 'known' || level.definition.value.kind !== 'basic') return;
  for (const condition of level.definition.value.conditions.items) yield* conditionThings(condition);
}

function* fieldThings({ name, entry, texts }: LevelField, isSpec: boolean): Generator<LevelThing> {
  const word = name === undefined ? undefined : fieldWords.get(name);
  if (word) yield { word, range: entry.keyRange, ...(isSpec ? { also: 'levelSpec' as const } : {}) };
  for (const { text, literal, node } of texts) {
    const value = text === undefined || !literal ? undefined : valueTopic(text);
    if (value) yield { ...value, range: node.range };
  }
}

/** What a word that stands for a choice means. */
export function valueTopic(text: string): WordTopic | undefined {
  const os = systems.get(text);
  if (os) return { word: 'valueOs', arguments: () => ({ os }) };
  const word = valueWords.get(text);
  return word ? { word } : undefined;
}

function* conditionThings({
  regions,
  ipSubnetworks,
  vpcIpSubnetworks,
  requiredAccessLevels,
}: AccessCondition): Generator<LevelThing> {
  for (const { text, node } of written(regions)) {
    if (text !== undefined && regionCodes.has(text)) yield { ...regionTopic(text), range: node.range };
  }
  for (const { text, node } of [
    ...written(ipSubnetworks),
    ...vpcIpSubnetworks.flatMap(({ items }) => items.filter(({ literal }) => literal)),
  ]) {
    const range = text === undefined ? undefined : parseIpRange(text);
    if (range) yield { ...subnetTopic(range), range: node.range };
  }
  for (const required of written(requiredAccessLevels)) yield* nameThing(required);
}

function written(field: Field<ListValue<TextValue>>): readonly TextValue[] {
  return field.state === 'known' ? field.value.items.filter(({ literal }) => literal) : [];
}

function* nameThings(field: Field<TextValue>): Generator<LevelThing> {
  if (field.state === 'known' && field.value.literal) yield* nameThing(field.value);
}

function* nameThing({ text, node }: TextValue): Generator<LevelThing> {
  const [, policy, id] = /^accessPolicies\/([^/]+)\/accessLevels\/([^/]+)$/.exec(text ?? '') ?? [];
  if (policy !== undefined && id !== undefined) yield { word: 'levelName', arguments: () => ({ policy, id }), range: node.range };
}

/** Of a code that stands for a region. */
export function regionTopic(code: string): WordTopic {
  return { word: 'region', arguments: (locale) => ({ code, name: regionName(code, locale) }) };
}

/** How many addresses a range holds, and of what kind they are. */
export function subnetTopic(range: IpRange): WordTopic {
  const named = (locale: Locale) => ({ count: countOf(range, locale), first: writeFirst(range), last: writeLast(range) });
  if (range.length === 0) return { word: 'subnetEverything', arguments: () => ({ version: String(range.version) }) };
  const use = specialUse(range);
  if (use) return { word: use === 'private' ? 'subnetPrivate' : 'subnetSpecial', arguments: named };
  return { word: range.first === range.last ? 'subnetSingle' : 'subnetPublic', arguments: named };
}

/** In digits as far as people read them, as a power beyond. */
function countOf({ first, last, length }: IpRange, locale: Locale): string {
  const count = last - first + 1n;
  return count > 2n ** 32n ? `2^${128 - length}` : new Intl.NumberFormat(locale).format(count);
}

const fieldWords: ReadonlyMap<string, keyof Words> = new Map(
  Object.entries<keyof Words>({
    conditions: 'levelConditions',
    combiningFunction: 'levelCombiningFunction',
    ipSubnetworks: 'levelIpSubnetworks',
    devicePolicy: 'levelDevicePolicy',
    requiredAccessLevels: 'levelRequiredAccessLevels',
    negate: 'levelNegate',
    members: 'levelMembers',
    regions: 'levelRegions',
    vpcNetworkSources: 'levelVpcNetworkSources',
    vpcIpSubnetworks: 'levelVpcIpSubnetworks',
    requireScreenlock: 'levelRequireScreenlock',
    allowedEncryptionStatuses: 'levelAllowedEncryptionStatuses',
    osConstraints: 'levelOsConstraints',
    allowedDeviceManagementLevels: 'levelAllowedDeviceManagementLevels',
    requireAdminApproval: 'levelRequireAdminApproval',
    requireCorpOwned: 'levelRequireCorpOwned',
    minimumVersion: 'levelMinimumVersion',
    requireVerifiedChromeOs: 'levelRequireVerifiedChromeOs',
  }),
);

const valueWords: ReadonlyMap<string, keyof Words> = new Map(
  Object.entries<keyof Words>({
    AND: 'valueAnd',
    OR: 'valueOr',
    ENCRYPTION_UNSPECIFIED: 'valueUnspecified',
    ENCRYPTION_UNSUPPORTED: 'valueEncryptionUnsupported',
    UNENCRYPTED: 'valueUnencrypted',
    ENCRYPTED: 'valueEncrypted',
    MANAGEMENT_UNSPECIFIED: 'valueUnspecified',
    NONE: 'valueManagementNone',
    BASIC: 'valueManagementBasic',
    COMPLETE: 'valueManagementComplete',
    OS_UNSPECIFIED: 'valueUnspecified',
  }),
);

/** Operating systems by the API's words. */
export const systems: ReadonlyMap<string, string> = new Map([
  ['DESKTOP_MAC', 'macOS'],
  ['DESKTOP_WINDOWS', 'Windows'],
  ['DESKTOP_LINUX', 'Linux'],
  ['DESKTOP_CHROME_OS', 'ChromeOS'],
  ['ANDROID', 'Android'],
  ['IOS', 'iOS'],
]);
