import { terraform } from '../../dialect';
import { map, number, object, objects, type Shape, shapesOf, spelledIn, text, texts, truth } from '../../shape';
import { words } from './words';

const { shape, reshaped } = shapesOf(words);

// The Organization Policy Service's discovery document of 2026-07-23, gcloud's own reference of the first version, and the Google
// provider's schema of 2026-08-21.

const condition = shape('condition', {
  expression: text(),
  title: text(),
  description: text(),
  location: text({ unoffered: true }),
});

const values = shape('values', { allowedValues: texts(), deniedValues: texts() });

const rule = shape('rule', {
  enforce: truth(),
  values: object(values),
  allowAll: truth(),
  denyAll: truth(),
  condition: object(condition),
  parameters: map(),
});

const spec = shape(
  'spec',
  { rules: objects(rule), inheritFromParent: truth(), reset: truth(), etag: text({ unoffered: true, says: 'etag' }) },
  { besides: ['updateTime'] },
);

/** A policy as the API has it. */
export const policy = shape(
  'policy',
  {
    name: text(),
    spec: object(spec),
    dryRunSpec: object(spec),
    etag: text({ says: 'etag' }),
  },
  { besides: ['alternate'] },
);

/** A policy of the first version. */
export const legacyPolicy = shape(
  'legacy',
  {
    constraint: text(),
    booleanPolicy: object(shape('booleanPolicy', { enforced: truth() })),
    listPolicy: object(
      shape('listPolicy', {
        allowedValues: texts(),
        deniedValues: texts(),
        allValues: text({ choices: ['ALLOW', 'DENY'] }),
        inheritFromParent: truth({ says: 'spec.inheritFromParent' }),
        suggestedValue: text(),
      }),
    ),
    restoreDefault: object(shape('restoreDefault', {})),
    version: number({ unoffered: true }),
    etag: text({ says: 'etag' }),
  },
  { besides: ['updateTime'] },
);

/** The provider takes texts, and parameters as JSON. */
const yesOrNo = text({ choices: ['TRUE', 'FALSE'] });
const specBlock = reshaped(spec, {
  fields: {
    rules: objects(
      reshaped(rule, {
        fields: {
          enforce: { ...yesOrNo, says: 'rule.enforce' },
          allowAll: { ...yesOrNo, says: 'rule.allowAll' },
          denyAll: { ...yesOrNo, says: 'rule.denyAll' },
          parameters: text({ says: 'rule.parameters' }),
        },
      }),
      { says: 'spec.rules' },
    ),
  },
  without: ['etag'],
});

const side = (name: string) => shape(name, { values: texts({ says: 'side.values' }), all: truth() });

/** The resources of the first version, by the argument that tells what the policy is set on. */
function legacyBlock(parent: string): Shape {
  const made = shape(
    'legacy',
    {
      [parent]: text({ says: 'legacy.parent' }),
      constraint: text(),
      booleanPolicy: object(shape('booleanPolicy', { enforced: truth() })),
      listPolicy: object(
        shape('listPolicy', {
          allow: object(side('allow')),
          deny: object(side('deny')),
          inheritFromParent: truth({ says: 'spec.inheritFromParent' }),
          suggestedValue: text(),
        }),
      ),
      restorePolicy: object(shape('restorePolicy', { default: truth() }), { says: 'legacy.restoreDefault' }),
      version: number({ unoffered: true }),
    },
    { others: 'any' },
  );
  return spelledIn(terraform, made);
}

/** What Terraform's resources of organization policies take, by their types. */
export const blocks: ReadonlyMap<string, Shape> = new Map([
  [
    'google_org_policy_policy',
    spelledIn(
      terraform,
      shape(
        'policy',
        {
          name: text(),
          parent: text(),
          spec: object(specBlock),
          dryRunSpec: object(specBlock),
        },
        { others: 'any' },
      ),
    ),
  ],
  ['google_project_organization_policy', legacyBlock('project')],
  ['google_folder_organization_policy', legacyBlock('folder')],
  ['google_organization_policy', legacyBlock('org_id')],
]);
