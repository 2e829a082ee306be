import { regionCodes } from '../../../../catalog/google/regions';
import { parseIpRange } from '../../../../catalog/ipRange';
import type { MappingNode, SyntaxNode } from '../../../../syntax/tree';
import { codeSpan } from '../../../../text/markdown';
import { documentScope, moduleScope } from '../../../../workspace/terraform/names/scope';
import { noText, textOf } from '../../../../workspace/terraform/names/text';
import { blocksOf, folderOf } from '../../../../workspace/terraform/resources';
import type { ExplainOptions } from '../../../explaining/explanation';
import { nameInWords, nameOf, written } from '../../../explaining/named';
import { words as common } from '../../../explaining/words';
import { listField, textField } from '../../../reading/values';
import type { Speech } from '../../../speech';
import { requirementsOf } from '../conditions/conditions';
import type { AccessCondition, AccessLevel, ConditionField } from '../policy';
import { sayRegion, saySubnet } from '../topics';
import { words } from '../words';
import { devicePoints } from './deviceDemands';
import { listPoints, type Point, type Telling } from './points';

/** What a condition asks for, a point for each of its fields, in the order of the text. */
export function requirementPoints(
  level: AccessLevel,
  condition: AccessCondition,
  { speech, workspace }: ExplainOptions,
): readonly Point[] {
  const { root, uri, resource } = level.place;
  const scope = resource ? moduleScope(folderOf(uri), workspace, root, uri) : documentScope(root, workspace);
  const telling = { level, scope, speech };
  return requirementsOf(condition).map((field) => ({
    says: speech.words(words).explain[sentences[field.name as keyof typeof sentences]],
    parts: partsOf(field, condition, telling),
  }));
}

const sentences = {
  ipSubnetworks: 'fromSubnets',
  regions: 'fromRegions',
  members: 'isMember',
  requiredAccessLevels: 'meetsLevels',
  devicePolicy: 'device',
  vpcNetworkSources: 'fromNetworks',
} as const;

function partsOf({ name, entry }: ConditionField, condition: AccessCondition, telling: Telling): readonly Point[] {
  const { level, speech } = telling;
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
  return [{ says: nameInWords(written(level, entry.value.range), speech) }];
}

function plain(text: string): string {
  return codeSpan(text);
}

function subnet(text: string, speech: Speech): string {
  const range = parseIpRange(text);
  return range ? `${codeSpan(text)} – ${saySubnet(range, speech)}` : codeSpan(text);
}

function region(text: string, speech: Speech): string {
  return regionCodes.has(text) ? sayRegion(text, speech) : codeSpan(text);
}

function networkPoints(sources: readonly MappingNode[], list: SyntaxNode, telling: Telling): readonly Point[] {
  const { level, speech } = telling;
  const networks = sources.flatMap((source) => blocksOf(source, level.dialect.spell('vpcSubnetwork')));
  const isAll = sources.every(({ complete }) => complete) && (list.kind !== 'sequence' || list.complete);
  const points = networks.map((network) => networkPoint(network, telling));
  return isAll ? points : [...points, { says: speech.words(common).mayAskMore }];
}

function networkPoint(network: MappingNode, telling: Telling): Point {
  const { level, scope, speech } = telling;
  const name = textField(network, 'network', scope);
  const ranges = listField(
    network,
    level.dialect.spell('vpcIpSubnetworks'),
    scope,
    (item, at) => textOf(item, at) ?? noText(item),
  );
  const says = name.state === 'known' ? nameInWords(nameOf(level, name.value), speech) : speech.words(common).notTold;
  const parts = listPoints(ranges, telling, subnet);
  const isWhole = parts.length === 0 && ranges.state !== 'unknown';
  return isWhole ? { says: `${says} (${speech.words(words).explain.wholeNetwork})` } : { says, parts };
}
