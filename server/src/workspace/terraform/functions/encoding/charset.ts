import { utf8, utf8Text } from './bytes';

/** Undefined where the text or the bytes have something that it hasn't. */
export interface Charset {
  readonly encode: (text: string) => Uint8Array | undefined;
  readonly decode: (bytes: Uint8Array) => string | undefined;
}

/** The letters that bytes stand for one by one, for the first so many code points. */
function oneByte(letters: number): Charset {
  return {
    encode: (text) => {
      const codes = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
      return codes.every((code) => code < letters) ? Uint8Array.from(codes) : undefined;
    },
    decode: (bytes) =>
      bytes.every((byte) => byte < letters) ? Array.from(bytes, (byte) => String.fromCharCode(byte)).join('') : undefined,
  };
}

function twoBytes(isLittle: boolean): Charset {
  return {
    encode: (text) => {
      const view = new DataView(new ArrayBuffer(text.length * 2));
      for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
      return new Uint8Array(view.buffer);
    },
    decode: (bytes) => new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be', { ignoreBOM: true }).decode(bytes),
  };
}

/** Those of one meaning everywhere, by the names that IANA knows them by. */
const charsets: readonly { readonly names: readonly string[]; readonly charset: Charset }[] = [
  { names: ['utf-8', 'csutf8'], charset: { encode: utf8, decode: utf8Text } },
  { names: ['utf-16le', 'csutf16le'], charset: twoBytes(true) },
  { names: ['utf-16be', 'csutf16be'], charset: twoBytes(false) },
  {
    names: ['iso-8859-1', 'iso_8859-1', 'iso_8859-1:1987', 'iso-ir-100', 'latin1', 'l1', 'ibm819', 'cp819', 'csisolatin1'],
    charset: oneByte(256),
  },
];

/**
 * A way to write texts in bytes; undefined for one that is not worked out here.
 *
 * @see https://www.iana.org/assignments/character-sets/character-sets.xhtml
 */
export function charset(name: string): Charset | undefined {
  const wanted = name.toLowerCase();
  return charsets.find(({ names }) => names.includes(wanted))?.charset;
}
