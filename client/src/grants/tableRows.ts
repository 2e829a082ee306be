import { Uri, workspace } from 'vscode';
import type { Location } from 'vscode-languageclient';
import type { PageGrant, PageUnknown } from '../../page/messages';
import type { GrantLine, UnknownGrantLine } from '../protocol';

/** The rows of a page, as people read them. */
export function createRows() {
  const paths = new Map<string, string>();
  const placeOf = ({ uri, range }: Location) => {
    // Thousands of rows stand in a few files.
    const path = paths.get(uri) ?? workspace.asRelativePath(Uri.parse(uri));
    paths.set(uri, path);
    return `${path}:${range.start.line + 1}`;
  };
  return {
    grant: ({ address, role, member, resource, condition, at }: GrantLine): PageGrant => ({
      address: address ?? '',
      role,
      member,
      resource: resource ?? '',
      condition: condition ? condition.title || condition.expression : '',
      expression: condition?.expression ?? '',
      place: placeOf(at),
    }),
    unknown: ({ address, what, reason, at }: UnknownGrantLine): PageUnknown => ({
      address: address ?? '',
      what,
      reason,
      place: placeOf(at),
    }),
  };
}
