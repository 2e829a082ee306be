// Faults in what people read.
const english = 'server/src/rules/allow-policy/public-access.ts';
const korean = 'server/src/l10n/ko/allow-policy/public-access.ts';

export const words = [
  { name: 'a Korean file is missing', file: korean, remove: true, expect: 'law 11' },
  { name: 'a Korean message is missing', file: korean, replace: ['    remove:', '    removed:'], expect: 'compiler' },
  { name: 'a Korean placeholder is wrong', file: korean, replace: ['{role}', '{roles}'], expect: 'law 11' },
  {
    name: 'a Korean particle follows a placeholder',
    file: korean,
    replace: ['{member} 삭제', '{member}을 삭제'],
    expect: 'law 11',
  },
  { name: 'a text is not translated', file: korean, replace: ['{member} 삭제', 'Remove {member}'], expect: 'law 11' },
  {
    name: 'a summary is no sentence',
    file: english,
    replace: [
      "summary: 'A role is granted to everybody on the internet.'",
      "summary: 'A role is granted to everybody on the internet'",
    ],
    expect: 'law 10',
  },
];
