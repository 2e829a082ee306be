import picomatch from 'picomatch/posix';
import { canonicalAddress, isInside, pathInside } from '../../workspace/files/address';

/**
 * Whether an address, relative to `folder`, fits a glob. A glob without a slash fits a file name in any folder below, and one
 * that names a folder fits everything in it, which is how `.gitignore` has accustomed people.
 */
export function globMatcher(glob: string, folder: string): (uri: string) => boolean {
  const matches = compile(glob);
  return (uri) => {
    const address = canonicalAddress(uri);
    return isInside(address, folder) && matches(pathInside(address, folder));
  };
}

function compile(glob: string): (path: string) => boolean {
  const path = glob.replace(/^\.?\//, '').replace(/\/$/, '');
  if (path === '') return () => false;
  const anywhere = path.includes('/') || /^\.?\//.test(glob) ? path : `**/${path}`;
  try {
    return picomatch([anywhere, `${anywhere}/**`], { dot: true });
  } catch {
    // Beyond picomatch's longest pattern.
    return () => false;
  }
}
