import type { Location } from 'vscode-languageserver';
import { unknownInWords } from '../../features/unknownGrant';
import type { GrantTable } from '../../kinds/grantTable';
import { type LineTable, lineTable } from '../../text/lines/lineTable';
import type { Place } from '../../workspace/index/facts';
import type { ModuleFile } from '../../workspace/terraform/modules/configuration';
import type { ClientTraits } from '../clientTraits';
import type { GrantLine, GrantsResult } from '../protocol';
import { toRange } from '../toLsp';

export interface GrantLinesOptions {
  readonly client: Pick<ClientTraits, 'locale' | 'positionEncoding'>;
  /** An address as the client spells it. */
  readonly uriOf: (address: string) => string;
}

/** What is known of grants, as the client is told; places count in `files`. */
export function grantLines(
  { grants, unknown }: GrantTable,
  files: readonly ModuleFile[],
  { client, uriOf }: GrantLinesOptions,
): Pick<GrantsResult, 'grants' | 'unknown'> {
  const texts = new Map(files.map(({ uri, text }) => [uri, text]));
  const tables = new Map<string, LineTable>();
  const linesOf = (uri: string) => {
    const known = tables.get(uri) ?? lineTable(texts.get(uri) ?? '', client.positionEncoding);
    tables.set(uri, known);
    return known;
  };
  const locate = ({ uri, range }: Place): Location => ({ uri: uriOf(uri), range: toRange(range, linesOf(uri)) });
  return {
    grants: grants.map(
      ({ address, kind, role, member, resource, condition, at }): GrantLine => ({
        address: address ?? null,
        kind,
        role,
        member,
        resource: resource ?? null,
        condition: condition ?? null,
        at: locate(at),
      }),
    ),
    unknown: unknown.map((row) => ({
      address: row.address ?? null,
      ...unknownInWords(row, client.locale),
      at: locate(row.at),
    })),
  };
}
