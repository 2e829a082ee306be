import type { Place } from '../../index/facts';
import { boolValue, setValue, stringValue, unknownValue, unplaced } from '../values/make';
import { anyType, boolType, stringType, type Type } from '../values/type';
import { typeOf } from '../values/typeOf';
import type { Value } from '../values/value';
import { entriesOf, isMappingType } from './collection/items';
import { anything, type CallContext, type Definition, type Definitions, excess, type Outcome, text, textOf } from './definition';
import { base64, utf8 } from './encoding/bytes';
import { globTest } from './files/glob';
import { baseName, cleanPath, folderName } from './files/path';
import { hashes } from './hashCrypto';

const setOfTexts: Type = { kind: 'set', of: stringType };

function untold(type: Type, path: string): Value {
  return unknownValue(type, { id: 'file', what: path });
}

/** Of a file's text, if it is known. Where somebody's home is isn't. */
function textIn(path: string, { files }: CallContext): string | undefined {
  return path.startsWith('~') ? undefined : files?.text(cleanPath(path));
}

function placesOf(path: string, { files }: CallContext): readonly Place[] {
  const place = files?.placeOf?.(cleanPath(path));
  return place ? [place] : unplaced;
}

function ofFile(work: (content: string) => string | undefined): Definition {
  return {
    parameters: [text],
    result: stringType,
    work: ([path], type, context) => {
      const content = textIn(textOf(path), context);
      if (content === undefined) return untold(type, textOf(path));
      const result = work(content);
      return result === undefined ? excess : stringValue(result, placesOf(textOf(path), context));
    },
  };
}

function ofPath(work: (path: string) => string): Definition {
  return { parameters: [text], result: stringType, work: ([path]) => stringValue(work(textOf(path))) };
}

/** @see https://developer.hashicorp.com/terraform/language/functions/abspath and those beside it */
export const filesystem: Definitions = {
  abspath: { parameters: [text], result: stringType, work: ([path], type) => untold(type, textOf(path)) },
  basename: ofPath(baseName),
  dirname: ofPath(folderName),
  pathexpand: {
    parameters: [text],
    result: stringType,
    work: ([path], type) => (textOf(path).startsWith('~') ? untold(type, textOf(path)) : path),
  },
  file: ofFile((content) => content),
  filebase64: ofFile((content) => base64(utf8(content))),
  filebase64sha256: ofFile(hashes.base64sha256),
  filebase64sha512: ofFile(hashes.base64sha512),
  filemd5: ofFile(hashes.md5),
  filesha1: ofFile(hashes.sha1),
  filesha256: ofFile(hashes.sha256),
  filesha512: ofFile(hashes.sha512),
  fileexists: {
    parameters: [text],
    result: boolType,
    work: ([path], type, context) => (textIn(textOf(path), context) === undefined ? untold(type, textOf(path)) : boolValue(true)),
  },
  fileset: {
    parameters: [text, text],
    result: setOfTexts,
    work: ([folder, pattern], type, { files }) => {
      const path = textOf(folder);
      const wanted = cleanPath(textOf(pattern));
      const isElsewhere = path.startsWith('~') || wanted.includes('..');
      const found = isElsewhere ? undefined : files?.below(cleanPath(path), wanted);
      if (!found) return untold(type, path);
      const isWanted = globTest(wanted);
      return (
        isWanted &&
        setValue(
          found.filter(isWanted).map((name) => stringValue(name)),
          stringType,
        )
      );
    },
  },
  templatefile: {
    parameters: [text, anything],
    mayBeNull: true,
    result: anyType,
    work: ([path, variables], type, context) => rendered(textOf(path), variables, type, context),
  },
};

function rendered(path: string, variables: Value | undefined, type: Type, context: CallContext): Outcome {
  if (!variables || !isMappingType(typeOf(variables))) return undefined;
  const template = textIn(path, context);
  if (template === undefined || !context.render) return untold(type, path);
  return context.render(template, entriesOf(variables));
}
