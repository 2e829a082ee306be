import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { rules } from '../../src/rules/index.generated';
import { formatOf } from '../../src/syntax/sourceFile';
import { cases } from '../cases.generated';
import { samplesOf } from '../laws/documents/sample';
import { workspaces } from '../silence/workspaces';
import { terraformText } from '../syntax/terraform/terraformText';
import { writtenDocuments } from '../syntax/yaml/writtenDocuments';

/** A text under the name of the file that it stands in, and the files around it. */
export interface Document {
  readonly name: string;
  readonly text: string;
  readonly beside: Readonly<Record<string, string>>;
}

const endings = { json: 'json', yaml: 'yaml', terraform: 'tf' } as const;

/** Both texts of each pair of each rule, by the rule's id. */
const pairs: readonly Document[] = rules.flatMap((rule) =>
  samplesOf(rule, cases[rule.id] ?? []).flatMap(({ bad, good, example }) => {
    const name = example.file ?? `policy.${endings[example.language]}`;
    const beside = example.files ?? {};
    return [bad, good].map((text) => ({ name, text, beside }));
  }),
);

const examples: readonly Document[] = readdirSync('examples', { recursive: true, encoding: 'utf8' })
  .filter((path) => formatOf(path) !== undefined)
  .map((path) => ({ name: basename(path), text: readFileSync(join('examples', path), 'utf8'), beside: {} }));

const silence: readonly Document[] = workspaces.flatMap(({ texts }) =>
  Object.entries(texts)
    .filter(([name]) => formatOf(name) !== undefined)
    .map(([name, text]) => ({ name: basename(name), text, beside: {} })),
);

/** Every document that is written somewhere: of the rules, of the examples, and those in which nothing is to be found. */
export const written: readonly Document[] = [...pairs, ...examples, ...silence];

/** Documents of every format, some of which are several in one file, and some with the line ends or the mark of another system. */
export function documents(): fc.Arbitrary<Document> {
  const one = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...written) }, generated());
  const few = fc.tuple(one, fc.array(fc.constantFrom(...written), { maxLength: 2 }), fc.nat(9)).map(([first, more, dress]) => {
    const format = formatOf(first.name);
    const texts = [first.text, ...more.filter(({ name }) => formatOf(name) === format).map(({ text }) => text)];
    const text = texts.join(format === 'yaml' ? '\n---\n' : '\n');
    if (dress === 0) return { ...first, text: text.replaceAll(/\r?\n/g, '\r\n') };
    return dress === 1 ? { ...first, text: `\ufeff${text}` } : { ...first, text };
  });
  return fc.oneof(few, fc.constantFrom(...written));
}

function generated(): fc.Arbitrary<Document> {
  const under = (name: string, texts: fc.Arbitrary<string>) => texts.map((text) => ({ name, text, beside: {} }));
  return fc.oneof(
    under('generated.yaml', writtenDocuments()),
    under('generated.tf', terraformText()),
    under('generated.json', fc.json({ maxDepth: 5 })),
    under('generated.tf.json', terraformInJson()),
  );
}

/** What Terraform reads from JSON: a grant whose parts are sometimes expressions. */
function terraformInJson(): fc.Arbitrary<string> {
  const role = fc.constantFrom('roles/owner', 'roles/viewer', `\${var.role}`, `roles/\${local.role}`, 'viewer');
  const member = fc.constantFrom('allUsers', 'user:a@example.org', 'User:b@example.org', `\${local.who}`, `group:\${var.group}`);
  const type = fc.constantFrom('google_project_iam_binding', 'google_project_iam_member', 'google_storage_bucket_iam_binding');
  return fc.tuple(type, role, fc.array(member, { maxLength: 4 }), fc.constantFrom(0, 2)).map(([kind, held, members, space]) => {
    const body = kind.endsWith('member') ? { role: held, member: members[0] } : { role: held, members };
    const locals = { who: 'allUsers', role: 'owner' };
    return JSON.stringify({ locals, resource: { [kind]: { grant: { project: 'p', ...body } } } }, undefined, space);
  });
}
