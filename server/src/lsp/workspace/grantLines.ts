import type { Location } from 'vscode-languageserver';
import { grantFields } from '../../features/grantFields';
import { reasonInWords, unknownInWords } from '../../features/unknownGrant';
import type { GrantRow, UnknownGrant } from '../../kinds/grantTable';
import { type LineTable, lineTable } from '../../text/lines/lineTable';
import type { Place } from '../../workspace/index/facts';
import type { ModuleFile } from '../../workspace/terraform/modules/configuration';
import type { ClientTraits } from '../clientTraits';
import type { GrantLine, UnknownGrantLine } from '../protocol';
import { toRange } from '../toLsp';

/** What is known of grants, as the client is told. */
export interface GrantLines {
  grant(row: GrantRow): GrantLine;
  unknown(row: UnknownGrant): UnknownGrantLine;
}

export interface GrantLinesOptions {
  readonly client: Pick<ClientTraits, 'locale' | 'positionEncoding'>;
  /** An address as the client spells it. */
  readonly uriOf: (address: string) => string;
}

/** Places count in these files. */
export function grantLines(files: readonly ModuleFile[], { client, uriOf }: GrantLinesOptions): GrantLines {
  const texts = new Map(files.map(({ uri, text }) => [uri, text]));
  const tables = new Map<string, LineTable>();
  const linesOf = (uri: string) => {
    const known = tables.get(uri) ?? lineTable(texts.get(uri) ?? '', client.positionEncoding);
    tables.set(uri, known);
    return known;
  };
  const locate = ({ uri, range }: Place): Location => ({ uri: uriOf(uri), range: toRange(range, linesOf(uri)) });
  return {
    grant: (row) => ({
      ...grantFields(row),
      unknownCondition: row.unknownCondition ? reasonInWords(row.unknownCondition.why, client.locale) : null,
      at: locate(row.at),
    }),
    unknown: (row) => ({ address: row.address ?? null, ...unknownInWords(row, client.locale), at: locate(row.at) }),
  };
}
