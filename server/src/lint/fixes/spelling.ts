import { copiedNode, expressionText, type TreeEdit, type Value } from '../../syntax/treeEdit';

/** Spells the keys of an edit, which are those of the API, as they are spelled where the policy stands. */
export function respell(edit: TreeEdit, spell: Spell): TreeEdit {
  switch (edit.kind) {
    case 'set':
      return { ...edit, key: spell(edit.key), to: respellValue(edit.to, spell) };
    case 'insert':
      return { ...edit, values: edit.values.map((value) => respellValue(value, spell)) };
    case 'rename':
      return { ...edit, to: spell(edit.to) };
    case 'replace':
      return { ...edit, by: respellValue(edit.by, spell) };
    case 'addBlock':
      return { ...edit, body: respellKeys(edit.body, spell) };
    default:
      return edit;
  }
}

function respellValue(value: Value, spell: Spell): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => respellValue(item, spell));
  if (expressionText in value || copiedNode in value) return value;
  return respellKeys(value as { readonly [key: string]: Value }, spell);
}

function respellKeys(value: { readonly [key: string]: Value }, spell: Spell): { readonly [key: string]: Value } {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [spell(key), respellValue(inner, spell)]));
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

type Spell = (apiField: string) => string;
