import type { ArgumentSchema } from '../../../catalog/terraformSchema';
import type { Entry, SyntaxNode } from '../../../syntax/tree';
import { nearestWord } from '../../../text/nearestWord';
import { resolve } from '../../../workspace/terraform/names/resolve';
import type { Scope } from '../../../workspace/terraform/names/scope';
import { textOf } from '../../../workspace/terraform/names/text';
import { isPlaceholder } from '../../reading/values';
import type { RefusedValue, WrongType } from './policy';

/** What Terraform can't convert into the argument's type. Only what is written out tells its type. */
export function wrongTypeIn(entry: Entry, { type }: ArgumentSchema): readonly WrongType[] {
  const { value } = entry;
  if (isUntold(value)) return [];
  const slip = (node: SyntaxNode, takes: WrongType['takes'] = type): WrongType => ({ what: 'type', entry, node, takes });
  if (value.kind === 'sequence' && value.blockName !== undefined) return type === 'other' ? [] : [slip(value, 'argument')];
  if (!converts(value, type)) return [slip(value)];
  const items =
    type === 'texts' && value.kind === 'sequence'
      ? value.items
      : type === 'map' && value.kind === 'mapping'
        ? value.entries.map((one) => one.value)
        : [];
  return items.filter((item) => item.kind === 'mapping' || item.kind === 'sequence').map((item) => slip(item));
}

function converts(value: SyntaxNode, type: ArgumentSchema['type']): boolean {
  const isContainer = value.kind === 'mapping' || value.kind === 'sequence';
  switch (type) {
    case 'text':
      return !isContainer;
    case 'truth':
      return !isContainer && !(value.kind === 'scalar' && !/^(?:true|false|"?[01]"?)$/.test(writtenTruth(value.value)));
    case 'number':
      return !isContainer && !(value.kind === 'scalar' && (typeof value.value === 'boolean' || !isNumeric(value.value)));
    case 'texts':
      return value.kind !== 'mapping' && value.kind !== 'scalar' && value.kind !== 'template';
    case 'map':
      return value.kind !== 'sequence' && value.kind !== 'scalar' && value.kind !== 'template';
    case 'other':
      return true;
  }
}

/** A text may be a truth value, a number never is one. */
function writtenTruth(value: string | number | boolean | null): string {
  return typeof value === 'number' ? 'number' : String(value);
}

function isNumeric(value: string | number | boolean | null): boolean {
  return typeof value === 'number' || /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(String(value));
}

/** `null` is nothing, and a placeholder may become anything. */
function isUntold(value: SyntaxNode): boolean {
  return (value.kind === 'scalar' && value.value === null) || isPlaceholder(value);
}

/** The texts of the argument that the provider refuses. */
export function refusedIn(entry: Entry, schema: ArgumentSchema, scope: Scope): readonly RefusedValue[] {
  const { choices, format, newer, type } = schema;
  if (!choices && !format) return [];
  const found = type === 'texts' ? resolve(entry.value, scope).node : entry.value;
  const nodes = found.kind === 'sequence' ? found.items : type === 'texts' ? [] : [found];
  return nodes.flatMap((node): readonly RefusedValue[] => {
    const value = isPlaceholder(node) && node.kind !== 'template' ? undefined : textOf(node, scope);
    const text = value?.text;
    if (value === undefined || text === undefined) return [];
    const isTaken = choices ? choices.includes(text) : format?.pattern.test(text) === true;
    if (isTaken) return [];
    const literal = value.literal && node.kind === 'scalar' ? node : undefined;
    // A variable that is empty by default is mostly given by somebody.
    if (text === '' && !literal) return [];
    const isNewer = newer.includes(text);
    return [{ what: 'value', entry, shown: value.shown, literal, text, choices: choices ?? [], isNewer, format }];
  });
}

/** The one word that was meant, and whether it is the same but for blanks and the case of letters. */
export function meantChoice({
  text,
  choices,
}: RefusedValue): { readonly value: string; readonly isSameWord: boolean } | undefined {
  const written = text.trim().toUpperCase();
  const words = choices.filter((word) => word !== '' && !word.endsWith('_UNSPECIFIED'));
  const same = words.find((word) => word.toUpperCase() === written);
  const value = same ?? nearestWord(written, words);
  return value === undefined ? undefined : { value, isSameWord: same !== undefined };
}
