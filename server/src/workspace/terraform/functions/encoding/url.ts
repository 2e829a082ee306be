import { utf8 } from './bytes';

/**
 * For a query: a space is a plus.
 *
 * @see https://pkg.go.dev/net/url#QueryEscape
 */
export function urlEncoded(text: string): string {
  return Array.from(utf8(text), (byte) => {
    const letter = String.fromCharCode(byte);
    if (/[0-9A-Za-z_.~-]/.test(letter)) return letter;
    return letter === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}
