import type { Locale } from '../kinds/speech';
import { localizeRule, wordsOf } from '../l10n/localize';
import type { Words } from '../l10n/words';
import { suppressionText } from '../lint/suppression/comments';
import type { Example, Rule } from '../rules/rule';
import { codeBlock } from '../text/markdown';

/** The page of a rule: the one in `docs/` and the one that editors open. */
export function ruleDocumentation(rule: Rule, locale: Locale): string {
  const words = wordsOf(locale);
  const { summary, rationale } = localizeRule(rule, locale);
  return `${[
    `# ${rule.id}`,
    summary,
    facts(rule, words),
    `## ${words.ruleReason}`,
    rationale.trim(),
    ...examples(rule.examples, words),
    `## ${words.ruleSource}`,
    `[${rule.source.title}](${rule.source.url})`,
    `## ${words.ruleSuppress}`,
    words.ruleSuppressWithComment,
    codeBlock(`# ${suppressionText([rule.id], words.ruleSuppressReason)} until 2027-01-31`, 'yaml'),
    words.ruleSuppressInSettingsFile,
    words.ruleSuppressWithSetting,
    codeBlock(JSON.stringify({ 'leastwise.rules': { [rule.id]: 'off' } }, undefined, 2), 'json'),
  ].join('\n\n')}\n`;
}

function facts({ severity, fixClass, since, renamedFrom = [] }: Rule, words: Words): string {
  const rows = [
    [words.ruleSeverity, words[severity]],
    [words.ruleFix, words[fixWords[fixClass]]],
    [words.ruleSince, since],
    ...renamedFrom.map((id) => [words.ruleRenamedFrom, id]),
  ];
  return rows.map(([name, value]) => `- ${name}: ${value}`).join('\n');
}

function examples(pairs: readonly Example[], words: Words): string[] {
  if (pairs.length === 0) return [];
  return [`## ${pairs.length > 1 ? words.ruleExamples : words.ruleExample}`, ...pairs.flatMap((pair) => example(pair, words))];
}

function example({ bad, good, language, file, files = {}, settings }: Example, words: Words): string[] {
  const others = Object.entries(files).flatMap(([name, text]) => [
    `\`${name}\``,
    codeBlock(shown(text), languageOf(name, language)),
  ]);
  const set = settings ? ['`.leastwise.json`', codeBlock(JSON.stringify(settings, undefined, 2), 'json')] : [];
  const place = file === undefined ? '' : ` \`${file}\``;
  return [
    ...set,
    ...others,
    `${words.ruleBad}${place}:`,
    codeBlock(shown(bad), fenceLanguages[language]),
    `${words.ruleGood}${place}:`,
    codeBlock(shown(good), fenceLanguages[language]),
  ];
}

/** Without the marks, and without the indentation that the text has in the rule's file. */
function shown(text: string): string {
  const lines = text
    .replace(/[«»]/g, '')
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const depths = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const depth = Math.min(...depths);
  return lines.map((line) => line.slice(Number.isFinite(depth) ? depth : 0)).join('\n');
}

function languageOf(file: string, other: Example['language']): string {
  if (/\.(tf|tofu|tfvars)$/.test(file)) return fenceLanguages.terraform;
  if (/\.ya?ml$/.test(file)) return fenceLanguages.yaml;
  return file.endsWith('.json') ? fenceLanguages.json : fenceLanguages[other];
}

const fenceLanguages = { json: 'json', yaml: 'yaml', terraform: 'terraform' } as const;

const fixWords = {
  none: 'fixNone',
  same: 'fixSame',
  narrows: 'fixNarrows',
  changes: 'fixChanges',
  placeholder: 'fixPlaceholder',
} as const satisfies Readonly<Record<Rule['fixClass'], keyof Words>>;
