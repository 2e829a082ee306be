import { l10n, Uri, workspace } from 'vscode';
import type { Location } from 'vscode-languageclient';
import type { PageGrant, PageUnknown } from '../../page/messages';
import type { GrantChangeLine, GrantLine, UnknownGrantLine } from '../protocol';

/** Makes the rows of a page, as people read them. */
export function createRows() {
  const paths = new Map<string, string>();
  const placeOf = ({ uri, range }: Location) => {
    // Thousands of rows stand in a few files.
    const path = paths.get(uri) ?? workspace.asRelativePath(Uri.parse(uri));
    paths.set(uri, path);
    return `${path}:${range.start.line + 1}`;
  };
  const grant = ({ address, role, member, resource, condition, unknownCondition, at }: GrantLine): PageGrant => ({
    address: address ?? '',
    role,
    member,
    resource: resource ?? '',
    condition: unknownCondition === null ? condition?.title || condition?.expression || '' : '?',
    expression: unknownCondition ?? condition?.expression ?? '',
    place: placeOf(at),
  });
  return {
    grant,
    /** One row, which says both where two times differ. */
    change({ change, before, after }: GrantChangeLine): readonly PageGrant[] {
      const [was, is] = [before, after].map((line) => line && grant(line));
      const row = is ?? was;
      if (!row) return [];
      const both = (key: 'resource' | 'condition' | 'expression', none: string) =>
        was && is && was[key] !== is[key] ? `${was[key] || none} → ${is[key] || none}` : row[key];
      const noCondition = l10n.t('none');
      const expression = both('expression', noCondition);
      // What is called the same may ask for something else.
      const isOther = was && is && was.condition === is.condition && was.expression !== is.expression;
      const condition = isOther ? expression : both('condition', noCondition);
      return [{ ...row, change, resource: both('resource', '?'), condition, expression }];
    },
    unknown: ({ address, what, reason, at }: UnknownGrantLine): PageUnknown => ({
      address: address ?? '',
      what,
      reason,
      place: placeOf(at),
    }),
  };
}
