import { convert } from '../values/convert';
import { unknownValue } from '../values/make';
import { anyType, boolType, numberType, stringType, type Type } from '../values/type';
import { isKnown, typeOf } from '../values/typeOf';
import { converts } from '../values/unify';
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

/** What marks a value for readers and leaves it what it is. */
const unchanged: Definition = {
  parameters: [taken],
  mayBeNull: true,
  result: ([value]) => value && typeOf(value),
  work: ([value]) => value,
};

/** @see https://developer.hashicorp.com/terraform/language/functions/tobool and those beside it */
export const typeConversion: Definitions = {
  tobool: conversion(boolType),
  tolist: conversion({ kind: 'list', of: anyType }),
  tomap: conversion({ kind: 'map', of: anyType }),
  tonumber: conversion(numberType),
  toset: conversion({ kind: 'set', of: anyType }),
  tostring: conversion(stringType),
  sensitive: unchanged,
  nonsensitive: unchanged,
  /** Only what comes from a provider or a variable may be ephemeral, and that is unknown here. */
  ephemeralasnull: unchanged,
  /** Marks aren't followed here, so nobody knows whether something has one. */
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
