import assert from 'node:assert/strict';
import { complete } from '../../../../src/features/completion/completion';
import { hover } from '../../../../src/features/hover/hover';
import { semanticTokens } from '../../../../src/features/semanticTokens';
import { summarise } from '../../../../src/kinds/facts';
import { kinds } from '../../../../src/kinds/index.generated';
import { misshapenIn, shapedObjects } from '../../../../src/kinds/shapedObjects';
import { speechOf } from '../../../../src/l10n/localize';
import { createReadings } from '../../../../src/lint/readings';
import { prepareTerraform } from '../../../../src/syntax/terraform/reading/grammar';
import { applyEdits } from '../../../../src/text/edit';
import { emptyWorkspace, join } from '../../../../src/workspace/index/workspace';
import { fileOf } from '../../../lint/shouting';

await prepareTerraform();

const readings = createReadings(kinds);

function read(name: string, text: string) {
  return readings.ofFile(fileOf(name, text), { workspace: emptyWorkspace, attachment: undefined });
}

/** What is said at the `‸` of a text. */
export function said(name: string, marked: string, locale: 'en' | 'ko' = 'en'): string {
  const offset = marked.indexOf('‸');
  assert.ok(offset >= 0, marked);
  return hover([], offset, { locale, reading: read(name, marked.replace('‸', '')) })?.contents ?? '';
}

/** Something is said at the `‸`, in both languages. */
export function isSaid(name: string, marked: string, english: RegExp): void {
  assert.match(said(name, marked), english, marked);
  assert.match(said(name, marked, 'ko'), /[가-힣].*\.$/s, marked);
}

/** What is offered at the `‸` of a text. */
export function offered(name: string, marked: string): readonly string[] {
  return itemsAt(name, marked).map(({ label }) => label);
}

/** The text once the item is taken. */
export function taken(name: string, marked: string, label: string): string {
  const item = itemsAt(name, marked).find((one) => one.label === label);
  assert.ok(item, `${label} among ${offered(name, marked)}`);
  return applyEdits(marked.replace('‸', ''), [{ range: item.range, newText: item.newText }]);
}

function itemsAt(name: string, marked: string) {
  const file = fileOf(name, marked.replace('‸', ''));
  return complete(file, marked.indexOf('‸'), join([summarise(file, { group: undefined })], true), { locale: 'en' }).items;
}

/** The keys whose values can't be what the shapes say, whether anybody reports them or not. */
export function cannotBe(name: string, text: string): readonly string[] {
  const found = read(name, text)
    .policies()
    .flatMap(({ policy }) => {
      const kind = kinds.find(({ id }) => id === policy.kind);
      return kind && kind.id !== 'misshapen' ? shapedObjects(kind, policy).flatMap(misshapenIn) : [];
    });
  return found.map(({ entry }) => entry.key);
}

/** The words of choices that are coloured. */
export function coloured(name: string, text: string): readonly string[] {
  return semanticTokens(read(name, text))
    .filter(({ type }) => type === 'enumMember')
    .map(({ range }) => text.slice(range.start, range.end));
}

/** What a text is read as, for people. */
export function readAs(name: string, text: string): readonly string[] {
  return read(name, text)
    .policies()
    .flatMap(({ policy }) => {
      const kind = kinds.find(({ id }) => id === policy.kind);
      const form = kind?.name?.(policy);
      return kind?.words && form !== undefined ? (speechOf('en').words(kind.words).names[form] ?? []) : [];
    });
}
