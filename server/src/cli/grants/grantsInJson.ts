import { grantFields } from '../../features/grantFields';
import type { GrantRow, GrantTable, UnknownGrant } from '../../kinds/grantTable';
import type { Place } from '../../workspace/index/facts';
import type { GrantFormatOptions } from './grantTexts';

/** As `schemas/grants.schema.json` describes it. */
export function* grantsInJson({ grants, unknown }: GrantTable, options: GrantFormatOptions): Iterable<string> {
  yield '{\n  "grants": [';
  yield* items(grants, (row) => grantInJson(row, options));
  yield '],\n  "unknown": [';
  yield* items(unknown, (row) => unknownInJson(row, options));
  yield ']\n}\n';
}

function placed(place: Place, { locate }: GrantFormatOptions) {
  const located = locate(place);
  return { file: located?.path ?? null, line: located ? located.range.start.line + 1 : null };
}

function* items<T>(rows: readonly T[], inJson: (row: T) => object): Iterable<string> {
  for (const [index, row] of rows.entries()) {
    const text = JSON.stringify(inJson(row), undefined, 2);
    yield `${index === 0 ? '' : ','}\n    ${text.replaceAll('\n', '\n    ')}`;
  }
  if (rows.length > 0) yield '\n  ';
}

export function grantInJson(row: GrantRow, options: GrantFormatOptions): object {
  const { at, from, assumed } = row;
  return {
    ...grantFields(row),
    ...placed(at, options),
    from: linesOf(from, options),
    ...(assumed && { assumed }),
  };
}

/** Several literals of one line are one place to whoever reads lines. */
function linesOf(places: readonly Place[], options: GrantFormatOptions): readonly object[] {
  return [...new Map(places.map((place) => placed(place, options)).map((line) => [`${line.file}:${line.line}`, line])).values()];
}

export function unknownInJson({ address, what, why, because, at }: UnknownGrant, options: GrantFormatOptions): object {
  const reason = because === '' ? why : `${why}: ${because}`;
  return {
    address: address ?? null,
    // A role that is granted under a condition is known when both are.
    what: what === 'condition' ? 'role' : what,
    why: what === 'condition' ? `condition: ${reason}` : reason,
    ...placed(at, options),
  };
}
