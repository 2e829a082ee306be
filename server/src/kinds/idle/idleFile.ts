import type { FormatName } from '../../syntax/format';
import { longestText, parseSourceFile, type SourceFile } from '../../syntax/sourceFile';
import type { Change } from '../../text/change';
import { mayHoldPolicy } from './mayHold';

/**
 * Whether nothing in the file is read here, so that it needn't be parsed, which takes nearly all of the time that a file takes. May be
 * wrong only in saying no. `since` is what has changed since it was true.
 */
export function isIdle(uri: string, text: string, format: FormatName, since?: Change): boolean {
  const isPlain = format === 'json' || format === 'yaml';
  // A file of our own settings is looked at whatever it says, and of one that is too long is told that it is.
  return isPlain && text.length <= longestText && !uri.endsWith('.leastwise.json') && !mayHoldPolicy(text, since);
}

/** The file without a tree. */
export function idleFile(uri: string, text: string, format: FormatName): SourceFile {
  return { uri, text, format, roots: [] };
}

/** The file as the rules are to see it: with a tree, unless it is idle. */
export function parseUnlessIdle(uri: string, text: string, format: FormatName): SourceFile {
  return isIdle(uri, text, format) ? idleFile(uri, text, format) : parseSourceFile(uri, text, format);
}
