import { regionCodes } from '../../catalog/google/regions';
import { broadBasicRoles, readingBasicRoles } from '../../catalog/google/roles/basicRoles';
import { type RoleFacts, roleServices, rolesOfService } from '../../catalog/google/roles/roles';
import { services } from '../../catalog/google/services';
import type { SourceFile } from '../../syntax/sourceFile';
import { cachedBy } from '../../text/cachedBy';
import type { FactOf } from '../../workspace/index/facts';
import { folderOf } from '../../workspace/terraform/resources';
import { type Candidate, type CandidateSurroundings, word } from '../candidates';
import { regionName } from './access-level/regionName';
import { words as policyWords } from './allow-policy/words';
import { serviceOfResource } from './iam-resource/family';
import { words } from './members/words';

/** Who may be granted a role. */
export function grantMembers(surroundings: CandidateSurroundings): readonly Candidate[] {
  return [
    ...prefixes(grantPrefixes, surroundings),
    ...members(/^(user|group|serviceAccount|domain|principal(Set)?)$/, surroundings),
  ];
}

/** Whom a condition of an access level may name. */
export function levelMembers(surroundings: CandidateSurroundings): readonly Candidate[] {
  return [...prefixes(levelPrefixes, surroundings), ...members(/^(user|serviceAccount)$/, surroundings)];
}

export function regions({ speech }: CandidateSurroundings): readonly Candidate[] {
  return [...regionCodes].map((code) => ({ ...word(code), kind: 'region', detail: regionName(code, speech.locale) }));
}

/** What ids of service accounts begin with in this workspace. */
export function accountIds({ accountPrefixes }: CandidateSurroundings): readonly Candidate[] {
  return accountPrefixes.map((prefix) => ({ kind: 'prefix', label: prefix, content: { beginning: prefix } }));
}

/** All of them, then those through which people act as accounts, then the others. */
export function auditServices({ speech }: CandidateSurroundings): Candidate[] {
  const first = services().filter(({ host }) => impersonationHosts.has(host));
  const others = services().filter((service) => !first.includes(service));
  return [
    { ...word('allServices'), detail: speech.words(policyWords).topics.allServices },
    ...[...first, ...others].map(({ host, product }) => ({ ...word(host), detail: product })),
  ];
}

/** What the logs of impersonation are switched on by. */
const impersonationHosts: ReadonlySet<string> = new Set(['iam.googleapis.com', 'sts.googleapis.com']);

/** Those of the service that the resource belongs to come first. */
export function roles({ resource }: CandidateSurroundings): Candidate[] {
  const service = resource && serviceOfResource(resource.type);
  const services = roleServices();
  const first = services.filter((name) => name === service);
  return [...first, ...services.filter((name) => name !== service)].flatMap((name) => offered(rolesOfService(name)));
}

/** What someone may want to grant: roles of service agents are Google's own business, and the broad ones are never the right start. */
const offered = cachedBy((rolesOfOne: readonly RoleFacts[]): readonly Candidate[] =>
  rolesOfOne
    .filter(
      ({ id, stage, serviceAgent }) =>
        !serviceAgent && stage !== 'DEPRECATED' && !broadBasicRoles.has(id) && !readingBasicRoles.has(id),
    )
    .map(({ id }) => ({ ...word(id), kind: 'role' })),
);

const grantPrefixes = [
  ['user:', 'user'],
  ['group:', 'group'],
  ['serviceAccount:', 'serviceAccount'],
  ['domain:', 'domain'],
  ['principal://iam.googleapis.com/', 'principal'],
  ['principalSet://iam.googleapis.com/', 'principalSet'],
] as const;

const levelPrefixes = grantPrefixes.filter(([prefix]) => prefix === 'user:' || prefix === 'serviceAccount:');

function prefixes(known: readonly (typeof grantPrefixes)[number][], { speech }: CandidateSurroundings): Candidate[] {
  const said = speech.words(words);
  return known.map(([prefix, meaning]) => ({
    kind: 'prefix',
    label: prefix,
    detail: said[meaning],
    content: { beginning: prefix },
  }));
}

/** Those that the module makes, as expressions; those that the workspace makes; those that the file names elsewhere. */
function members(kinds: RegExp, surroundings: CandidateSurroundings): Candidate[] {
  const { file } = surroundings;
  const references = isTerraform(file) ? named(surroundings, folderOf(file.uri)).flatMap(memberReference) : [];
  const known = named(surroundings, '*').flatMap(({ value }) =>
    value.what === 'accessLevel' || value.text === undefined ? [] : `${value.what}:${value.text}`,
  );
  const texts = [...new Set([...known, ...membersIn(file.text.slice(0, mostText))])].filter((text) =>
    kinds.test(text.slice(0, text.indexOf(':'))),
  );
  const fitting = references.filter(({ content }) => !('before' in content) || kinds.test(content.before.slice(0, -1)));
  return [...fitting, ...texts.map((text): Candidate => ({ ...word(text), kind: 'member' }))];
}

function isTerraform({ format }: SourceFile): boolean {
  return format === 'terraform' || format === 'terraformJson';
}

function named({ workspace }: CandidateSurroundings, name: string): readonly FactOf<'named'>[] {
  return workspace.find('named', name);
}

function memberReference({ value: { what, resource, text } }: FactOf<'named'>): Candidate[] {
  if (!resource) return [];
  const detail = text === undefined ? {} : { detail: text };
  if (what === 'serviceAccount') {
    const expression = `${resource.address}.member`;
    const typedAs = text === undefined ? '' : `serviceAccount:${text}`;
    return [{ kind: 'reference', label: expression, ...detail, typedAs, content: { expression } }];
  }
  if (what !== 'group') return [];
  const hole = resource.address + (resource.type === 'googleworkspace_group' ? '.email' : '.group_key[0].id');
  return [{ kind: 'reference', label: `group:\${${hole}}`, ...detail, content: { before: 'group:', hole } }];
}

/** Members that stand between quotes or blanks. What follows a prefix must be an address, or any text would be a member. */
function membersIn(text: string): readonly string[] {
  const found = text.match(
    /(?<![\w:/.-])(?:user|group|serviceAccount):[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?![\w:@])|(?<![\w:/.-])principal(?:Set)?:\/\/[\w./:@-]+/g,
  );
  return found ?? [];
}

/** In code units: what stands further down is rarely missed, and the person is waiting. */
const mostText = 200_000;

/** The access levels of the module, then those that the workspace names. */
export function levels(surroundings: CandidateSurroundings): Candidate[] {
  const { file, resource } = surroundings;
  const own = resource && `${resource.type}.${resource.name}`;
  const inModule = isTerraform(file) ? named(surroundings, folderOf(file.uri)) : [];
  const references = inModule.flatMap(({ value }): Candidate[] => {
    if (value.what !== 'accessLevel' || !value.resource || value.resource.address === own) return [];
    const expression = `${value.resource.address}.name`;
    return [{ kind: 'reference', label: expression, content: { expression } }];
  });
  const texts = named(surroundings, '*').flatMap(({ value }) =>
    value.what === 'accessLevel' && value.text !== undefined ? value.text : [],
  );
  return [...references, ...[...new Set(texts)].map((text): Candidate => ({ ...word(text), kind: 'name' }))];
}
