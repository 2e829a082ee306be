import type { SyntaxNode, TemplatePart } from '../../../syntax/tree';
import type { Place } from '../../index/facts';
import { convert } from '../values/convert';
import { joinedText, type ToldText, toldText, untoldText } from '../values/toldText';
import { stringType } from '../values/type';
import { hidden, isHidden, type LaidOut, valueBehind } from './layout';
import { resolve } from './resolve';
import type { Scope } from './scope';

/** A string as far as the text tells it. */
export interface TextValue extends ToldText {
  /** The value where it is used. */
  readonly node: SyntaxNode;
  /** What is marked where the value is at fault: the same, or the literal of the same root that it comes from. */
  readonly shown: SyntaxNode;
  /** Whether the text stands right there, so that it may be edited. */
  readonly literal: boolean;
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

/**
 * The node to write another text in the place of: that of a text that stands here by itself, or what stands for a text that is written
 * elsewhere, of which is to be told whether it may be changed there.
 */
export function replaceableNode({ node, shown, literal, text }: TextValue): SyntaxNode | undefined {
  if (literal) return node.kind === 'scalar' ? node : undefined;
  return text !== undefined && valueBehind(shown)?.literal ? shown : undefined;
}

/** For a value that is no string where one belongs: nothing is known of it. */
export function noText(node: SyntaxNode): TextValue {
  return {
    node,
    shown: node,
    literal: false,
    certain: true,
    source: undefined,
    ...untoldText,
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
  return text?.kind === 'string' ? { ...base, ...toldText(text.text) } : undefined;
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
  const told = parts.map((part) => ('literal' in part ? undefined : textOf(part.hole, scope)));
  const isHiddenPart = (text: TextValue | undefined) => text !== undefined && isHidden(text.shown);
  return {
    node,
    shown: told.some(isHiddenPart) ? hidden(node) : node,
    literal: true,
    certain: told.every((part) => part?.certain !== false),
    source: parts.length === 1 ? told[0]?.source : undefined,
    partSource: told.map((part) => part?.source ?? part?.partSource).find((place) => place !== undefined),
    ...joinedText(parts.map((part, index) => ('literal' in part ? toldText(part.literal) : partOf(told[index])))),
  };
}

/** What is empty by default is filled in by whoever uses the module. */
function partOf(text: TextValue | undefined): ToldText {
  return text === undefined || text.text === '' ? untoldText : text;
}

/** A string that is written out; undefined for everything else. */
export function literalString(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
