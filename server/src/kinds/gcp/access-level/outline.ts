import { firstLine } from '../../explaining/named';
import { type OutlineItem, outlineItem } from '../../outline';
import type { Speech } from '../../speech';
import type { AccessCondition, AccessLevel } from './policy';
import { words } from './words';

/** A level with its conditions; of a resource that is one level, the conditions. */
export function outlineOf(level: AccessLevel, speech: Speech): readonly OutlineItem[] {
  const { node, name, place } = level;
  const conditions = conditionItems(level);
  if (node === place.resource?.body) return conditions;
  const selection = name.state === 'known' ? name.value.node.range : node.range;
  const title = firstLine(level.title, level, speech.words(words).names.level);
  return [outlineItem('interface', level.id ?? title, howConditionsJoin(level, speech), node.range, selection, conditions)];
}

function howConditionsJoin({ definition }: AccessLevel, speech: Speech): string {
  if (definition.state !== 'known') return '';
  const { value } = definition;
  if (value.kind === 'custom') return speech.words(words).outline.custom;
  return value.combiningFunction === 'unknown' || value.conditions.items.length < 2 ? '' : value.combiningFunction;
}

function conditionItems({ definition }: AccessLevel): readonly OutlineItem[] {
  if (definition.state !== 'known' || definition.value.kind === 'custom') return [];
  // A `dynamic` block stands in the text once.
  const texts = new Map(definition.value.conditions.items.map((condition) => [condition.node, condition]));
  return [...texts.values()].map(({ node, fields }: AccessCondition) => {
    const selection = fields[0]?.entry.keyRange ?? node.range;
    return outlineItem('property', fields.map(({ entry }) => entry.key).join(', ') || '{}', '', node.range, selection);
  });
}
