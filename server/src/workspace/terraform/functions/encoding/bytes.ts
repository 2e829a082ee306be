export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Undefined for what is no UTF-8. A mark at the start is a letter like any other. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc4648#section-4 */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Undefined for what isn't base64 with its padding; line ends don't count. */
export function base64Bytes(text: string): Uint8Array | undefined {
  const plain = text.replace(/[\r\n]/g, '');
  if (plain.length % 4 !== 0 || !/^[0-9A-Za-z+/]*={0,2}$/.test(plain)) return undefined;
  return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
