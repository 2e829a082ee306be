import assert from 'node:assert/strict';
import type { CodeAction } from '../../../src/features/actions/codeAction';
import { codeActions } from '../../../src/features/actions/quickFixes';
import { fixClassOf } from '../../../src/lint/fixes/fix';
import type { FormatName } from '../../../src/syntax/format';
import { applyEdits } from '../../../src/text/edit';
import { commentsOf } from '../documents/commentScanner';
import type { Sample } from '../documents/sample';
import { isList, isObject, meaningOf, type Plain } from '../documents/secondParser';
import { formatOfPair, lintOwn } from '../engine';
import type { Law } from '../law';

export const comments: Law = {
  number: 12,
  says: 'whatever action is taken',
  tests: [
    {
      of: 'every comment stays, but the one at the end of a line that goes',
      run(sample) {
        const format = formatOfPair(sample);
        for (const { title, after } of outcomesOf(sample)) assert.deepEqual(lostComments(sample.bad, after, format), [], title);
      },
    },
    {
      of: 'its new names were free in the module',
      concerns: (sample) => formatOfPair(sample) === 'terraform' || formatOfPair(sample) === 'terraformJson',
      run(sample) {
        const others = Object.values(sample.example.files ?? {}).flatMap(addressesIn);
        for (const { title, after } of outcomesOf(sample)) {
          const before = new Set([...addressesIn(sample.bad), ...others]);
          const all = addressesIn(after);
          assert.equal(new Set(all).size, all.length, `${title}: an address stands twice in\n${after}`);
          const made = all.filter((address) => !addressesIn(sample.bad).includes(address));
          assert.deepEqual(
            made.filter((address) => before.has(address)),
            [],
            title,
          );
        }
      },
    },
    {
      of: 'nothing unknown goes with what keeps its meaning',
      async run(sample) {
        const format = formatOfPair(sample);
        const keeping = outcomesOf(sample).filter(({ keepsMeaning }) => keepsMeaning);
        const known = keeping.length > 0 ? unknownIn(await meaningOf(sample.bad, format)) : new Set<string>();
        for (const { title, after } of keeping) {
          const left = unknownIn(await meaningOf(after, format));
          const gone = [...known].filter((one) => !left.has(one));
          assert.deepEqual(gone, [], title);
        }
      },
    },
  ],
};

/** The comments that an edit has lost, of those that have to stay. */
export function lostComments(before: string, after: string, format: FormatName): readonly string[] {
  const left = new Map<string, number>();
  for (const { text } of commentsOf(after, format)) left.set(text, (left.get(text) ?? 0) + 1);
  return commentsOf(before, format)
    .filter(({ text, codeBefore, endsLine }) => {
      const count = left.get(text) ?? 0;
      left.set(text, count - 1);
      const isOfLine = codeBefore !== '' && endsLine;
      const isGone = timesIn(after, codeBefore) < timesIn(before, codeBefore) && !isTakenOut(before, after, codeBefore);
      return count <= 0 && !(isOfLine && isGone);
    })
    .map(({ text }) => text);
}

/** Whether the only item of a list, or the line on which the list began, is now the line of the key with the item behind it. */
function isTakenOut(before: string, after: string, code: string): boolean {
  const item = code.replace(/^-[ \t]+/, '').replace(/,$/, '');
  const isItem = /^(?:"[^"]*"|'[^']*'|[\w./@-]+)$/.test(item);
  const isBeginning = /[:=][ \t]*\[$/.test(code);
  const wanted = isBeginning ? code.slice(0, -1) : item;
  return (isItem || isBeginning) && keysWith(after, wanted) > keysWith(before, wanted);
}

/** On how many lines a key stands with a value that is no list, and the words among them. */
function keysWith(text: string, words: string): number {
  const squeezed = (line: string) => line.replace(/\s+/g, '');
  const lines = text.split(/[\r\n]/).filter((line) => /^[\s-]*(?:\/\*.*\*\/\s*)?["']?\w+["']?\s*[:=]\s*[^[\s#/]/.test(line));
  return lines.filter((line) => squeezed(line).includes(squeezed(words))).length;
}

/** On how many lines a code stands first. A comma may come or go with its neighbour. */
function timesIn(text: string, code: string): number {
  const bare = code.replace(/,$/, '');
  return text.split(/[\r\n]/).filter((line) => line.trimStart().startsWith(bare)).length;
}

interface Outcome {
  readonly title: string;
  readonly after: string;
  readonly keepsMeaning: boolean;
}

/** What each action makes of the bad text. */
function outcomesOf(sample: Sample): readonly Outcome[] {
  const { file, findings } = lintOwn(sample, sample.bad);
  const languageId = formatOfPair(sample) === 'json' && commentsOf(sample.bad, 'json').length > 0 ? 'jsonc' : undefined;
  const whole = { start: 0, end: file.text.length };
  const actions = codeActions(file, findings, whole, { locale: 'en', languageId });
  // What takes a comment away on purpose is about nothing else.
  return actions
    .filter((action) => !isAboutComments(action))
    .flatMap((action) =>
      action.edits ? [{ title: action.title, after: applyEdits(file.text, action.edits), keepsMeaning: isSame(action) }] : [],
    );
}

function isAboutComments({ finding, preferred }: CodeAction): boolean {
  const fixes = preferred && finding ? finding.fixes() : [];
  return fixes.some((fix) => 'edits' in fix && fix.edits.some(({ kind }) => kind === 'removeComment'));
}

function isSame({ finding, preferred }: CodeAction): boolean {
  const [first] = finding?.fixes() ?? [];
  return preferred && finding !== undefined && first !== undefined && fixClassOf(finding.rule, first) === 'same';
}

/** `google_project_iam_member.owner`, `data.…`, as HCL or JSON declare them. */
function addressesIn(text: string): readonly string[] {
  if (/^\s*\{/.test(text)) {
    const { resource, data } = JSON.parse(text) as Readonly<Record<string, Plain>>;
    const named = (blocks: Plain | undefined, prefix: string) =>
      isObject(blocks)
        ? Object.entries(blocks).flatMap(([type, names]) =>
            isObject(names) ? Object.keys(names).map((name) => `${prefix}${type}.${name}`) : [],
          )
        : [];
    return [...named(resource, ''), ...named(data, 'data.')];
  }
  return [...text.matchAll(/^(resource|data)\s+"([^"]+)"\s+"([^"]+)"/gm)].map(
    ([, mode, type, name]) => `${mode === 'data' ? 'data.' : ''}${type}.${name}`,
  );
}

/** What expressions refer to, which hcl2json leaves as text: nobody knows what it stands for. */
function unknownIn(meaning: Plain): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: Plain): void => {
    if (typeof value === 'string') for (const [hole] of value.matchAll(/\$\{[^}]*\}/g)) addReferences(hole);
    else if (isList(value)) value.forEach(visit);
    else if (isObject(value)) Object.values(value).forEach(visit);
  };
  const addReferences = (hole: string): void => {
    const words = hole.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    for (const [reference] of words.matchAll(/\b[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*/g)) found.add(reference);
  };
  visit(meaning);
  return found;
}
