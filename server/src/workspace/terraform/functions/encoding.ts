import { stringValue, unknownValue } from '../values/make';
import { anyType, stringType } from '../values/type';
import { isWhollyKnown } from '../values/typeOf';
import { type Definition, type Definitions, text, textOf } from './definition';
import { base64, base64Bytes, utf8, utf8Text } from './encoding/bytes';
import { charset } from './encoding/charset';
import { decodedCsv, typeOfCsv } from './encoding/csv';
import { decodedJson } from './encoding/json';
import { jsonText } from './encoding/jsonText';
import { urlEncoded } from './encoding/url';
import { decodedYaml } from './encoding/yaml';
import { yamlText } from './encoding/yamlText';
import { unknownBecause } from './unknownBecause';

const anyValue = { type: anyType, takesNull: true, takesUnknown: true, takesUntyped: true } as const;

function toText(work: (value: string) => string | undefined): Definition {
  return {
    parameters: [text],
    result: stringType,
    work: ([value]) => {
      const result = work(textOf(value));
      return result === undefined ? undefined : stringValue(result);
    },
  };
}

function encoding(write: typeof jsonText, options: Partial<Definition>): Definition {
  return {
    parameters: [anyValue],
    result: stringType,
    work: ([value], type, { limits }) => {
      if (!value || !isWhollyKnown(value)) return unknownBecause(type, value ? [value] : []);
      const result = write(value, limits.units);
      return typeof result === 'string' ? stringValue(result) : result;
    },
    ...options,
  };
}

/** @see https://developer.hashicorp.com/terraform/language/functions/base64decode and those beside it */
export const encodings: Definitions = {
  base64decode: toText((value) => {
    const bytes = base64Bytes(value);
    return bytes && utf8Text(bytes);
  }),
  base64encode: toText((value) => base64(utf8(value))),
  csvdecode: {
    parameters: [text],
    result: ([value]) => (value?.kind === 'string' ? typeOfCsv(value.text) : anyType),
    work: ([value], type, { limits }) => decodedCsv(textOf(value), type, limits),
  },
  jsondecode: {
    parameters: [text],
    mayBeNull: true,
    result: anyType,
    work: ([value], _, { limits }) => decodedJson(textOf(value), limits),
  },
  jsonencode: encoding(jsonText, {}),
  textdecodebase64: {
    parameters: [text, text],
    result: stringType,
    work: ([value, name]) => {
      const bytes = base64Bytes(textOf(value));
      const known = charset(textOf(name));
      if (!known) return unknownValue(stringType, { id: 'function', what: 'textdecodebase64' });
      if (!bytes) return undefined;
      const decoded = known.decode(bytes);
      return decoded === undefined || decoded.includes('\ufffd') ? undefined : stringValue(decoded);
    },
  },
  textencodebase64: {
    parameters: [text, text],
    result: stringType,
    work: ([value, name]) => {
      const known = charset(textOf(name));
      if (!known) return unknownValue(stringType, { id: 'function', what: 'textencodebase64' });
      const bytes = known.encode(textOf(value));
      return bytes && stringValue(base64(bytes));
    },
  },
  urlencode: toText(urlEncoded),
  yamldecode: {
    parameters: [text],
    mayBeNull: true,
    result: anyType,
    work: ([value], _, { limits }) => decodedYaml(textOf(value), limits),
  },
  yamlencode: encoding(yamlText, { mayBeNull: true }),
};
