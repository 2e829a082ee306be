import { fill } from '../../../../text/fill';
import { codeBlock, codeSpan, escapeMarkdown } from '../../../../text/markdown';
import type { Workspace } from '../../../../workspace/index/workspace';
import type { ExplainOptions } from '../../../explaining/explanation';
import { nameInWords, nameOf, written } from '../../../explaining/named';
import { words as common } from '../../../explaining/words';
import type { Speech } from '../../../speech';
import { otherConditions, requirementsOf } from '../conditions/conditions';
import { levelIdsIn } from '../facts/uses';
import type { AccessCondition, AccessLevel, BasicLevel, CustomLevel } from '../policy';
import { words } from '../words';
import { emergencySentences } from './emergencyAccess';
import { levelUses } from './levelUses';
import type { Point } from './points';
import { requirementPoints } from './requirements';

/** What an access level asks for, who gets in without it, and who uses it. Its headings begin with `heading`. */
export function levelSections(level: AccessLevel, heading: string, options: ExplainOptions): readonly string[] {
  const { speech, workspace } = options;
  const uses = levelUses(level, speech, workspace);
  return [
    titleLine(level, speech),
    ...demands(level, heading, speech, options),
    ...extensions(level, speech, workspace),
    `${heading} ${speech.words(words).explain.emergency}`,
    ...emergencySentences(level, speech, workspace),
    ...(uses.length > 0 ? [`${heading} ${speech.words(words).explain.uses}`, ...uses] : []),
  ];
}

function titleLine(level: AccessLevel, speech: Speech): string {
  const { form, title } = level;
  const name = form === 'condition' ? level.extended : level.name;
  const kind = speech.words(words).names[form];
  if (name.state !== 'known') return `**${kind}**`;
  const told = title.state === 'known' && title.value.text ? ` (${escapeMarkdown(title.value.text)})` : '';
  return `**${kind}**: ${nameInWords(nameOf(level, name.value), speech)}${told}`;
}

function demands(level: AccessLevel, heading: string, speech: Speech, options: ExplainOptions): readonly string[] {
  const { definition } = level;
  if (definition.state !== 'known') return [speech.words(words).explain.unknown];
  const { value } = definition;
  return value.kind === 'custom' ? custom(level, value, speech) : basic(level, value, heading, speech, options);
}

function custom(level: AccessLevel, { expr: { expression } }: CustomLevel, speech: Speech): readonly string[] {
  if (expression.state === 'absent') return [speech.words(words).explain.unknown];
  if (expression.state === 'known' && expression.value.text !== undefined) {
    const { text, certain } = expression.value;
    const ids = [...new Set(levelIdsIn(text))].map(codeSpan);
    const named = ids.length > 0 ? [fill(speech.words(words).explain.expressionNames, { ids: ids.join(', ') })] : [];
    return [
      speech.words(words).explain.expression,
      codeBlock(text.trim(), 'cel'),
      ...(certain ? [] : [`(${speech.words(common).assumed})`]),
      ...named,
    ];
  }
  const node = expression.state === 'known' ? expression.value.node : expression.node;
  return node
    ? [speech.words(words).explain.expression, nameInWords(written(level, node.range), speech)]
    : [speech.words(words).explain.unknown];
}

function basic(
  level: AccessLevel,
  definition: BasicLevel,
  heading: string,
  speech: Speech,
  options: ExplainOptions,
): readonly string[] {
  const { items, complete } = definition.conditions;
  const isPart = level.form === 'condition';
  return [
    ...(isPart ? [] : [howJoined(level, definition, speech)]),
    ...(complete || isPart ? [] : [speech.words(common).incomplete]),
    ...items.flatMap((condition, index) => [
      ...(items.length > 1
        ? [`${heading} ${fill(speech.words(words).explain.conditionNumber, { number: String(index + 1) })}`]
        : []),
      ...conditionParts(level, condition, speech, options),
    ]),
  ];
}

function howJoined({ form }: AccessLevel, { conditions, combiningFunction }: BasicLevel, speech: Speech): string {
  const { items, complete } = conditions;
  if (complete && items.length === 0) return speech.words(words).explain.noConditions;
  if (complete && items.length === 1) return speech.words(words).explain.oneCondition;
  if (form === 'spec') return speech.words(words).fields.specRemark;
  if (combiningFunction === 'unknown') return speech.words(words).explain.joinUnknown;
  return speech.words(words).values[combiningFunction];
}

function conditionParts(
  level: AccessLevel,
  condition: AccessCondition,
  speech: Speech,
  options: ExplainOptions,
): readonly string[] {
  const points = requirementPoints(level, condition, options);
  if (points.length === 0) return [asksForNothing(condition, speech)];
  return [
    howMet(level, condition, speech),
    listOf(isTold(level, condition) ? points : [...points, { says: speech.words(common).mayAskMore }]),
  ];
}

function asksForNothing({ complete, negate }: AccessCondition, speech: Speech): string {
  const isPlain = negate.state === 'absent' || (negate.state === 'known' && !negate.value);
  return complete && isPlain ? speech.words(words).explain.asksNothing : speech.words(words).explain.unknown;
}

function howMet(level: AccessLevel, condition: AccessCondition, speech: Speech): string {
  const { negate } = condition;
  const isOne = requirementsOf(condition).length === 1 && isTold(level, condition);
  if (negate.state === 'unknown') return speech.words(words).explain.negateUnknown;
  if (negate.state === 'known' && negate.value)
    return isOne ? speech.words(words).explain.mustNotHold : speech.words(words).explain.mustNotAllHold;
  return isOne ? speech.words(words).explain.mustHold : speech.words(words).explain.mustAllHold;
}

/** The resource of a split condition has arguments that are no fields of it. */
function isTold({ form }: AccessLevel, { complete, node }: AccessCondition): boolean {
  return form === 'condition' ? node.complete : complete;
}

function extensions(level: AccessLevel, speech: Speech, workspace: Workspace): readonly string[] {
  const resources = [...new Set(otherConditions(level, workspace).map(({ address }) => codeSpan(address)))];
  return resources.length > 0 ? [fill(speech.words(words).explain.extended, { resources: resources.join(', ') })] : [];
}

function listOf(points: readonly Point[], indent = ''): string {
  return points
    .map(({ says, parts = [] }) => [`${indent}- ${says}`, ...(parts.length > 0 ? [listOf(parts, `${indent}  `)] : [])].join('\n'))
    .join('\n');
}
