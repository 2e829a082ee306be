import assert from 'node:assert/strict';
import { complete } from '../../src/features/completion/completion';
import { summarise } from '../../src/kinds/facts';
import type { Rule } from '../../src/rules/rule';
import { parseSourceFile, type SourceFile } from '../../src/syntax/sourceFile';
import { join, type Workspace } from '../../src/workspace/index/workspace';
import { endsOfTokens, placesOfTokens } from './documents/places';
import { type Sample, samplesOf } from './documents/sample';
import { fileName, formatOfPair } from './engine';

/** Completion never throws in an example, half-typed or whole, and replaces only what stands before the cursor on its line. */
export function completionIsBorne(rule: Rule): void {
  for (const sample of samplesOf(rule, [])) {
    const { bad } = sample;
    const places = [...placesOfTokens(bad), bad.length];
    for (const length of places) atTheEnd(fileOf(sample, bad.slice(0, length)));
    inside(fileOf(sample, bad), endsOfTokens(bad));
  }
}

function atTheEnd(file: SourceFile): void {
  const { text } = file;
  const { length } = text;
  for (const { range, newText, cursor, filterText } of complete(file, length, workspaceOf(file), { locale: 'ko' }).items) {
    assert.ok(range.start <= length && range.end === length && !/[\r\n]/.test(text.slice(range.start)), text);
    assert.ok(cursor === undefined || cursor <= newText.length, text);
    assert.ok(filterText.startsWith(text.charAt(range.start)) || !/["']/.test(text.charAt(range.start)), text);
  }
}

function inside(file: SourceFile, places: readonly number[]): void {
  const workspace = workspaceOf(file);
  for (const offset of places) {
    const [item] = complete(file, offset, workspace, { locale: 'en' }).items;
    assert.ok(!item || (item.range.start <= offset && offset <= item.range.end), `at ${offset} of ${file.text}`);
  }
}

function fileOf(sample: Sample, text: string): SourceFile {
  const format = formatOfPair(sample);
  return parseSourceFile(`file:///work/${fileName(sample, format)}`, text, format);
}

function workspaceOf(file: SourceFile): Workspace {
  return join([summarise(file, { group: undefined })], true);
}
