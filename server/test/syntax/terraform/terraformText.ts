import fc from 'fast-check';

const word = fc.constantFrom('a', 'members', 'role_2', 'x-y', 'content', 'for_each', '이름');

const characters = fc.constantFrom(
  'a',
  'Z',
  ' ',
  '  ',
  '한',
  '😀',
  '{',
  '}',
  '[',
  ']',
  '(',
  '#',
  '//',
  '/*',
  '*/',
  '<<E',
  ',',
  '=',
  "'",
  '`',
  '$',
  '%',
  'é',
);
const plain = fc.array(characters, { maxLength: 6 }).map((parts) => parts.join('').replace(/[$%]+(?=\{|$)/g, '-'));

const reference = fc.constantFrom('var.x', 'google_service_account.app.email', 'a.b[0].c', 'local.m["k"]', 'each.value', 'a.0.b');
const call = fc.constantFrom(
  'lower("A")',
  'format("%s-%s", var.a, [1, {b = 2}])',
  '[for k, v in var.m : v if k != "}"]',
  'var.l[*].id',
);
// The oracle writes a conditional inside a string in other words.
const conditional = fc.constant('var.a == 1 ? "x" : "y"');
const expression = fc.oneof(reference, call, conditional);
const hole = fc.oneof(reference, reference, call).map((inside) => `\${${inside}}`);

const quotedPart = fc.oneof(
  { weight: 3, arbitrary: plain },
  fc.constantFrom('\\n', '\\"', '\\\\', '\\t', '\\u00e9', '\\U0001F600', '$${v}', '%%{ if }'),
);
const quoted = fc
  .array(fc.oneof({ weight: 3, arbitrary: quotedPart }, hole), { maxLength: 5 })
  .map((parts) => `"${parts.join('')}"`);
const plainQuoted = fc.array(quotedPart, { maxLength: 3 }).map((parts) => `"${parts.join('')}"`);

const heredocPart = fc.oneof(plain, fc.constantFrom('"', '\\', '\\n', '$${v}', 'E', 'EO T'), hole);
const heredocLine = fc
  .tuple(fc.constantFrom('', '  ', '    ', '\t'), fc.array(heredocPart, { maxLength: 4 }))
  .map(([indentation, parts]) => indentation + parts.join(''));
const heredoc = fc
  .tuple(fc.constantFrom('<<', '<<-'), fc.array(heredocLine, { maxLength: 4 }), fc.constantFrom('', '    '))
  .map(
    ([start, lines, indentation]) =>
      `${start}EOT\n${lines.map((line) => `${line.replace(/EOT/g, 'E')}\n`).join('')}${indentation}EOT`,
  );

const { value } = fc.letrec<{ value: string; tuple: string; object: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'value' },
    fc.oneof(quoted, quoted, heredoc, fc.constantFrom('1', '-2', '0.5', '1.50', 'true', 'false', 'null'), expression),
    tie('tuple'),
    tie('object'),
  ),
  tuple: fc
    .tuple(fc.array(tie('value'), { maxLength: 3, depthIdentifier: 'value' }), fc.constantFrom(',', ', ', ',\n  ', ', # why\n'))
    .map(([items, comma]) => `[${items.map((item) => (item.startsWith('<<') ? `\n${item}\n` : item)).join(comma)}]`),
  object: fc
    .tuple(
      fc.uniqueArray(
        fc.oneof(
          word,
          plainQuoted.filter((key) => !/[\\$%]/.test(key)),
          fc.constantFrom('1', '"k 1"'),
        ),
        {
          maxLength: 3,
          selector: (key) => key.replaceAll('"', ''),
        },
      ),
      fc.array(tie('value'), { minLength: 3, maxLength: 3, depthIdentifier: 'value' }),
      fc.constantFrom(' = ', '=', ' : '),
    )
    .map(([keys, values, sign]) => `{\n${keys.map((key, index) => `    ${key}${sign}${values[index]}\n`).join('')}  }`),
}));

function body(indentation: string, nested: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.uniqueArray(word, { maxLength: 4 }),
      fc.array(value, { minLength: 4, maxLength: 4 }),
      fc.array(nested, { maxLength: 2 }),
      fc.array(layout, { minLength: 4, maxLength: 4 }),
    )
    .map(([keys, values, blocks, layouts]) => {
      const attributes = keys.map((key, index) => {
        const { sign, behind } = layouts[index] ?? { sign: '=', behind: '' };
        const given = values[index] ?? '1';
        return `${indentation}${key}${sign}${given}${given.includes('<<') ? '' : behind}\n`;
      });
      return [...attributes, ...blocks].join('');
    });
}

const layout = fc.record({
  sign: fc.constantFrom(' = ', '=', '    = '),
  behind: fc.constantFrom('', ' # leastwise', ' // "', ' /* ${ */', '\n'),
});

function nestedBlock(depth: number): fc.Arbitrary<string> {
  const inner: fc.Arbitrary<string> = depth > 0 ? nestedBlock(depth - 1) : fc.constantFrom('', '\n', '    # only a comment\n');
  return fc
    .tuple(fc.constantFrom('condition', 'binding'), body('    ', inner))
    .map(([name, text]) => `  ${name} {\n${text}  }\n`);
}

function block(): fc.Arbitrary<string> {
  const header = fc.constantFrom(
    'resource "google_x" "y"',
    'resource google_x z',
    'variable "v"',
    'locals',
    'module "한"',
    'data "a" "b"',
    'custom',
  );
  return fc
    .tuple(fc.constantFrom('', '# above\n', '// above "\n# two\n'), header, body('  ', nestedBlock(1)))
    .map(([above, head, text]) => `${above}${head} {\n${text}}`);
}

const gap = fc.constantFrom('\n', '\n\n', '\n# note 한\n\n', '\n/* old\n  resource "a" "b" {}\n*/\n\n', ' // end\n\n');

const file = fc
  .tuple(fc.array(fc.tuple(block(), gap), { minLength: 1, maxLength: 4 }), fc.boolean(), fc.constantFrom('\n', '\r\n'))
  .map(([blocks, byteOrderMark, lineBreak]) => {
    return (byteOrderMark ? '\ufeff' : '') + blocks.flat().join('').replaceAll('\n', lineBreak);
  });

/** Terraform files of every style, valid for Terraform itself. */
export function terraformText(): fc.Arbitrary<string> {
  return file;
}
