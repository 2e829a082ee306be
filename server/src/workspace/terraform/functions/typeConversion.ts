import { convert } from '../values/convert';
import { unknownValue } from '../values/make';
import { nonsensitive, sensitive } from '../values/sensitive';
import { anyType, boolType, numberType, stringType, type Type } from '../values/type';
import { isKnown, typeOf } from '../values/typeOf';
import { converts } from '../values/unify';
import type { Value } from '../values/value';
import type { Definition, Definitions } from './definition';
import { unknownBecause } from './unknownBecause';

const taken = { type: anyType, takesNull: true, takesUnknown: true, takesUntyped: true } as const;

function conversion(to: Type): Definition {
  return {
    parameters: [taken],
    mayBeNull: true,
    result: ([value]) => (value && converts(typeOf(value), to) ? to : undefined),
    work: ([value], type) => (value && !isKnown(value) ? unknownBecause(type, [value]) : value && convert(value, to)),
  };
}

/** What gives a value as it is, but for how it is marked. */
function unchanged(marked: (value: Value) => Value): Definition {
  return {
    parameters: [taken],
    mayBeNull: true,
    unmarks: true,
    result: ([value]) => value && typeOf(value),
    work: ([value]) => value && marked(value),
  };
}

/** @see https://developer.hashicorp.com/terraform/language/functions/tobool and those beside it */
export const typeConversion: Definitions = {
  tobool: conversion(boolType),
  tolist: conversion({ kind: 'list', of: anyType }),
  tomap: conversion({ kind: 'map', of: anyType }),
  tonumber: conversion(numberType),
  toset: conversion({ kind: 'set', of: anyType }),
  tostring: conversion(stringType),
  sensitive: unchanged(sensitive),
  nonsensitive: unchanged(nonsensitive),
  /** Only what comes from a provider or a variable may be ephemeral, and that is unknown here. */
  ephemeralasnull: unchanged((value) => value),
  /** More is marked here than Terraform marks. */
  issensitive: {
    parameters: [taken],
    mayBeNull: true,
    result: boolType,
    work: ([value]) =>
      value && !isKnown(value)
        ? unknownBecause(boolType, [value])
        : unknownValue(boolType, { id: 'function', what: 'issensitive' }),
  },
};
