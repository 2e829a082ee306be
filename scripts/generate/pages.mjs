// The pages and tables about the rules, in each language.

const languages = {
  en: {
    folder: 'docs/rules',
    title: 'Rules',
    head: ['Rule', 'Severity', 'What it finds', 'Fix'],
    fix: { none: '', same: 'yes', narrows: 'removes access', changes: 'by choice', placeholder: 'yes, to be completed' },
  },
  ko: {
    folder: 'docs/ko/rules',
    title: '규칙',
    head: ['규칙', '심각도', '무엇을 찾는가', '수정'],
    fix: { none: '', same: '있음', narrows: '권한 제거', changes: '선택', placeholder: '있음, 채워 넣기' },
  },
};

/** Path → text of every page about rules. */
export function pages({ rules, korean, wordsOf, ruleDocumentation }) {
  const texts = { en: (rule) => rule, ko: (rule) => korean[rule.id] ?? rule };
  return new Map(
    Object.entries(languages).flatMap(([language, { folder, title, head, fix }]) => [
      [`${folder}/README.md`, `# ${title}\n\n${table(rules, { head, fix, severity: wordsOf(language) }, texts[language], '')}`],
      ...rules.map((rule) => [`${folder}/${rule.id}.md`, ruleDocumentation(rule, language)]),
    ]),
  );
}

const start = '<!-- rules -->';
const end = '<!-- /rules -->';

/** The README with the table of rules between its two marks; as it was when it has none. */
export function withRuleTable(readme, { rules, wordsOf }) {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) return readme;
  const { head, fix, folder } = languages.en;
  const words = { head, fix, severity: wordsOf('en') };
  return `${readme.slice(0, from + start.length)}\n\n${table(rules, words, (rule) => rule, `${folder}/`)}\n${readme.slice(to)}`;
}

function table(rules, { head, severity, fix }, textOf, folder) {
  const row = (cells) => `| ${cells.join(' | ')} |\n`;
  return [
    row(head),
    row(head.map(() => '---')),
    ...rules.map((rule) =>
      row([`[${rule.id}](${folder}${rule.id}.md)`, severity[rule.severity], cell(textOf(rule).summary), fix[rule.fixClass]]),
    ),
  ].join('');
}

function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
