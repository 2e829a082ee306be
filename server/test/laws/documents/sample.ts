import type { Example, Rule } from '../../../src/rules/rule';
import type { TextRange } from '../../../src/text/range';

/** One pair of a rule, as the laws use it. */
export interface Sample {
  readonly rule: Rule;
  /** `example 1`, `case 2`. */
  readonly name: string;
  /** Whether the documentation doesn't show it. */
  readonly isCase: boolean;
  readonly example: Example;
  /** Without the marks. */
  readonly bad: string;
  readonly good: string;
  /** What «» surrounds, in offsets of `bad`, in the order of the text. */
  readonly marks: readonly TextRange[];
}

export function samplesOf(rule: Rule, cases: readonly Example[]): readonly Sample[] {
  const sample = (name: 'example' | 'case') => (example: Example, index: number) => ({
    rule,
    name: `${name} ${index + 1}`,
    isCase: name === 'case',
    example,
    ...withoutMarks(example.bad),
    good: example.good,
  });
  return [...rule.examples.map(sample('example')), ...cases.map(sample('case'))];
}

/** Takes the «» out of a text, and tells where they stood. */
export function withoutMarks(marked: string): { readonly bad: string; readonly marks: readonly TextRange[] } {
  let bad = '';
  const open: number[] = [];
  const marks: TextRange[] = [];
  for (const character of marked) {
    if (character === '«') open.push(bad.length);
    else if (character === '»') {
      const start = open.pop();
      if (start === undefined) throw new Error('a » without its «');
      marks.push({ start, end: bad.length });
    } else bad += character;
  }
  if (open.length > 0) throw new Error('a « without its »');
  return { bad, marks: marks.sort((a, b) => a.start - b.start || a.end - b.end) };
}
