import type { TemplateExpression, TemplatePart } from '../../../syntax/terraform/expressions/expression';
import type { Place } from '../../index/facts';
import { convert } from '../values/convert';
import { stringValue, unknownValue } from '../values/make';
import { joinedPlaces } from '../values/origins';
import { stringType } from '../values/type';
import type { Reason, Value } from '../values/value';
import { conditionOf } from './conditional';
import { failure } from './failure';
import { eachOf } from './loop';
import { type Evaluate, type Scope, withVariables } from './scope';

/** A text with what is put into it; the value itself where that is all that the template is. */
export function templateAt({ parts, range }: TemplateExpression, scope: Scope, evaluate: Evaluate): Value {
  const [only, ...others] = parts;
  if (only?.kind === 'interpolation' && others.length === 0) return evaluate(only.expression, scope);
  const text = textOf(parts, scope, evaluate);
  const from = joinedPlaces([text.from, [scope.place(range)]]);
  return text.why ? unknownValue(stringType, text.why, from) : stringValue(text.text, from);
}

interface Text {
  readonly text: string;
  /** Set where a part of it isn't known. */
  readonly why: Reason | undefined;
  readonly from: readonly Place[];
}

function textOf(parts: readonly TemplatePart[], scope: Scope, evaluate: Evaluate): Text {
  const texts = parts.map((part) => textOfPart(part, scope, evaluate));
  return {
    text: texts.map(({ text }) => text).join(''),
    why: texts.find(({ why }) => why)?.why,
    from: joinedPlaces(texts.map(({ from }) => from)),
  };
}

function textOfPart(part: TemplatePart, scope: Scope, evaluate: Evaluate): Text {
  if (part.kind === 'text') return { text: part.text, why: undefined, from: [] };
  if (part.kind === 'interpolation') return asText(evaluate(part.expression, scope));
  if (part.kind === 'if') {
    const condition = conditionOf(evaluate(part.condition, scope));
    if ('why' in condition) return { text: '', why: condition.why, from: condition.from };
    return textOf(condition.truth ? part.yes : part.no, scope, evaluate);
  }
  const each = eachOf(evaluate(part.collection, scope));
  if ('why' in each) return { text: '', why: each.why, from: each.from };
  const texts = each.items.map(([key, value]) =>
    textOf(
      part.body,
      withVariables(scope, [
        [part.key, key],
        [part.value, value],
      ]),
      evaluate,
    ),
  );
  return {
    text: texts.map(({ text }) => text).join(''),
    why: texts.find(({ why }) => why)?.why,
    from: joinedPlaces(texts.map(({ from }) => from)),
  };
}

function asText(value: Value): Text {
  const text = convert(value, stringType);
  if (text?.kind === 'unknown') return { text: '', why: text.why, from: text.from };
  if (text?.kind !== 'string') throw failure('a template takes texts, numbers and truth values alone');
  return { text: text.text, why: undefined, from: value.from };
}
