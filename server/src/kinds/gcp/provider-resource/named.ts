import { entryOf, type MappingNode } from '../../../syntax/tree';
import type { FactReader } from '../../../workspace/index/factReader';
import { literalString } from '../../../workspace/terraform/names/text';
import { blocksOf } from '../../../workspace/terraform/resources';
import { accountEmail } from '../members/accounts';

export interface NamedFact {
  readonly what: 'serviceAccount' | 'group' | 'accessLevel';
  /** The Terraform resource or data source. */
  readonly resource: { readonly type: string; readonly address: string } | undefined;
  /** An e-mail address, or the full name of an access level. */
  readonly text: string | undefined;
}

declare module '../../../workspace/index/facts' {
  interface FactKinds {
    /** What people write into policies, for completion: name is the module's folder; what has a text stands under `*`, too. */
    readonly named: NamedFact;
  }
}

type Reader = (body: MappingNode) => Omit<NamedFact, 'resource'>;

const account: Reader = (body) => ({ what: 'serviceAccount', text: accountEmail(body) });

const readers: Readonly<Record<string, Reader>> = {
  google_service_account: account,
  google_cloud_identity_group: (body) => ({ what: 'group', text: email(blocksOf(body, 'group_key')[0], 'id') }),
  googleworkspace_group: (body) => ({ what: 'group', text: email(body, 'email') }),
  google_access_context_manager_access_level: () => ({ what: 'accessLevel', text: undefined }),
};

function email(holder: MappingNode | undefined, key: string): string | undefined {
  const text = holder && literalString(entryOf(holder, key)?.value);
  return text?.includes('@') ? text.toLowerCase() : undefined;
}

/** The accounts, groups and access levels that Terraform makes or looks up. */
export const namedResourceFacts: FactReader = {
  types: Object.keys(readers),
  resource({ type, address, body }, collector) {
    const read = readers[type];
    if (!read) return;
    const fact = { ...read(body), resource: { type, address } };
    collector.add('named', collector.folder, fact, body);
    if (fact.text !== undefined) collector.add('named', '*', fact, body);
  },
};

/** The full names of access levels that a text holds, whether it makes the level or uses it. */
export const namedLevelFacts: FactReader = {
  words: /accessLevels/,
  root({ root, add }) {
    const names = root.text.match(/\baccessPolicies\/\w+\/accessLevels\/[A-Za-z]\w*/g) ?? [];
    for (const text of new Set(names)) add('named', '*', { what: 'accessLevel', resource: undefined, text }, root.node);
  },
};
