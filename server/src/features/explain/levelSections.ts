import { otherConditions, requirementsOf } from '../../kinds/gcp/access-level/conditions';
import { levelIdsIn } from '../../kinds/gcp/access-level/facts/uses';
import type { AccessCondition, AccessLevel, BasicLevel, CustomLevel } from '../../kinds/gcp/access-level/kind';
import { fill, type Locale, wordsOf } from '../../l10n/localize';
import type { Words } from '../../l10n/words';
import type { Workspace } from '../../workspace/index/workspace';
import { codeBlock, codeSpan, escapeMarkdown } from '../markdown';
import { policyName } from '../policyName';
import { emergencySentences } from './emergencyAccess';
import { levelUses } from './levelUses';
import { nameInWords, nameOf, written } from './named';
import type { Point } from './points';
import { requirementPoints } from './requirements';

export interface LevelOptions {
  readonly locale: Locale;
  readonly workspace: Workspace;
}

/** What an access level asks for, who gets in without it, and who uses it. Its headings begin with `heading`. */
export function levelSections(level: AccessLevel, heading: string, options: LevelOptions): readonly string[] {
  const words = wordsOf(options.locale);
  const { workspace } = options;
  const uses = levelUses(level, words, workspace);
  return [
    titleLine(level, words),
    ...demands(level, heading, words, options),
    ...extensions(level, words, workspace),
    `${heading} ${words.explainEmergency}`,
    ...emergencySentences(level, words, workspace),
    ...(uses.length > 0 ? [`${heading} ${words.explainUses}`, ...uses] : []),
  ];
}

function titleLine(level: AccessLevel, words: Words): string {
  const { form, title } = level;
  const name = form === 'condition' ? level.extended : level.name;
  const kind = policyName(level, words);
  if (name.state !== 'known') return `**${kind}**`;
  const told = title.state === 'known' && title.value.text ? ` (${escapeMarkdown(title.value.text)})` : '';
  return `**${kind}**: ${nameInWords(nameOf(level, name.value), words)}${told}`;
}

function demands(level: AccessLevel, heading: string, words: Words, options: LevelOptions): readonly string[] {
  const { definition } = level;
  if (definition.state !== 'known') return [words.explainLevelUnknown];
  const { value } = definition;
  return value.kind === 'custom' ? custom(level, value, words) : basic(level, value, heading, words, options);
}

function custom(level: AccessLevel, { expression }: CustomLevel, words: Words): readonly string[] {
  if (expression.state === 'absent') return [words.explainLevelUnknown];
  if (expression.state === 'known' && expression.value.text !== undefined) {
    const { text, certain } = expression.value;
    const ids = [...new Set(levelIdsIn(text))].map(codeSpan);
    const named = ids.length > 0 ? [fill(words.explainExpressionNames, { ids: ids.join(', ') })] : [];
    return [words.explainExpression, codeBlock(text.trim(), 'cel'), ...(certain ? [] : [`(${words.explainAssumed})`]), ...named];
  }
  const node = expression.state === 'known' ? expression.value.node : expression.node;
  return node ? [words.explainExpression, nameInWords(written(level, node.range), words)] : [words.explainLevelUnknown];
}

function basic(
  level: AccessLevel,
  definition: BasicLevel,
  heading: string,
  words: Words,
  options: LevelOptions,
): readonly string[] {
  const { items, complete } = definition.conditions;
  const isPart = level.form === 'condition';
  return [
    ...(isPart ? [] : [howJoined(level, definition, words)]),
    ...(complete || isPart ? [] : [words.explainIncomplete]),
    ...items.flatMap((condition, index) => [
      ...(items.length > 1 ? [`${heading} ${fill(words.explainConditionNumber, { number: String(index + 1) })}`] : []),
      ...conditionParts(level, condition, words, options),
    ]),
  ];
}

function howJoined({ form }: AccessLevel, { conditions, combiningFunction }: BasicLevel, words: Words): string {
  const { items, complete } = conditions;
  if (complete && items.length === 0) return words.explainNoConditions;
  if (complete && items.length === 1) return words.explainOneCondition;
  if (form === 'spec') return words.levelSpec;
  if (combiningFunction === 'unknown') return words.explainJoinUnknown;
  return combiningFunction === 'OR' ? words.valueOr : words.valueAnd;
}

function conditionParts(level: AccessLevel, condition: AccessCondition, words: Words, options: LevelOptions): readonly string[] {
  const points = requirementPoints(level, condition, options);
  if (points.length === 0) return [asksForNothing(condition, words)];
  return [
    howMet(level, condition, words),
    listOf(isTold(level, condition) ? points : [...points, { says: words.explainMayAskMore }]),
  ];
}

function asksForNothing({ complete, negate }: AccessCondition, words: Words): string {
  const isPlain = negate.state === 'absent' || (negate.state === 'known' && !negate.value);
  return complete && isPlain ? words.explainAsksNothing : words.explainLevelUnknown;
}

function howMet(level: AccessLevel, condition: AccessCondition, words: Words): string {
  const { negate } = condition;
  const isOne = requirementsOf(condition).length === 1 && isTold(level, condition);
  if (negate.state === 'unknown') return words.explainNegateUnknown;
  if (negate.state === 'known' && negate.value) return isOne ? words.explainMustNotHold : words.explainMustNotAllHold;
  return isOne ? words.explainMustHold : words.explainMustAllHold;
}

/** The resource of a split condition has arguments that are no fields of it. */
function isTold({ form }: AccessLevel, { complete, node }: AccessCondition): boolean {
  return form === 'condition' ? node.complete : complete;
}

function extensions(level: AccessLevel, words: Words, workspace: Workspace): readonly string[] {
  const resources = [...new Set(otherConditions(level, workspace).map(({ value }) => codeSpan(value.address)))];
  return resources.length > 0 ? [fill(words.explainExtended, { resources: resources.join(', ') })] : [];
}

function listOf(points: readonly Point[], indent = ''): string {
  return points
    .map(({ says, parts = [] }) => [`${indent}- ${says}`, ...(parts.length > 0 ? [listOf(parts, `${indent}  `)] : [])].join('\n'))
    .join('\n');
}
