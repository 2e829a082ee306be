import { stringValue } from '../values/make';
import { stringType } from '../values/type';
import { type Definition, type Definitions, excess, text, textOf } from './definition';
import { base64, hex, utf8 } from './encoding/bytes';
import { md5 } from './hash/md5';
import { sha1 } from './hash/sha1';
import { sha256, sha512 } from './hash/sha2';
import { nameUuid } from './hash/uuid';

/** Of the bytes of a text. Megabytes take seconds. */
export const longestHashed = 200_000;

export function hashing(
  hash: (bytes: Uint8Array) => Uint8Array,
  write: (digest: Uint8Array) => string,
): (value: string) => string | undefined {
  return (value) => (value.length > longestHashed ? undefined : write(hash(utf8(value))));
}

/** Each hash that Terraform has, and how it writes it. */
export const hashes = {
  base64sha256: hashing(sha256, base64),
  base64sha512: hashing(sha512, base64),
  md5: hashing(md5, hex),
  sha1: hashing(sha1, hex),
  sha256: hashing(sha256, hex),
  sha512: hashing(sha512, hex),
} as const;

function ofText(hash: (value: string) => string | undefined): Definition {
  return {
    parameters: [text],
    result: stringType,
    work: ([value]) => {
      const digest = hash(textOf(value));
      return digest === undefined ? excess : stringValue(digest);
    },
  };
}

/** @see https://developer.hashicorp.com/terraform/language/functions/base64sha256 and those beside it */
export const hashCrypto: Definitions = {
  ...Object.fromEntries(Object.entries(hashes).map(([name, hash]) => [name, ofText(hash)])),
  uuidv5: {
    parameters: [text, text],
    result: stringType,
    about: 1,
    work: ([namespace, name]) => {
      const uuid = nameUuid(textOf(namespace), textOf(name));
      return uuid === undefined ? undefined : stringValue(uuid);
    },
  },
};
