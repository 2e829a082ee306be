import { nextLine } from '../lines';

/** One document of a YAML stream with its directives, its `---` and all that stands up to the next document. */
export interface DocumentText {
  readonly offset: number;
  readonly text: string;
}

/**
 * Cuts a stream into its documents; joined together they are the stream. `---` and `...` in the first column mark a boundary
 * wherever they stand: YAML forbids them inside of scalars and flow collections, so no text needs to be parsed to find them.
 */
export function documentTexts(stream: string, offset: number): readonly DocumentText[] {
  const documents: DocumentText[] = [];
  let start = offset;
  let hasBegun = false;
  const cut = (end: number) => {
    if (end > start) documents.push({ offset: start, text: stream.slice(start, end) });
    start = end;
    hasBegun = false;
  };
  for (let line = offset; line < stream.length; ) {
    const next = nextLine(stream, line);
    if (isMarker(stream, line, '...')) {
      cut(next);
    } else if (isMarker(stream, line, '---')) {
      if (hasBegun) cut(line);
      hasBegun = true;
    } else if (!hasBegun) {
      hasBegun = !isPrelude(stream.slice(line, next));
    }
    line = next;
  }
  cut(stream.length);
  return documents;
}

function isMarker(stream: string, line: number, marker: string): boolean {
  return stream.startsWith(marker, line) && ' \t\r\n'.includes(stream.charAt(line + marker.length));
}

/** Empty lines, comments and directives belong to the document that follows. */
function isPrelude(line: string): boolean {
  return /^(%|[ \t]*(#|\r?\n?$))/.test(line);
}
