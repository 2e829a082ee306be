import { changeWithin } from '../../text/change';
import { rangeOfError } from '../errorRange';
import type { Format, Previous, Root } from '../format';
import { firstErrorAt } from './firstError';
import { readJson } from './list';
import { parseJson } from './parse';
import { renderJson } from './render';
import { stringSegments } from './segments';

/** JSON with comments and trailing commas. A file is one root, or none where it has no value. */
export const jsonFormat: Format = {
  name: 'json',
  parse: (text, previous) => {
    const offset = text.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
    const root = jsonRoot(text.slice(offset), offset, previous);
    return root ? [{ root, offset }] : [];
  },
  render: renderJson,
  keepFormatted: (_, edits) => edits,
  segments: (root, node) => stringSegments(root.text, node),
  firstError: ({ text }) => rangeOfError(text, firstErrorAt(text)),
};

function jsonRoot(text: string, offset: number, previous: Previous | undefined): Root | undefined {
  const placed = previous?.roots.find(({ root }) => root.format === jsonFormat);
  const before = placed?.root;
  if (before?.text === text) return before;
  const change = placed?.offset === offset ? changeWithin(previous?.change, offset, placed.root.text.length) : undefined;
  return readJson(text, before && { root: before, change }, (whole) => {
    const parsed = parseJson(whole);
    return parsed && { format: jsonFormat, text: whole, ...parsed, embedded: [] };
  });
}

const byteOrderMark = '\ufeff';
