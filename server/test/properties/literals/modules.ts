import fc from '../../fastCheck';

/** A module that is drawn: its text, the strings in it, and who grants what by which of them. */
export interface DrawnModule {
  readonly text: string;
  readonly literals: readonly DrawnLiteral[];
  /** Each pair that Terraform would grant, by the numbers of the strings. */
  readonly pairs: readonly { readonly role: number; readonly member: number }[];
}

export interface DrawnLiteral {
  readonly text: string;
  /** Where it stands, with its quotes. */
  readonly at: number;
  /** Whether something else is made of it than grants, or than what it says in them. */
  readonly isNeeded: boolean;
}

const roles = ['roles/storage.objectView', 'roles/browse', 'roles/pubsub.viewr', 'roles/browser', 'storage.objectViewer'];
const members = ['allusers', 'USER:lee@example.org', 'user:kim@example.org', 'Group:ops@example.org'];

/** Collects a text in which strings are marked by their numbers. */
class Writing {
  readonly literals: { readonly text: string; isNeeded: boolean }[] = [];
  readonly pairs: { readonly role: number; readonly member: number }[] = [];
  readonly blocks: string[] = [];
  /** Of local values that hold one role: the number of the string. */
  readonly locals = new Map<string, number>();

  put(text: string): number {
    this.literals.push({ text, isNeeded: false });
    return this.literals.length - 1;
  }

  resource(type: 'member' | 'binding', lines: readonly string[]): void {
    this.blocks.push(
      `resource "google_project_iam_${type}" "r${this.blocks.length}" {\n${indented(['project = "p"', ...lines])}}\n`,
    );
  }

  local(value: string): string {
    const name = `l${this.blocks.length}`;
    this.blocks.push(`locals {\n  ${name} = ${value}\n}\n`);
    return `local.${name}`;
  }
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join('');
}

/** Behind each is the text of the string with that number. */
const shown = (number: number) => `«${number}»`;

/** What is drawn for one grant: which form, which of the roles and members, and what stands beside. */
interface Drawn {
  readonly form: keyof typeof forms;
  readonly roles: readonly string[];
  readonly member: string;
  readonly beside: 'nothing' | 'title' | 'output' | 'nested' | 'comment';
}

const forms = {
  direct(writing: Writing, drawn: Drawn) {
    const [role, member] = [writing.put(drawn.roles[0] ?? ''), writing.put(drawn.member)];
    writing.pairs.push({ role, member });
    writing.resource('member', [`role = ${shown(role)}`, `member = ${shown(member)}`]);
  },
  local(writing: Writing, drawn: Drawn) {
    const role = writing.put(drawn.roles[0] ?? '');
    const name = writing.local(shown(role));
    writing.locals.set(name, role);
    used(writing, drawn, name, [role]);
    grant(writing, name, role, drawn.member);
  },
  sharedLocal(writing: Writing, drawn: Drawn) {
    const [first] = writing.locals;
    if (!first) return forms.local(writing, drawn);
    grant(writing, first[0], first[1], drawn.member);
  },
  set(writing: Writing, drawn: Drawn) {
    each(writing, drawn, (list) => `toset([${list.join(', ')}])`, 'each.value');
  },
  setOfLocal(writing: Writing, drawn: Drawn) {
    each(writing, drawn, (list, numbers) => {
      const name = writing.local(`[${list.join(', ')}]`);
      used(writing, drawn, `${name}[0]`, numbers);
      return `toset(${name})`;
    });
  },
  mapValues(writing: Writing, drawn: Drawn) {
    each(writing, drawn, (list) => `{ ${list.map((one, index) => `k${index} = ${one}`).join(', ')} }`);
  },
  mapKeys(writing: Writing, drawn: Drawn) {
    each(writing, drawn, (list) => `{ ${list.map((one) => `(${one}) = "x"`).join(', ')} }`, 'each.key');
  },
  objects(writing: Writing, drawn: Drawn) {
    each(
      writing,
      drawn,
      (list) => {
        const name = writing.local(`[${list.map((one) => `{ role = ${one}, n = 1 }`).join(', ')}]`);
        return `{ for i, one in ${name} : i => one }`;
      },
      'each.value.role',
    );
  },
  dynamic(writing: Writing, drawn: Drawn) {
    const numbers = distinct(drawn.roles).map((text) => writing.put(text));
    const member = writing.put(drawn.member);
    for (const role of numbers) writing.pairs.push({ role, member });
    const name = writing.local(`[${numbers.map(shown).join(', ')}]`);
    const data = `d${writing.blocks.length}`;
    writing.blocks.push(
      `data "google_iam_policy" "${data}" {\n  dynamic "binding" {\n    for_each = ${name}\n    content {\n      role    = binding.value\n      members = [${shown(member)}]\n    }\n  }\n}\n`,
      `resource "google_project_iam_policy" "${data}" {\n  project     = "p"\n  policy_data = data.google_iam_policy.${data}.policy_data\n}\n`,
    );
  },
};

function grant(writing: Writing, name: string, role: number, text: string): void {
  const member = writing.put(text);
  writing.pairs.push({ role, member });
  writing.resource('binding', [`role = ${name}`, `members = [${shown(member)}]`]);
}

function each(
  writing: Writing,
  { roles: drawn, member: text, beside }: Drawn,
  forEach: (list: readonly string[], numbers: readonly number[]) => string,
  value = 'each.value',
): void {
  const numbers = distinct(drawn).map((role) => writing.put(role));
  const loop = forEach(numbers.map(shown), numbers);
  const member = writing.put(text);
  for (const role of numbers) writing.pairs.push({ role, member });
  if (beside === 'title') for (const role of numbers) need(writing, role);
  const title = beside === 'title' ? [`condition {\n    title      = "\${${value}}"\n    expression = "true"\n  }`] : [];
  writing.resource('member', [`for_each = ${loop}`, `role = ${value}`, `member = ${shown(member)}`, ...title]);
}

function used(writing: Writing, { beside }: Drawn, name: string, numbers: readonly number[]): void {
  if (beside === 'comment') writing.blocks.push(`# ${name} is meant so\n`);
  if (beside === 'output') writing.blocks.push(`output "o${writing.blocks.length}" {\n  value = ${name}\n}\n`);
  if (beside === 'nested')
    writing.blocks.push(
      `resource "google_storage_bucket" "b${writing.blocks.length}" {\n  name = "x"\n  labels = { role = ${name} }\n}\n`,
    );
  const [first] = numbers;
  if (first !== undefined && (beside === 'output' || beside === 'nested')) need(writing, first);
}

function need(writing: Writing, number: number): void {
  const literal = writing.literals[number];
  if (literal) literal.isNeeded = true;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  form: fc.constantFrom(...(Object.keys(forms) as (keyof typeof forms)[])),
  roles: fc.array(fc.constantFrom(...roles), { minLength: 1, maxLength: 3 }),
  member: fc.constantFrom(...members),
  beside: fc.constantFrom('nothing', 'nothing', 'nothing', 'title', 'output', 'nested', 'comment'),
});

export const modules: fc.Arbitrary<DrawnModule> = fc.array(drawn, { minLength: 1, maxLength: 4 }).map((grants) => {
  const writing = new Writing();
  for (const one of grants) forms[one.form](writing, one);
  const at = new Map<number, number>();
  let text = '';
  for (const [piece, number] of writing.blocks.join('').matchAll(/«(\d+)»|[^«]+/g)) {
    if (number === undefined) text += piece;
    else {
      at.set(Number(number), text.length);
      text += JSON.stringify(writing.literals[Number(number)]?.text);
    }
  }
  return { text, pairs: writing.pairs, literals: writing.literals.map((one, index) => ({ ...one, at: at.get(index) ?? -1 })) };
});
