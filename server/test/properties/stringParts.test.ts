import assert from 'node:assert/strict';
import { test } from 'node:test';
import allowPolicy from '../../src/kinds/gcp/allow-policy/kind';
import { renderFix } from '../../src/lint/fixes/fix';
import { createLinter } from '../../src/lint/lint';
import { rangeInFile } from '../../src/lint/places/placedFinding';
import { readSettings } from '../../src/lint/settings/settings';
import { defineRule } from '../../src/rules/rule';
import { parseSourceFile } from '../../src/syntax/sourceFile';
import { partOf } from '../../src/syntax/strings/stringPart';
import { prepareTerraform } from '../../src/syntax/terraform/reading/grammar';
import { holeUnit, isString, meaningOfString } from '../../src/syntax/tree';
import { applyEdits } from '../../src/text/edit';
import type { TextRange } from '../../src/text/range';
import { join } from '../../src/workspace/index/workspace';
import fc from '../fastCheck';
import { meaningOf, type Plain } from '../laws/documents/secondParser';
import { type Dice, type Written, writers } from './stringWriters';

await prepareTerraform();

/**
 * A part of an expression is marked, and edited, in every format and in one inside of the other. Whatever is asked is asked of parsers that
 * the product doesn't use: with other text in the place of what is marked they must read the expression with that in the place of the part.
 */
test('a part of a string is marked and edited where it stands, and nothing else', async () => {
  const asked = new Map<string, number>();
  const piece = fc.constantFrom(
    ...[
      'resource.name',
      ' ',
      ' ',
      ' == ',
      '"',
      "'",
      '\\',
      'é',
      '😀',
      '&& ',
      '\n',
      ' ${x}',
      ' %{y}',
      '#',
      ': ',
      '(',
      ')',
      'a',
      '//',
      '\\n',
    ],
    ...[' /*HOLE*/ '],
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(writers)),
      fc.array(piece, { minLength: 1, maxLength: 14 }),
      fc.infiniteStream(fc.nat({ max: 99 })),
      fc.tuple(fc.nat(), fc.nat()),
      fc.constantFrom('other_name', 'it', 'a "b"', "it's", '${z}', 'x\\y', 'ö', '# c', ': ', '', ' '),
      async (name, pieces, rolls, [from, length], newText) => {
        const writer = writers[name];
        assert(writer);
        const takesHoles = writer.takesHoles === true;
        const wished = `r${pieces.join('').replaceAll('/*HOLE*/', takesHoles ? holeUnit : 'h')}`;
        const written = writer.write(wished, diceOf(rolls));
        const expression = written?.expression ?? wished;
        // A writer can't say everything: plain scalars have no place for all signs.
        if (!written || (await readBack(written)) !== inTerraform(expression, written)) return;
        asked.set(name, (asked.get(name) ?? 0) + 1);
        const start = from % expression.length;
        const end = start + 1 + (length % Math.min(12, expression.length - start));
        if (isIndivisible(expression, start) || isIndivisible(expression, end)) return;
        await holds(written, expression, { start, end }, newText);
      },
    ),
    { numRuns: 1500 },
  );
  for (const name of Object.keys(writers)) assert.ok((asked.get(name) ?? 0) > 20, `${name}: ${asked.get(name) ?? 0}`);
});

async function holds(written: Written, expression: string, stretch: TextRange, newText: string): Promise<void> {
  const { text, breaks } = written;
  const { marked, whole, changed } = report(written, stretch, newText);
  const part = expression.slice(stretch.start, stretch.end);
  const shown = `${JSON.stringify(part)} in\n${text}\nmarked ${JSON.stringify(text.slice(marked.start, marked.end))}`;
  const isBroken = breaks.some((at) => stretch.start <= at && at < stretch.end);
  const withOther = (by: string) => expression.slice(0, stretch.start) + by + expression.slice(stretch.end);
  const isWhole = isBroken && marked.start === whole.start && marked.end === whole.end;
  // An empty line has no indentation to hold anything else.
  const isEmptyLine = breaks.includes(stretch.start) && breaks.includes(stretch.start - 1);
  if (!isWhole && !isEmptyLine) {
    // The last line feed of a heredoc can't go.
    const marker = `Z9marker${text.charAt(marked.end - 1) === '\n' ? '\n' : ''}`;
    const replaced = text.slice(0, marked.start) + marker + text.slice(marked.end);
    assert.equal(await readBack({ ...written, text: replaced }), inTerraform(withOther(marker), written), shown);
  }
  if (changed === undefined) {
    const isSimple = /^\w+$/.test(newText) && !isBroken && !part.includes(holeUnit);
    assert.ok(!isSimple, `not edited: ${shown}`);
    return;
  }
  assert.equal(
    await readBack({ ...written, text: changed }),
    inTerraform(withOther(newText), written),
    `${shown}\nedited\n${changed}`,
  );
  const kept = isBroken ? whole : marked;
  assert.equal(changed.slice(0, kept.start), text.slice(0, kept.start), shown);
  assert.ok(changed.endsWith(text.slice(kept.end)), `${shown}\nedited\n${changed}`);
}

/** What a rule marks and changes through the engine, as any rule does. */
function report({ text, format }: Written, stretch: TextRange, newText: string) {
  const rule = defineRule({
    id: 'test/part',
    kind: allowPolicy,
    severity: 'error',
    fixClass: 'changes',
    source: { title: '', url: '' },
    since: '0',
    summary: '',
    rationale: '',
    messages: { part: '', change: '' },
    examples: [],
    check({ bindings: [binding] }, context) {
      assert(binding?.condition.state === 'known' && binding.condition.value.expression.state === 'known');
      const { node } = binding.condition.value.expression.value;
      assert(isString(node));
      assert.ok(stretch.end <= meaningOfString(node).length);
      context.report(partOf(node, stretch), 'part', {
        fixes: () => [{ title: 'change', edits: [{ kind: 'editString', node, edits: [{ range: stretch, newText }] }] }],
      });
      context.report(node, 'change');
    },
  });
  const file = parseSourceFile('file:///workspace/a', text, format);
  const { settings } = readSettings({ client: undefined, folder: 'file:///workspace' });
  const linter = createLinter({
    rules: [rule],
    settings,
    onFault: (_, error) => {
      throw error;
    },
  });
  const findings = linter.lint(file, join([], true), new Date(0));
  const finding = findings.find(({ message }) => message === 'part');
  const all = findings.find(({ message }) => message === 'change');
  assert(finding && all, `nothing found in\n${text}`);
  const [fix] = finding.fixes();
  const edits = fix && renderFix(text, finding, fix);
  return { marked: rangeInFile(finding), whole: rangeInFile(all), changed: edits && applyEdits(text, edits) };
}

/** The expression, as parsers that the product doesn't use read it. Undefined where the text says something else. */
async function readBack({ text, format, inner }: Written): Promise<unknown> {
  let value: Plain | undefined;
  try {
    value = await meaningOf(text, format);
    const data = expressionBelow(value);
    if (inner === undefined) return data;
    return typeof data === 'string' ? expressionBelow(JSON.parse(inner(data)) as Plain) : undefined;
  } catch {
    return undefined;
  }
}

/** The first `policy_data` that is a text, else the first `expression`. */
function expressionBelow(value: Plain | undefined): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value) as readonly (readonly [string, Plain])[]) {
    if ((key === 'expression' || key === 'policy_data') && typeof inner === 'string') return inner;
    const found = expressionBelow(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Terraform's second readers leave `$${` and `${…}` as they are written. */
function inTerraform(expression: string, { format, inner }: Written): string {
  if (format !== 'terraform' && format !== 'terraformJson') return expression;
  const escaped = inner ? expression : expression.replace(/[$%](?=\{)/g, '$&$&');
  return escaped.replaceAll(holeUnit, hole);
}

const hole = '${var.h}';

function diceOf(rolls: fc.Stream<number>): Dice {
  return { roll: (percent) => (rolls.next().value ?? 0) < percent };
}

/** The halves of a pair, and the mark of a template, may be written as one. */
function isIndivisible(text: string, at: number): boolean {
  return /[\ud800-\udbff][\udc00-\udfff]|[$%]\{/.test(text.slice(at - 1, at + 1));
}
