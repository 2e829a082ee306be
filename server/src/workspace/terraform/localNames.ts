import type { FormatName } from '../../syntax/format';
import { escapedLetter } from '../../text/escapedLetter';

/** The local values that a text of Terraform names, wherever in it; `*` where one may be named that can't be told. */
export function localsNamedIn(text: string, format: FormatName): ReadonlySet<string> {
  if (format === 'terraformJson' && escapes.test(text)) return anyName;
  return new Set(text.includes('local') ? [...text.matchAll(named)].map(([, name = '*']) => name) : []);
}

const escapes = new RegExp(escapedLetter);
const anyName: ReadonlySet<string> = new Set(['*']);

/** A comment may stand wherever blanks may. */
const named = /\blocal\s*(?:\.\s*(?:([\p{ID_Start}_][\p{ID_Continue}-]*)|(?=[#/]))|(?=[#/]))/gu;
