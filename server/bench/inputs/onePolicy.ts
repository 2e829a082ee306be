import type { Input } from './files';
import { lines as inHcl } from './longPolicies';
import { applications, person } from './organization';
import { seeded } from './random';

/** How one policy is written, and how many lines each of its bindings takes. */
interface Writing {
  readonly title: string;
  readonly name: string;
  readonly linesOfBinding: number;
  write(bindings: readonly Binding[]): string;
}

interface Binding {
  readonly role: string;
  readonly members: readonly string[];
}

const membersOfBinding = 6;

const writings: readonly Writing[] = [
  {
    title: 'JSON',
    name: 'policy.json',
    linesOfBinding: membersOfBinding + 5,
    write: (bindings) => `${JSON.stringify({ bindings, etag: 'BwYh3kR1vXo=', version: 1 }, null, 2)}\n`,
  },
  {
    title: 'YAML',
    name: 'policy.yaml',
    linesOfBinding: membersOfBinding + 2,
    write: (bindings) => `bindings:\n${bindings.map(bindingItem).join('')}etag: BwYh3kR1vXo=\n`,
  },
  {
    title: 'a data source',
    name: 'main.tf',
    linesOfBinding: membersOfBinding + 5,
    write: (bindings) => `data "google_iam_policy" "long" {\n${bindings.map(bindingBlock).join('')}}\n`,
  },
  {
    title: 'jsonencode',
    name: 'main.tf',
    linesOfBinding: membersOfBinding + 5,
    write: (bindings) =>
      `resource "google_storage_bucket_iam_policy" "long" {\n  bucket      = "example"\n  policy_data = jsonencode(${inHcl({ bindings: bindings.map((one) => ({ ...one })) }, '  ')})\n}\n`,
  },
];

/** One policy of about so many lines in each format, with as many findings as said. */
export function onePolicies(lines: number, findings: number): readonly Input[] {
  return writings.map(({ title, name, linesOfBinding, write }) => ({
    title: `one policy of ${lines} lines, ${title}, ${findings === 0 ? 'clean' : `${findings} findings`}`,
    name,
    makeText: () => write(bindings(Math.round(lines / linesOfBinding), findings)),
  }));
}

/** Every finding is somebody who is anybody, two in a binding. */
function bindings(count: number, findings: number): readonly Binding[] {
  const random = seeded(31);
  const open = findings / 2;
  return Array.from({ length: count }, (_, index) => {
    const people = Array.from(
      { length: membersOfBinding },
      (_, number) => `user:${person(random)}-${index}-${number}@saebit.example`,
    );
    const isOpen = Math.floor(((index + 1) * open) / count) > Math.floor((index * open) / count);
    return {
      role: `organizations/482913377102/roles/${random.pick(applications)}Reader${index}`,
      members: isOpen ? ['allUsers', 'allAuthenticatedUsers', ...people.slice(2)] : people,
    };
  });
}

function bindingBlock({ role, members }: Binding): string {
  const list = members.map((member) => `      "${member}",\n`).join('');
  return `  binding {\n    role = "${role}"\n    members = [\n${list}    ]\n  }\n`;
}

function bindingItem({ role, members }: Binding): string {
  return `- members:\n${members.map((member) => `  - ${member}\n`).join('')}  role: ${role}\n`;
}
