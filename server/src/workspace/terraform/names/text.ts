import type { SyntaxNode, TemplatePart } from '../../../syntax/tree';
import type { Place } from '../../index/facts';
import { convert } from '../values/convert';
import { stringType } from '../values/type';
import type { ResourceReference } from '../values/value';
import { hidden, isHidden, type LaidOut, valueBehind } from './layout';
import { resolve } from './resolve';
import type { Scope } from './scope';

/** A string as far as the text tells it. */
export interface TextValue {
  /** The value where it is used. */
  readonly node: SyntaxNode;
  /** What is marked where the value is at fault: the same, or the literal of the same root that it comes from. */
  readonly shown: SyntaxNode;
  /** Whether the text stands right there, so that it may be edited. */
  readonly literal: boolean;
  /** The whole text; undefined when a part is unknown. */
  readonly text: string | undefined;
  /** What the text surely begins with. */
  readonly prefix: string;
  /** What the text surely ends with; the whole text when that is known. */
  readonly suffix: string;
  /** What the rest after `prefix` is taken from, when that is one attribute of one resource of the module. */
  readonly reference: ResourceReference | undefined;
  /** False where a variable's default or assignment is part of it: evidence of what it says, never of what it lacks. */
  readonly certain: boolean;
  /** Where the whole text is written, when that is not here. */
  readonly source: Place | undefined;
  /** Where a part of it is written, when that is not here. */
  readonly partSource?: Place | undefined;
}

/** Reads a value as a string; undefined when it is none: a list, an object, null. */
export function textOf(node: SyntaxNode, scope: Scope): TextValue | undefined {
  if (node.kind === 'template' && node.parts.length !== 1) return templateText(node, node.parts, scope);
  const found = resolve(node, scope);
  const behind = valueBehind(found.node);
  if (behind) return madeText(node, found.node, behind);
  const at = found.node;
  switch (at.kind) {
    case 'scalar':
      return at.value === null ? undefined : plainText(node, String(at.value));
    case 'template':
      return templateText(node, at.parts, scope);
    case 'reference':
    case 'opaque':
      return { ...noText(node), literal: true, certain: found.certain, reference: found.reference };
    default:
      return undefined;
  }
}

/** For a value that is no string where one belongs: nothing is known of it. */
export function noText(node: SyntaxNode): TextValue {
  return {
    node,
    shown: node,
    literal: false,
    certain: true,
    source: undefined,
    text: undefined,
    prefix: '',
    suffix: '',
    reference: undefined,
  };
}

/** What was worked out; of what isn't known, its ends. */
function madeText(node: SyntaxNode, shown: SyntaxNode, { value, assumed, origins }: LaidOut): TextValue | undefined {
  const base = { node, shown, literal: false, certain: !assumed, source: origins[0] };
  if (value.kind === 'unknown') {
    const { ends, reference } = value;
    return { ...base, text: undefined, prefix: ends?.prefix ?? '', suffix: ends?.suffix ?? '', reference };
  }
  const text = convert(value, stringType);
  return text?.kind === 'string'
    ? { ...base, text: text.text, prefix: text.text, suffix: text.text, reference: undefined }
    : undefined;
}

/** What is written out right here: nearly every value of a JSON or YAML file, so it takes one object and no look-up. */
function plainText(node: SyntaxNode, text: string): TextValue {
  return {
    node,
    shown: node,
    literal: true,
    certain: true,
    source: undefined,
    text,
    prefix: text,
    suffix: text,
    reference: undefined,
  };
}

function templateText(node: SyntaxNode, parts: readonly TemplatePart[], scope: Scope): TextValue {
  const told = parts.map((part) => ('literal' in part ? known(part.literal) : textOf(part.hole, scope)));
  const certain = told.every((part) => part?.certain !== false);
  const partSource = told.map((part) => part?.source ?? part?.partSource).find((place) => place !== undefined);
  const shown = parts.some((part, index) => 'hole' in part && isHiddenText(told[index])) ? hidden(node) : node;
  const base = {
    node,
    shown,
    literal: true,
    certain,
    source: parts.length === 1 ? told[0]?.source : undefined,
    partSource,
  };
  const first = told.findIndex((part) => part?.text === undefined);
  const whole = (some: typeof told) => some.map((part) => part?.text ?? '').join('');
  if (first < 0) {
    const text = whole(told);
    return { ...base, text, prefix: text, suffix: text, reference: undefined };
  }
  const last = told.findLastIndex((part) => part?.text === undefined);
  return {
    ...base,
    text: undefined,
    prefix: whole(told.slice(0, first)) + (told[first]?.prefix ?? ''),
    suffix: (told[last]?.suffix ?? '') + whole(told.slice(last + 1)),
    reference: first === told.length - 1 ? told[first]?.reference : undefined,
  };
}

function isHiddenText(text: Partial<TextValue> | undefined): boolean {
  return text?.shown !== undefined && isHidden(text.shown);
}

function known(text: string): Omit<TextValue, 'node' | 'shown' | 'literal'> {
  return { certain: true, source: undefined, text, prefix: text, suffix: text, reference: undefined };
}

/** A string that is written out; undefined for everything else. */
export function literalString(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
