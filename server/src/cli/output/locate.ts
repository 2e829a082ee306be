import { fileURLToPath } from 'node:url';
import { type LineTable, lineTable } from '../../text/lines/lineTable';
import type { Place } from '../../workspace/index/facts';
import { readTextFile } from '../textFile';
import type { LocatedPlace } from './writer';

/** Finds the lines of places in files, those of the disk where no others are given. `pathOf` tells how a file is called in the output. */
export function placeLocator(
  pathOf: (path: string) => string,
  textOf: (uri: string) => string | undefined = textOnDisk,
): (place: Place) => LocatedPlace | undefined {
  const tables = new Map<string, LineTable | undefined>();
  function tableOf(uri: string): LineTable | undefined {
    if (tables.has(uri)) return tables.get(uri);
    // The findings of a file point to the same few; no more texts than those are kept.
    if (tables.size >= mostTexts) tables.clear();
    const text = textOf(uri);
    const table = text === undefined ? undefined : lineTable(text);
    tables.set(uri, table);
    return table;
  }
  return ({ uri, range }) => {
    const table = tableOf(uri);
    return (
      table && {
        path: pathOf(fileURLToPath(uri)),
        range: { start: table.positionAt(range.start), end: table.positionAt(range.end) },
      }
    );
  };
}

const mostTexts = 8;

function textOnDisk(uri: string): string | undefined {
  try {
    return readTextFile(fileURLToPath(uri))?.text;
  } catch {
    // What is wrong with the file is told where it is checked.
    return undefined;
  }
}
