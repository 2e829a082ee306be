import assert from 'node:assert/strict';
import { rangeInFile } from '../../src/lint/placedFinding';
import type { SequenceNode } from '../../src/syntax/tree';
import type { TextRange } from '../../src/text/range';
import { formatOfPair, type Linted, lintOwn } from './engine';
import type { Law } from './law';
import type { Sample } from './sample';

export const several: Law = {
  number: 8,
  says: 'still found when a good policy precedes it',
  tests: [
    {
      run(sample, skip) {
        const text = preceded(sample);
        if (typeof text !== 'object') return skip(text);
        const findings = lintOwn(sample, text.whole).findings.map(rangeInFile);
        const marked = ({ start, end }: TextRange) => text.whole.slice(start, end);
        const expected = sample.marks.map(({ start, end }) => ({ start: start + text.before, end: end + text.before }));
        assert.deepEqual(findings, expected, `found ${JSON.stringify(findings.map(marked))} in\n${text.whole}`);
      },
    },
  ],
};

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
 * The good file's resources with other names and for another role, or the earlier grants would be to the point; its variables
 * and locals stand in `bad` too.
 */
function afterBlocks({ bad, good }: Sample): Preceded | string {
  const blocks = [...good.matchAll(/^(?:resource|data) +"(\w+)" +"(\w+)" *\{\n[\s\S]*?^\}\n/gm)];
  const unlike = blocks.filter(([block]) => !bad.includes(block));
  if (unlike.length === 0) return 'good has no block that bad lacks';
  const renamed = unlike.map(([block]) => unlike.reduce((text, [, type, name]) => withNewName(text, type, name), block));
  const before = `${renamed.map((block) => block.replace(grantedRole, '$1"roles/browser"')).join('\n')}\n`;
  return { whole: before + bad, before: before.length };
}

function withNewName(text: string, type = '', name = ''): string {
  return text
    .replaceAll(new RegExp(`"${type}"( +)"${name}"`, 'g'), `"${type}"$1"earlier_${name}"`)
    .replaceAll(`${type}.${name}.`, `${type}.earlier_${name}.`);
}

const grantedRole = /^( +role += ).*$/gm;

/** The list whose items are policies of their own, if that is what the file is. */
function listOfPolicies(linted: Linted): SequenceNode | undefined {
  const root = linted.file.roots[0]?.root.node;
  if (root?.kind !== 'sequence') return undefined;
  return linted.findings.some(({ policy }) => root.items.includes(policy.node)) ? root : undefined;
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
