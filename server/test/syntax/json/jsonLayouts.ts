import type { Plain } from '../treeEditModel';

/** An even layout: every container on one line, or every one that is not empty on several. */
export interface EvenLayout {
  readonly lineBreak: string;
  /** Undefined for everything on one line. */
  readonly indentation: string | undefined;
  readonly colon: string;
  readonly afterComma: string;
  readonly padding: { readonly mapping: string; readonly sequence: string };
}

export const evenLayouts: readonly EvenLayout[] = [
  ...['  ', '    ', '\t', ' '].map((indentation) => ({ ...spaced('\n', indentation), padding: { mapping: '', sequence: '' } })),
  spaced('\r\n', '  '),
  spaced('\r\n', '\t'),
  { ...spaced('\n', '  '), colon: ' : ' },
  { ...spaced('\n', undefined), colon: ':', afterComma: '', padding: { mapping: '', sequence: '' } },
  { ...spaced('\n', undefined), padding: { mapping: '', sequence: '' } },
  spaced('\n', undefined),
  { ...spaced('\n', undefined), padding: { mapping: ' ', sequence: ' ' } },
];

function spaced(lineBreak: string, indentation: string | undefined): EvenLayout {
  return { lineBreak, indentation, colon: ': ', afterComma: ' ', padding: { mapping: ' ', sequence: '' } };
}

export function writeEvenly(document: Plain, layout: EvenLayout, level = 0): string {
  if (typeof document !== 'object' || document === null) return JSON.stringify(document);
  const [opening, closing] = Array.isArray(document) ? '[]' : '{}';
  const elements = Array.isArray(document)
    ? document.map((item) => writeEvenly(item, layout, level + 1))
    : Object.entries(document).map(([key, value]) => JSON.stringify(key) + layout.colon + writeEvenly(value, layout, level + 1));
  if (elements.length === 0) return `${opening}${closing}`;
  if (layout.indentation === undefined) {
    const padding = layout.padding[Array.isArray(document) ? 'sequence' : 'mapping'];
    return `${opening}${padding}${elements.join(`,${layout.afterComma}`)}${padding}${closing}`;
  }
  const outer = layout.lineBreak + layout.indentation.repeat(level);
  return `${opening}${elements.map((element) => outer + layout.indentation + element).join(',')}${outer}${closing}`;
}

/** White space, line breaks, comments (each another) and trailing commas anywhere JSON readers that know comments allow them. */
export function writeUnevenly(document: Plain, random: (bound: number) => number): string {
  const lineBreak = random(4) === 0 ? '\r\n' : '\n';
  const wildness = random(3);
  let comments = 0;

  function space(): string {
    const choice = random(wildness === 0 ? 6 : 14);
    if (choice < 2) return '';
    if (choice < 4) return ' ';
    if (choice < 6) return `${lineBreak}${' '.repeat(random(5))}`;
    if (choice === 6) return `${lineBreak}  ${lineBreak}\t`;
    if (choice === 7) return `${lineBreak}${lineBreak}`;
    if (wildness < 2 || choice < 10) return ' ';
    comments++;
    if (choice === 10) return ` // c${comments};${lineBreak}  `;
    if (choice === 11) return `${lineBreak}  // c${comments}; "a", [${lineBreak}`;
    if (choice === 12) return `/* c${comments};${lineBreak} , */ `;
    return ` /* c${comments}; */`;
  }

  function write(value: Plain): string {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const [opening, closing] = Array.isArray(value) ? '[]' : '{}';
    const elements = Array.isArray(value)
      ? value.map(write)
      : Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}${space()}:${space()}${write(inner)}`);
    const trailing = elements.length > 0 && wildness === 2 && random(4) === 0 ? `${space()},` : '';
    return `${opening}${elements.map((element) => space() + element).join(`${space()},`)}${trailing}${space()}${closing}`;
  }

  return `${space()}${write(document)}${space()}`;
}
