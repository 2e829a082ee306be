import { unknownInWords } from '../../features/unknownGrant';
import type { GrantRow, UnknownGrant } from '../../kinds/grantTable';
import type { Locale } from '../../kinds/speech';
import { wordsOf } from '../../l10n/localize';
import { fill } from '../../text/fill';
import type { Place } from '../../workspace/index/facts';
import type { LocatedPlace } from '../output/writer';
import type { Grouping } from './groups';

export interface GrantFormatOptions {
  readonly locale: Locale;
  /** Where a place of any file stands; undefined for one that can't be read. */
  readonly locate: (place: Place) => LocatedPlace | undefined;
}

/** A column of a table of grants, with what a row has in it. */
export interface Column {
  readonly head: string;
  readonly of: (row: GrantRow) => string;
}

/** All but the one that rows are grouped by, which stands above them. */
export function columns(options: GrantFormatOptions, besides?: Grouping): readonly Column[] {
  const words = wordsOf(options.locale);
  const all: readonly (Column & { readonly name?: Grouping })[] = [
    { name: 'member', head: words.grantMember, of: ({ member }) => member },
    { name: 'role', head: words.grantRole, of: ({ role }) => role },
    { name: 'resource', head: words.grantResource, of: ({ resource = '' }) => resource },
    { head: words.grantCondition, of: ({ condition }) => (condition ? condition.title || condition.expression : '') },
    { head: words.grantAddress, of: ({ address = '' }) => address },
    { head: words.grantPlace, of: ({ at }) => placeText(at, options) },
  ];
  return all.filter(({ name }) => name === undefined || name !== besides);
}

export function placeText(place: Place, { locate }: Pick<GrantFormatOptions, 'locate'>): string {
  const located = locate(place);
  return located ? `${located.path}:${located.range.start.line + 1}` : '';
}

/** A sentence about what isn't known. */
export function unknownLine(row: UnknownGrant, options: GrantFormatOptions): string {
  const where = [row.address, placeText(row.at, options)].filter((part) => part).join(' ');
  return fill(wordsOf(options.locale).grantUnknown, { ...unknownInWords(row, options.locale), where });
}
