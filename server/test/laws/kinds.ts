import type { Sample } from './documents/sample';
import type { Plain } from './documents/secondParser';
import { levelMirror, type Mirror, policyMirror } from './documents/terraformMirrors';

/** What the laws have to know of a kind of document, by its id. */
export interface KindInLaws {
  /** Law 4: a document of the API as Terraform writes it, undefined for a form without counterpart; or why no document has one. */
  readonly mirror: ((document: Plain) => Mirror | undefined) | { readonly none: string };
  /** Law 8: makes of a good Terraform block one that is about something else, so that it doesn’t count for the bad ones behind it. */
  readonly unrelated: (block: string) => string;
  /** Whether a document may be written in another style without becoming another one. */
  readonly anyStyle: boolean;
  /** What is bad about a text is that no parser takes it. */
  readonly unparsable?: true;
}

/** Throws for a kind that nobody has told the laws of: half of them would ask nothing, and nobody would notice. */
export function kindInLaws({ rule }: Sample): KindInLaws {
  const { id: kind } = rule.kind;
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!known)
    throw new Error(`server/test/laws/kinds.ts says nothing of ${kind}: how does Terraform write it, and what precedes it?`);
  return known;
}

const forAnotherRole = (block: string) => block.replace(/^( +role += ).*$/gm, '$1"roles/browser"');
const asItIs = (block: string) => block;
const onlyInTerraform = { none: 'the kind is written in Terraform alone' };

const kinds: Readonly<Record<string, KindInLaws>> = {
  'gcp.allowPolicy': { mirror: policyMirror, unrelated: forAnotherRole, anyStyle: true },
  'gcp.accessLevel': { mirror: levelMirror, unrelated: asItIs, anyStyle: true },
  'gcp.iamResource': { mirror: onlyInTerraform, unrelated: forAnotherRole, anyStyle: true },
  'terraform.arguments': { mirror: onlyInTerraform, unrelated: asItIs, anyStyle: true },
  'gcp.serviceAccountKey': { mirror: onlyInTerraform, unrelated: asItIs, anyStyle: true },
  'gcp.defaultAccounts': { mirror: onlyInTerraform, unrelated: asItIs, anyStyle: true },
  'gcp.authoritativeList': {
    mirror: { none: 'a list in a file and a resource are told in different words' },
    unrelated: asItIs,
    anyStyle: true,
  },
  'gcp.keyFile': { mirror: { none: 'no resource takes a key file apart' }, unrelated: asItIs, anyStyle: true },
  namedValues: {
    mirror: { none: 'the values stand in policies, which have mirrors of their own' },
    unrelated: asItIs,
    anyStyle: true,
  },
  misshapen: {
    mirror: { none: 'what a resource takes as arguments is told by Terraform' },
    unrelated: asItIs,
    anyStyle: true,
  },
  plainScalars: { mirror: { none: 'only YAML has plain scalars' }, unrelated: asItIs, anyStyle: false },
  lineBreaks: { mirror: { none: 'only YAML has such line breaks' }, unrelated: asItIs, anyStyle: false },
  repeatedKeys: { mirror: { none: 'what is written anew has each key once' }, unrelated: asItIs, anyStyle: false },
  missingFields: { mirror: { none: 'what a resource lacks is told by another rule' }, unrelated: asItIs, anyStyle: true },
  // What is written anew loses its comments, and what is too much in one style isn't in another.
  suppression: { mirror: { none: 'suppressions are comments' }, unrelated: asItIs, anyStyle: false },
  unparsedText: {
    mirror: { none: 'what doesn’t parse in one style does in another' },
    unrelated: asItIs,
    anyStyle: false,
    unparsable: true,
  },
  unreadPart: { mirror: { none: 'what is too much depends on the style' }, unrelated: asItIs, anyStyle: false },
};
