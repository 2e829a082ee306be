import type { TemplateExpression, TemplatePart } from '../../../syntax/terraform/expressions/expression';
import type { Place } from '../../index/facts';
import { convert } from '../values/convert';
import { stringValue, unknownValue } from '../values/make';
import { joinedPlaces } from '../values/origins';
import { isMarked } from '../values/sensitive';
import { joinedText, type ToldText, toldText, untoldText } from '../values/toldText';
import { stringType } from '../values/type';
import type { Reason, UnknownValue, Value } from '../values/value';
import { conditionOf } from './conditional';
import { Failure, failure } from './failure';
import { eachOf } from './loop';
import { type Evaluate, type Scope, withVariables } from './scope';

/** A text with what is put into it; the value itself where that is all that the template is. */
export function templateAt({ parts, range }: TemplateExpression, scope: Scope, evaluate: Evaluate): Value {
  const [only, ...others] = parts;
  if (only?.kind === 'interpolation' && others.length === 0) return evaluate(only.expression, scope);
  const text = textOf(parts, scope, evaluate);
  const from = joinedPlaces([text.from, [scope.place(range)]]);
  if (text.prefix.length > scope.context.limits.units) throw new Failure({ id: 'tooMuch', what: '' });
  if (!text.why) return stringValue(text.prefix, from);
  const { prefix, suffix, reference } = text;
  return { ...unknownValue(stringType, text.why, from), ends: { prefix, suffix }, ...(reference && { reference }) };
}

interface Text extends ToldText {
  /** Set where a part of it isn't known. */
  readonly why: Reason | undefined;
  readonly from: readonly Place[];
}

function textOf(parts: readonly TemplatePart[], scope: Scope, evaluate: Evaluate): Text {
  return joined(parts.map((part) => textOfPart(part, scope, evaluate)));
}

function joined(texts: readonly Text[]): Text {
  const why = texts.find((text) => text.why)?.why;
  return { ...joinedText(texts), why, from: joinedPlaces(texts.map(({ from }) => from)) };
}

function textOfPart(part: TemplatePart, scope: Scope, evaluate: Evaluate): Text {
  if (part.kind === 'text') return known(part.text);
  if (part.kind === 'interpolation') return asText(evaluate(part.expression, scope));
  if (part.kind === 'if') {
    const asked = evaluate(part.condition, scope);
    const condition = conditionOf(asked);
    if ('why' in condition) return unknown(condition);
    return decided(textOf(condition.truth ? part.yes : part.no, scope, evaluate), asked);
  }
  const collection = evaluate(part.collection, scope);
  const each = eachOf(collection);
  if ('why' in each) return unknown(each);
  const text = joined(
    each.items.map(([key, value]) =>
      textOf(
        part.body,
        withVariables(scope, [
          [part.key, key],
          [part.value, value],
        ]),
        evaluate,
      ),
    ),
  );
  return decided(text, collection);
}

/** Marked if what decides about it is. */
function decided(text: Text, by: Value): Text {
  return isMarked(by) ? { ...text, from: joinedPlaces([by.from, text.from]) } : text;
}

function asText(value: Value): Text {
  const text = convert(value, stringType);
  if (text?.kind === 'unknown') return { ...unknown(text), ...text.ends, reference: text.reference };
  if (text?.kind !== 'string') throw failure('a template takes texts, numbers and truth values alone');
  return known(text.text, value.from);
}

function known(text: string, from: readonly Place[] = []): Text {
  return { ...toldText(text), why: undefined, from };
}

function unknown({ why, from }: Pick<UnknownValue, 'why' | 'from'>): Text {
  return { ...untoldText, why, from };
}
