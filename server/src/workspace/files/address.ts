/**
 * One spelling for each address, the one that VS Code uses: clients escape and capitalise differently, and a fact is found
 * only where its folder is spelled as in the question. Never throws; what is no address comes back as it is.
 */
export function canonicalAddress(uri: string): string {
  const match = /^([a-z][a-z0-9+.-]*):(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?/i.exec(uri);
  if (!match) return uri;
  const [, scheme = '', authority = '', path = '', query = ''] = match;
  try {
    const decoded = decodeURIComponent(path).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
    return `${scheme.toLowerCase()}:${authority}${decoded.split('/').map(escapeSegment).join('/')}${query}`;
  } catch {
    // A stray percent sign, or half of a surrogate pair.
    return uri;
  }
}

/** The address of `name`, a file or folder directly in `folder`. Undefined for a name that no address can hold. */
export function childAddress(folder: string, name: string): string | undefined {
  try {
    return `${folder}/${escapeSegment(name)}`;
  } catch {
    return undefined;
  }
}

/** The folder that holds the file or folder, without a slash at the end; undefined at the root. */
export function parentAddress(address: string): string | undefined {
  const slash = address.lastIndexOf('/');
  const parent = address.slice(0, Math.max(0, slash));
  return parent === '' || parent.endsWith('/') || parent.endsWith(':') ? undefined : parent;
}

export function isInside(address: string, folder: string): boolean {
  return address.startsWith(folder) && address.charAt(folder.length) === '/';
}

/** The path from `folder` to a file inside it, as it is on the disk, with slashes. */
export function pathInside(address: string, folder: string): string {
  const path = address.slice(folder.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A path as it stands in an address; what no address can hold stays. */
export function escapedPath(path: string): string {
  try {
    return path.split('/').map(escapeSegment).join('/');
  } catch {
    return path;
  }
}

function escapeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
