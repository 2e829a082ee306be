import { applications, type Binding, bindings, emergencyUser, koreanRemarks, member, network, project } from './organization';
import { type Random, seeded } from './random';

/** What `gcloud projects get-iam-policy` prints, with the remarks of those who keep it in git; at least so many lines. */
export function policyFile(lines: number): string {
  return policy(seeded(21), lines);
}

/** What `gcloud access-context-manager levels list --format=yaml` prints: one list of access levels; at least so many lines. */
export function levelsList(lines: number): string {
  const random = seeded(22);
  return repeated(lines, (number) => level(random, number));
}

/** Many documents: an access-level list or a policy in each, as `gcloud` prints several resources; at least so many lines. */
export function documents(lines: number): string {
  const random = seeded(23);
  return repeated(lines, () => ['---', ...policy(random, 40).trimEnd().split('\n')]);
}

function repeated(lines: number, next: (number: number) => readonly string[]): string {
  const all: string[] = [];
  for (let number = 0; all.length < lines; number++) all.push(...next(number));
  return `${all.join('\n')}\n`;
}

function policy(random: Random, lines: number): string {
  const all = ['bindings:'];
  const source = bindings(random);
  while (all.length < lines - 2) {
    if (random.chance(0.15)) all.push(`# ${random.pick(koreanRemarks)}`);
    all.push(...bindingLines(random, source.next().value as Binding));
  }
  return [...all, 'etag: BwYh3kR1vXo=', 'version: 3', ''].join('\n');
}

function bindingLines(random: Random, { role, members, condition }: Binding): string[] {
  const conditionLines = condition
    ? [
        'condition:',
        `    description: ${condition.description}`,
        `    expression: ${quote(condition.expression)}`,
        `    title: ${condition.title}`,
      ]
    : [];
  const memberLines = members.map((one) => `  - ${one}${random.chance(0.06) ? ` # ${random.pick(koreanRemarks)}` : ''}`);
  const [first = 'members:', ...rest] = [...conditionLines, 'members:'];
  return [`- ${first}`, ...rest.map((line) => (line === 'members:' ? `  ${line}` : line)), ...memberLines, `  role: ${role}`];
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

function level(random: Random, number: number): string[] {
  const name = `${random.pick(applications)}_${random.pick(['office', 'vpn', 'device', 'batch'])}_${number}`;
  const remark = random.chance(0.15) ? [`# ${random.pick(koreanRemarks)}`] : [];
  return [
    ...remark,
    `- name: accessPolicies/918273645012/accessLevels/${name}`,
    `  title: ${name}`,
    `  description: ${random.pick(koreanRemarks)}`,
    '  basic:',
    '    combiningFunction: OR',
    '    conditions:',
    ...(random.chance(0.98) ? ['    - members:', `      - ${emergencyUser}`] : []),
    ...random.pick([networks, devices, people])(random),
  ];
}

function networks(random: Random): string[] {
  return ['    - ipSubnetworks:', ...several(random, 5, () => `      - ${network(random)}`), '      regions:', '      - KR'];
}

function devices(random: Random): string[] {
  return [
    '    - devicePolicy:',
    '        requireScreenlock: true',
    '        allowedEncryptionStatuses:',
    '        - ENCRYPTED',
    '        osConstraints:',
    '        - osType: DESKTOP_CHROME_OS',
    `          minimumVersion: ${random.below(20)}.${random.below(10)}.0`,
  ];
}

function people(random: Random): string[] {
  const inLevels = () => {
    for (;;) {
      const one = member(random);
      if (!one.startsWith('group:')) return one;
    }
  };
  return [
    '    - members:',
    ...several(random, 6, () => `      - ${inLevels()}`),
    `    - requiredAccessLevels:`,
    `      - accessPolicies/918273645012/accessLevels/${project(random).replaceAll('-', '_')}`,
  ];
}

function several(random: Random, most: number, next: () => string): string[] {
  return [...new Set(Array.from({ length: 1 + random.below(most) }, next))];
}
