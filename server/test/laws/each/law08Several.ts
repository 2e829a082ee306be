import assert from 'node:assert/strict';
import { fingerprintsOf } from '../../../src/lint/fingerprint';
import { rangeInFile } from '../../../src/lint/places/placedFinding';
import type { SequenceNode } from '../../../src/syntax/tree';
import type { TextRange } from '../../../src/text/range';
import type { Sample } from '../documents/sample';
import { formatOfPair, isFactoryFile, type Linted, lintOwn } from '../engine';
import { kindInLaws } from '../kinds';
import type { Law } from '../law';
import { repaired } from '../repair';

export const several: Law = {
  number: 8,
  says: 'still found when a good policy precedes it',
  tests: [
    {
      run(sample, skip) {
        const text = preceded(sample);
        if (typeof text !== 'object') return skip(text);
        const linted = lintOwn(sample, text.whole);
        const findings = linted.findings.map(rangeInFile);
        const marked = ({ start, end }: TextRange) => text.whole.slice(start, end);
        const expected = sample.marks.map(({ start, end }) => ({ start: start + text.before, end: end + text.before }));
        assert.deepEqual(findings, expected, `found ${JSON.stringify(findings.map(marked))} in\n${text.whole}`);
        knownAgain(sample, linted);
      },
    },
    {
      of: 'as an item of a list',
      run(sample, skip) {
        const text = listed(sample, sample.bad);
        if (typeof text === 'string') return skip(text);
        const { file, findings } = lintOwn(sample, text.whole);
        assert.ok(file.roots[0]?.root.items, 'each item should be a root');
        const expected = sample.marks.map(({ start, end }) => text.marked.slice(text.moved(start), text.moved(end)));
        const found = findings.map(rangeInFile);
        assert.deepEqual(
          found.map(({ start, end }) => text.whole.slice(start, end)),
          expected,
        );
        assert.deepEqual(
          found.map(({ start }) => start),
          sample.marks.map(({ start }) => text.before + text.moved(start)),
        );
        knownAgain(sample, { file, findings });
        const behind = behindGood(sample, text);
        const lintedBehind = lintOwn(sample, behind.whole);
        knownAgain(sample, lintedBehind);
        assert.deepEqual(
          lintedBehind.findings.map((finding) => rangeInFile(finding).start),
          sample.marks.map(({ start }) => behind.before + text.moved(start)),
          `behind a good one:\n${behind.whole}`,
        );
        const mended = repaired(sample, text.whole);
        const good = listed(sample, sample.good);
        if (mended !== undefined && typeof good !== 'string') assert.equal(mended, good.whole);
      },
    },
  ],
};

/** What precedes a finding doesn't change what it is known by. */
function knownAgain(sample: Sample, { findings }: Linted): void {
  assert.deepEqual(fingerprintsOf(findings), fingerprintsOf(lintOwn(sample, sample.bad).findings));
}

/** The same list with the good document in the place of the other one. */
function behindGood(sample: Sample, { whole, marked, before, moved }: Listed): Listed {
  const good = listed(sample, sample.good);
  if (typeof good === 'string') return { whole, marked, before, moved };
  const opening = whole.slice(0, before);
  const between = formatOfPair(sample) === 'json' ? ',\n' : '- ';
  const first = opening.startsWith('[') ? '[\n' : '- ';
  const ahead = `${first}${good.marked}${between}`;
  return { whole: ahead + whole.slice(before), marked, before: ahead.length, moved };
}

interface Listed {
  readonly whole: string;
  /** The item's text in the list. */
  readonly marked: string;
  /** Where it begins. */
  readonly before: number;
  /** From an offset of the sample's text to one of `marked`. */
  moved(offset: number): number;
}

/** The good document and another one as a list; the reason where that would be something else. */
function listed(sample: Sample, document: string): Listed | string {
  const format = formatOfPair(sample);
  if (format !== 'json' && format !== 'yaml') return 'a Terraform file is a list of blocks';
  if (isFactoryFile(sample)) return 'a factory’s file is no list';
  if (sample.example.fix === 'needsSecondLevel') return 'a list has room for a second level';
  if (!sample.rule.kind.lists || sample.rule.kind.afterwards) return 'lists are read as one';
  const { root } = lintOwn(sample, document).file.roots[0] ?? {};
  if (root?.node.kind !== 'mapping' || root.broken || /^(---|%)/m.test(document)) return 'it would be no item of a list';
  if (format === 'json') {
    const before = `[\n{\n  "earlier": true\n},\n`;
    const marked = document.trimEnd();
    return { whole: `${before}${marked}\n]\n`, marked, before: before.length, moved: (offset) => offset };
  }
  const before = '- earlier: true\n- ';
  const lines = document.split('\n');
  const marked = lines.map((line, index) => (index === 0 || line === '' ? line : `  ${line}`)).join('\n');
  const moved = (offset: number) => {
    const above = document.slice(0, offset).split('\n').slice(1);
    return offset + 2 * above.filter((_, index) => lines[index + 1] !== '').length;
  };
  return { whole: before + marked, marked, before: before.length, moved };
}

interface Preceded {
  readonly whole: string;
  /** By how much `bad` has moved. */
  readonly before: number;
}

function preceded(sample: Sample): Preceded | string {
  const { bad } = sample;
  const format = formatOfPair(sample);
  if (format === 'terraform') return afterBlocks(sample);
  if (format === 'terraformJson') return 'the resources of `.tf.json` are keys of one mapping';
  const policies = listOfPolicies(lintOwn(sample, bad));
  if (policies) return afterItems(sample, policies);
  if (format === 'json') return 'a JSON file holds one of these';
  const before = `${sample.good.trimEnd()}\n---\n`;
  return { whole: `${before}${bad.replace(/^---\n/, '')}`, before: before.length - (bad.startsWith('---\n') ? 4 : 0) };
}

/**
 * The good file's resources with other names and about something else, or they would be to the point; its variables
 * and locals stand in `bad` too.
 */
function afterBlocks(sample: Sample): Preceded | string {
  const { bad, good } = sample;
  const { unrelated } = kindInLaws(sample);
  const blocks = [...good.matchAll(/^(?:resource|data) +"(\w+)" +"(\w+)" *\{\n[\s\S]*?^\}\n/gm)];
  const unlike = blocks.filter(([block]) => !bad.includes(block));
  if (unlike.length === 0) return 'good has no block that bad lacks';
  const renamed = unlike.map(([block]) => unlike.reduce((text, [, type, name]) => withNewName(text, type, name), block));
  const before = `${renamed.map(unrelated).join('\n')}\n`;
  return { whole: before + bad, before: before.length };
}

function withNewName(text: string, type = '', name = ''): string {
  return text
    .replaceAll(new RegExp(`"${type}"( +)"${name}"`, 'g'), `"${type}"$1"earlier_${name}"`)
    .replaceAll(`${type}.${name}.`, `${type}.earlier_${name}.`);
}

/** The list whose items are policies of their own, if that is what the file is. */
function listOfPolicies(linted: Linted): SequenceNode | undefined {
  const root = linted.file.roots[0]?.root.node;
  if (root?.kind !== 'sequence') return undefined;
  return linted.findings.some(({ policy, index }) => index !== undefined || root.items.includes(policy.node)) ? root : undefined;
}

function afterItems(sample: Sample, list: SequenceNode): Preceded | string {
  const { bad, good } = sample;
  const goodList = lintOwn(sample, good).file.roots[0]?.root.node;
  const [firstBad, firstGood, lastGood] = [
    list.items[0],
    goodList?.kind === 'sequence' ? goodList.items[0] : undefined,
    goodList?.kind === 'sequence' ? goodList.items.at(-1) : undefined,
  ];
  if (!firstBad || !firstGood || !lastGood) return 'good is no list';
  const start = firstBad.range.start;
  const items = good.slice(firstGood.range.start, lastGood.range.end);
  const separator = bad.slice(0, start).trimEnd().endsWith('-') ? `\n${bad.slice(0, start).split('\n').at(-1) ?? ''}` : ', ';
  const inserted = items + separator;
  return { whole: bad.slice(0, start) + inserted + bad.slice(start), before: inserted.length };
}
