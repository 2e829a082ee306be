import type { Locale } from '../../kinds/speech';
import type { Position } from '../../text/lines/lineTable';
import type { Place } from '../../workspace/index/facts';
import type { LintedFile } from '../lintFiles';
import type { Summary } from './summary';

/** Writes one output format, piece by piece: a repository may have more findings than a string can hold. */
export interface Writer {
  /** What comes before all files. */
  begin?(): string;
  /** `path` is relative to the current folder, with slashes. */
  file(linted: LintedFile, path: string): Iterable<string>;
  end(summary: Summary): string;
}

export interface WriterOptions {
  readonly locale: Locale;
  readonly style: (style: Style, text: string) => string;
  /** Where a place of any file stands; undefined for one that can't be read. */
  readonly locate: (place: Place) => LocatedPlace | undefined;
}

export interface LocatedPlace {
  readonly path: string;
  readonly range: PositionRange;
}

/** Lines and characters count from 0, characters in UTF-16 code units; `end` is the first place behind. */
export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan';
