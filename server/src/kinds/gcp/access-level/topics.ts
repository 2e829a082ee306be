import { accountKind } from '../../../catalog/google/accountKind';
import { regionCodes } from '../../../catalog/google/regions';
import { type IpRange, parseIpRange, specialUse, writeFirst, writeLast } from '../../../catalog/ipRange';
import { fill } from '../../../text/fill';
import { escapeMarkdown } from '../../../text/markdown';
import type { TextValue } from '../../../workspace/terraform/names/text';
import type { MayHold, Topic } from '../../kind';
import type { Field, ListValue } from '../../policy';
import type { Locale, Speech } from '../../speech';
import { sayMember } from '../members/topic';
import { parseMember } from '../members/written';
import type { AccessCondition, AccessLevel } from './policy';
import { regionName } from './regionName';
import { words } from './words';

/** Values by what they mean: regions, ranges of addresses, names of levels, members. */
export function* levelTopics(level: AccessLevel, mayHold: MayHold): Generator<Topic> {
  if (!level.place.resource && !mayHold(level.node.range)) return;
  yield* nameTopics(level.name);
  yield* nameTopics(level.extended);
  if (level.definition.state !== 'known' || level.definition.value.kind !== 'basic') return;
  for (const condition of level.definition.value.conditions.items) yield* conditionTopics(condition);
}

function* conditionTopics(condition: AccessCondition): Generator<Topic> {
  const { regions, ipSubnetworks, vpcIpSubnetworks, requiredAccessLevels, members } = condition;
  for (const { text, node } of written(regions)) {
    if (text !== undefined && regionCodes.has(text)) yield { range: node.range, say: (speech) => sayRegion(text, speech) };
  }
  const networks = vpcIpSubnetworks.flatMap(({ items }) => items.filter(({ literal }) => literal));
  for (const { text, node } of [...written(ipSubnetworks), ...networks]) {
    const range = text === undefined ? undefined : parseIpRange(text);
    if (range) yield { range: node.range, say: (speech) => saySubnet(range, speech) };
  }
  for (const required of written(requiredAccessLevels)) yield* nameTopic(required);
  if (members.state === 'known') for (const member of members.value.items) yield* memberTopic(member);
}

function* memberTopic(value: TextValue): Generator<Topic> {
  const { text, node } = value;
  if (text === undefined) return;
  const { kind, id = '' } = parseMember(text);
  yield { range: node.range, say: (speech) => sayMember(value, kind, accountKind(id), speech) };
}

function written(field: Field<ListValue<TextValue>>): readonly TextValue[] {
  return field.state === 'known' ? field.value.items.filter(({ literal }) => literal) : [];
}

function* nameTopics(field: Field<TextValue>): Generator<Topic> {
  if (field.state === 'known' && field.value.literal) yield* nameTopic(field.value);
}

function* nameTopic({ text, node }: TextValue): Generator<Topic> {
  const [, policy, id] = /^accessPolicies\/([^/]+)\/accessLevels\/([^/]+)$/.exec(text ?? '') ?? [];
  if (policy === undefined || id === undefined) return;
  const named = { policy: escapeMarkdown(policy), id: escapeMarkdown(id) };
  yield { range: node.range, say: (speech) => fill(speech.words(words).topics.levelName, named) };
}

/** Of a code that stands for a region. */
export function sayRegion(code: string, speech: Speech): string {
  return fill(speech.words(words).topics.region, { code, name: escapeMarkdown(regionName(code, speech.locale)) });
}

/** How many addresses a range holds, and of what kind they are. */
export function saySubnet(range: IpRange, speech: Speech): string {
  const said = speech.words(words).topics;
  if (range.length === 0) return fill(said.subnetEverything, { version: String(range.version) });
  const named = { count: escapeMarkdown(countOf(range, speech.locale)), first: writeFirst(range), last: writeLast(range) };
  const use = specialUse(range);
  if (use) return fill(use === 'private' ? said.subnetPrivate : said.subnetSpecial, named);
  return fill(range.first === range.last ? said.subnetSingle : said.subnetPublic, named);
}

/** In digits as far as people read them, as a power beyond. */
function countOf({ first, last, length }: IpRange, locale: Locale): string {
  const count = last - first + 1n;
  return count > 2n ** 32n ? `2^${128 - length}` : new Intl.NumberFormat(locale).format(count);
}
