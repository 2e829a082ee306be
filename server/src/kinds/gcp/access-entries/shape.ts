import { terraform } from '../../dialect';
import { objects, type Shape, shapesOf, spelledIn, text, texts } from '../../shape';
import { grantMembers } from '../candidates';
import type { EntryResource } from './families';
import { words } from './words';

const { shape } = shapesOf(words);

// The Google provider's schema, read on 2026-08-21. What a resource takes besides is told by Terraform.
const asTerraformTells = { others: 'any' } as const;

const datasetEntry = shape(
  'datasetEntry',
  {
    role: text(),
    userByEmail: text(),
    groupByEmail: text(),
    domain: text(),
    specialGroup: text({ choices: ['projectOwners', 'projectReaders', 'projectWriters', 'allAuthenticatedUsers'] }),
    iamMember: text({ offers: grantMembers }),
  },
  asTerraformTells,
);

const list = shape('list', { bucket: text(), roleEntity: texts(), predefinedAcl: text(), defaultAcl: text() }, asTerraformTells);
const entry = shape(
  'entry',
  { bucket: text({ says: 'list.bucket' }), entity: text(), role: text({ choices: ['OWNER', 'READER', 'WRITER'] }) },
  asTerraformTells,
);

const made: Readonly<Record<EntryResource['form'], Shape>> = {
  blocks: spelledIn(terraform, shape('dataset', { access: objects(datasetEntry) }, asTerraformTells)),
  datasetEntry: spelledIn(terraform, datasetEntry),
  list: spelledIn(terraform, list),
  entry: spelledIn(terraform, entry),
};

/** What a resource with an access list, or one that is an entry of one, takes of it. */
export function entryShape({ form }: EntryResource): Shape {
  return made[form];
}
