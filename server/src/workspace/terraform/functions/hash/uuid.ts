import { hex, utf8 } from '../encoding/bytes';
import { sha1 } from './sha1';

/** The same but for the first group. */
const wellKnown: Readonly<Record<string, string>> = { dns: '6ba7b810', url: '6ba7b811', oid: '6ba7b812', x500: '6ba7b814' };

/**
 * The UUID of a name in a namespace; undefined where that is neither known by name nor a UUID.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.5
 */
export function nameUuid(namespace: string, name: string): string | undefined {
  const first = Object.hasOwn(wellKnown, namespace) ? wellKnown[namespace] : undefined;
  const space = first === undefined ? uuidDigits(namespace) : `${first}9dad11d180b400c04fd430c8`;
  if (space === undefined) return undefined;
  const bytes = Uint8Array.from(space.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const digest = sha1(Uint8Array.of(...bytes, ...utf8(name))).slice(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  return hex(digest).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** With or without hyphens, in braces, or as a URN. */
function uuidDigits(text: string): string | undefined {
  const [, inner] =
    /^(?:[uU][rR][nN]:[uU][uU][iI][dD]:(?=.{36}$)|\{(?=.{37}$))?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\}?$/.exec(
      text,
    ) ?? [];
  if (inner !== undefined) return inner.replaceAll('-', '');
  return /^[0-9a-fA-F]{32}$/.test(text) ? text : undefined;
}
