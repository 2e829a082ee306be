import type { Field } from '../../kinds/kind';
import { booleanField, listField, textField } from '../../kinds/values';
import { fill } from '../../l10n/localize';
import type { Words } from '../../l10n/words';
import { entryOf, type MappingNode } from '../../syntax/tree';
import { blocksOf } from '../../workspace/terraform/resources';
import { noText, type TextValue, textOf } from '../../workspace/terraform/text';
import { systems, valueTopic } from '../levelThings';
import { codeSpan } from '../markdown';
import { inWords } from '../topicText';
import { nameInWords, written } from './named';
import { assumed, listPoints, type Point, type Telling } from './points';

/** What a device policy asks for. */
export function devicePoints(device: MappingNode, telling: Telling): readonly Point[] {
  const { words } = telling;
  return [
    ...Object.entries(demands).flatMap(([field, word]) => demandPoint(device, field, words[word], telling)),
    ...choicePoint(device, 'allowedEncryptionStatuses', telling),
    ...choicePoint(device, 'allowedDeviceManagementLevels', telling),
    ...systemsPoint(device, telling),
    ...(device.complete ? [] : [{ says: words.explainMayAskMore }]),
  ];
}

const demands = {
  requireScreenlock: 'levelRequireScreenlock',
  requireAdminApproval: 'levelRequireAdminApproval',
  requireCorpOwned: 'levelRequireCorpOwned',
} as const satisfies Readonly<Record<string, keyof Words>>;

function demandPoint(device: MappingNode, field: string, sentence: string, { level, scope, words }: Telling): readonly Point[] {
  const key = level.dialect.spell(field);
  const value = booleanField(device, key, scope);
  if (value.state === 'known') return value.value ? [{ says: sentence }] : [];
  if (value.state === 'absent' || !value.node) return [];
  return [{ says: `${codeSpan(key)}: ${nameInWords(written(level, value.node.range), words)}` }];
}

/** An empty list lets in every device. */
function choicePoint(device: MappingNode, field: string, telling: Telling): readonly Point[] {
  const { level, scope, words } = telling;
  const list = listField(device, level.dialect.spell(field), scope, (item, at) => textOf(item, at) ?? noText(item));
  const parts = listPoints(list, telling, (text, locale) => {
    const topic = valueTopic(text);
    return topic && topic.word !== 'valueUnspecified' ? `${inWords(topic, locale)} (${codeSpan(text)})` : codeSpan(text);
  });
  return parts.length > 0 ? [{ says: words.explainOneOf, parts }] : [];
}

function systemsPoint(device: MappingNode, telling: Telling): readonly Point[] {
  const { level, words } = telling;
  const key = level.dialect.spell('osConstraints');
  const entry = entryOf(device, key);
  if (!entry) return [];
  const blocks = blocksOf(device, key);
  const { value } = entry;
  const isAll = value.kind === 'mapping' || (value.kind === 'sequence' && value.complete && value.items.length === blocks.length);
  const more = value.kind === 'sequence' ? words.explainMayAskMore : nameInWords(written(level, value.range), words);
  const parts = [...blocks.map((block) => ({ says: system(block, telling) })), ...(isAll ? [] : [{ says: more }])];
  return parts.length > 0 ? [{ says: words.explainSystems, parts }] : [];
}

function system(constraint: MappingNode, { level, scope, words }: Telling): string {
  const { spell } = level.dialect;
  const named = (field: Field<TextValue>, sayOf: (text: string) => string): readonly string[] => {
    if (field.state === 'absent') return [];
    const { node } = field.state === 'known' ? field.value : field;
    if (field.state === 'known' && field.value.text !== undefined) return [assumed(sayOf(field.value.text), field.value, words)];
    return node ? [nameInWords(written(level, node.range), words)] : [];
  };
  const verified = booleanField(constraint, spell('requireVerifiedChromeOs'), scope);
  return [
    ...named(textField(constraint, spell('osType'), scope), (text) => systems.get(text) ?? codeSpan(text)),
    ...named(textField(constraint, spell('minimumVersion'), scope), (version) =>
      fill(words.explainFromVersion, { version: codeSpan(version) }),
    ),
    ...(verified.state === 'known' && verified.value ? [words.explainVerifiedOs] : []),
    ...(verified.state === 'unknown' && verified.node
      ? [`${codeSpan(spell('requireVerifiedChromeOs'))}: ${nameInWords(written(level, verified.node.range), words)}`]
      : []),
  ].join(', ');
}
