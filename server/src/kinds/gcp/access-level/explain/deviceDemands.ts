import { entryOf, type MappingNode } from '../../../../syntax/tree';
import { fill } from '../../../../text/fill';
import { codeSpan } from '../../../../text/markdown';
import { noText, type TextValue, textOf } from '../../../../workspace/terraform/names/text';
import { blocksOf } from '../../../../workspace/terraform/resources';
import { nameInWords, written } from '../../../explaining/named';
import { words as common } from '../../../explaining/words';
import type { KindWords } from '../../../kind';
import type { Field } from '../../../policy';
import { booleanField, listField, textField } from '../../../reading/values';
import type { ShapeField } from '../../../shape';
import type { Speech } from '../../../speech';
import { devicePolicy } from '../shape';
import { words } from '../words';
import { assumed, listPoints, type Point, type Telling } from './points';

/** What a device policy asks for, field by field: what must be so, one of several choices, one of several systems. */
export function devicePoints(device: MappingNode, telling: Telling): readonly Point[] {
  const { speech } = telling;
  const fields = [...devicePolicy.fields.values()];
  return [
    ...fields.filter(({ takes }) => takes === 'boolean').flatMap((field) => demandPoint(device, field, telling)),
    ...fields.filter(({ takes }) => takes === 'texts').flatMap((field) => choicePoint(device, field, telling)),
    ...systemsPoint(device, telling),
    ...(device.complete ? [] : [{ says: speech.words(common).mayAskMore }]),
  ];
}

function demandPoint(device: MappingNode, { name, says }: ShapeField, { level, scope, speech }: Telling): readonly Point[] {
  const key = level.dialect.spell(name);
  const value = booleanField(device, key, scope);
  if (value.state === 'known') return value.value ? [{ says: sentencesOf(speech).fields[says] ?? '' }] : [];
  if (value.state === 'absent' || !value.node) return [];
  return [{ says: `${codeSpan(key)}: ${nameInWords(written(level, value.node.range), speech)}` }];
}

/** An empty list lets in every device. */
function choicePoint(device: MappingNode, { name }: ShapeField, telling: Telling): readonly Point[] {
  const { level, scope, speech } = telling;
  const list = listField(device, level.dialect.spell(name), scope, (item, at) => textOf(item, at) ?? noText(item));
  const parts = listPoints(list, telling, (text) => {
    const said = text.endsWith('_UNSPECIFIED') ? undefined : sentencesOf(speech).values[text];
    return said === undefined ? codeSpan(text) : `${said} (${codeSpan(text)})`;
  });
  return parts.length > 0 ? [{ says: speech.words(words).explain.oneOf, parts }] : [];
}

function systemsPoint(device: MappingNode, telling: Telling): readonly Point[] {
  const { level, speech } = telling;
  const key = level.dialect.spell('osConstraints');
  const entry = entryOf(device, key);
  if (!entry) return [];
  const blocks = blocksOf(device, key);
  const { value } = entry;
  const isAll = value.kind === 'mapping' || (value.kind === 'sequence' && value.complete && value.items.length === blocks.length);
  const more = value.kind === 'sequence' ? speech.words(common).mayAskMore : nameInWords(written(level, value.range), speech);
  const parts = [...blocks.map((block) => ({ says: system(block, telling) })), ...(isAll ? [] : [{ says: more }])];
  return parts.length > 0 ? [{ says: speech.words(words).explain.systems, parts }] : [];
}

function system(constraint: MappingNode, { level, scope, speech }: Telling): string {
  const { spell } = level.dialect;
  const named = (field: Field<TextValue>, sayOf: (text: string) => string): readonly string[] => {
    if (field.state === 'absent') return [];
    const { node } = field.state === 'known' ? field.value : field;
    if (field.state === 'known' && field.value.text !== undefined) return [assumed(sayOf(field.value.text), field.value, speech)];
    return node ? [nameInWords(written(level, node.range), speech)] : [];
  };
  const verified = booleanField(constraint, spell('requireVerifiedChromeOs'), scope);
  return [
    ...named(textField(constraint, spell('osType'), scope), (text) => systemsIn(speech)[text] ?? codeSpan(text)),
    ...named(textField(constraint, spell('minimumVersion'), scope), (version) =>
      fill(speech.words(words).explain.fromVersion, { version: codeSpan(version) }),
    ),
    ...(verified.state === 'known' && verified.value ? [speech.words(words).explain.verifiedOs] : []),
    ...(verified.state === 'unknown' && verified.node
      ? [`${codeSpan(spell('requireVerifiedChromeOs'))}: ${nameInWords(written(level, verified.node.range), speech)}`]
      : []),
  ].join(', ');
}

function sentencesOf(speech: Speech): KindWords {
  return speech.words(words);
}

/** Operating systems by the API's words. */
function systemsIn(speech: Speech): Readonly<Record<string, string>> {
  return speech.words(words).systems;
}
