import { regionCodes } from '../../catalog/google/regions';
import { parseIpRange } from '../../catalog/ipRange';
import { requirementsOf } from '../../kinds/gcp/access-level/conditions';
import type { AccessCondition, AccessLevel, ConditionField } from '../../kinds/gcp/access-level/kind';
import { listField, textField } from '../../kinds/values';
import { type Locale, wordsOf } from '../../l10n/localize';
import type { Words } from '../../l10n/words';
import type { MappingNode, SyntaxNode } from '../../syntax/tree';
import type { Workspace } from '../../workspace/index/workspace';
import { blocksOf, folderOf } from '../../workspace/terraform/resources';
import { noText, textOf } from '../../workspace/terraform/text';
import { regionTopic, subnetTopic } from '../levelThings';
import { codeSpan } from '../markdown';
import { inWords } from '../topicText';
import { devicePoints } from './deviceDemands';
import { nameInWords, nameOf, written } from './named';
import { listPoints, type Point, type Telling } from './points';

/** What a condition asks for, a point for each of its fields, in the order of the text. */
export function requirementPoints(
  level: AccessLevel,
  condition: AccessCondition,
  { locale, workspace }: { readonly locale: Locale; readonly workspace: Workspace },
): readonly Point[] {
  const folder = level.place.resource ? folderOf(level.place.uri) : '';
  const telling = { level, scope: { folder, workspace }, words: wordsOf(locale), locale };
  return requirementsOf(condition).map((field) => ({
    says: telling.words[sentences[field.name as keyof typeof sentences]],
    parts: partsOf(field, condition, telling),
  }));
}

const sentences = {
  ipSubnetworks: 'explainFromSubnets',
  regions: 'explainFromRegions',
  members: 'explainIsMember',
  requiredAccessLevels: 'explainMeetsLevels',
  devicePolicy: 'explainDevice',
  vpcNetworkSources: 'explainFromNetworks',
} as const satisfies Readonly<Record<string, keyof Words>>;

function partsOf({ name, entry }: ConditionField, condition: AccessCondition, telling: Telling): readonly Point[] {
  const { level, words } = telling;
  const blocks = blocksOf(condition.node, entry.key);
  switch (name) {
    case 'ipSubnetworks':
      return listPoints(condition.ipSubnetworks, telling, subnet);
    case 'regions':
      return listPoints(condition.regions, telling, region);
    case 'members':
      return listPoints(condition.members, telling, plain);
    case 'requiredAccessLevels':
      return listPoints(condition.requiredAccessLevels, telling, plain);
    case 'devicePolicy':
      if (blocks.length > 0) return blocks.flatMap((device) => devicePoints(device, telling));
      break;
    case 'vpcNetworkSources':
      if (blocks.length > 0) return networkPoints(blocks, entry.value, telling);
  }
  return [{ says: nameInWords(written(level, entry.value.range), words) }];
}

function plain(text: string): string {
  return codeSpan(text);
}

function subnet(text: string, locale: Locale): string {
  const range = parseIpRange(text);
  return range ? `${codeSpan(text)} – ${inWords(subnetTopic(range), locale)}` : codeSpan(text);
}

function region(text: string, locale: Locale): string {
  return regionCodes.has(text) ? inWords(regionTopic(text), locale) : codeSpan(text);
}

function networkPoints(sources: readonly MappingNode[], list: SyntaxNode, telling: Telling): readonly Point[] {
  const { level, words } = telling;
  const networks = sources.flatMap((source) => blocksOf(source, level.dialect.spell('vpcSubnetwork')));
  const isAll = sources.every(({ complete }) => complete) && (list.kind !== 'sequence' || list.complete);
  const points = networks.map((network) => networkPoint(network, telling));
  return isAll ? points : [...points, { says: words.explainMayAskMore }];
}

function networkPoint(network: MappingNode, telling: Telling): Point {
  const { level, scope, words } = telling;
  const name = textField(network, 'network', scope);
  const ranges = listField(
    network,
    level.dialect.spell('vpcIpSubnetworks'),
    scope,
    (item, at) => textOf(item, at) ?? noText(item),
  );
  const says = name.state === 'known' ? nameInWords(nameOf(level, name.value), words) : words.explainNotTold;
  const parts = listPoints(ranges, telling, subnet);
  const isWhole = parts.length === 0 && ranges.state !== 'unknown';
  return isWhole ? { says: `${says} (${words.explainWholeNetwork})` } : { says, parts };
}
