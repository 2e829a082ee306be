import type { Root } from '../../../syntax/format';
import { jsonFormat } from '../../../syntax/json/format';
import { stretchInText } from '../../../syntax/strings/segments';
import { entryOf } from '../../../syntax/tree';
import { documentScope } from '../../../workspace/terraform/names/scope';
import { type PlannedResource, planOf } from '../../../workspace/terraform/plan/plan';
import { folderOf, type TerraformResource } from '../../../workspace/terraform/resources';
import type { Surroundings } from '../../kind';
import type { PolicyPlace } from '../../policy';
import { ownPlace } from '../../reading/roots';
import { iamFamilyOf } from '../iam-resource/family';
import { levelOfFamily } from './attachment';
import type { AllowPolicy } from './policy';
import { fromDocument, grantPolicy } from './read';
import { policyArgument } from './recognise';

/** What the resources of a plan grant that Terraform has written; undefined for a root that is no plan. */
export function policiesOfPlan(root: Root, surroundings: Surroundings): readonly AllowPolicy[] | undefined {
  return planOf(root)?.resources.flatMap((planned) => {
    const iam = iamFamilyOf(planned.type);
    if (!iam) return [];
    const resource = asResource(planned, surroundings.uri);
    const scope = documentScope(root, surroundings.workspace);
    const place = { ...ownPlace(root, surroundings.uri, resource), isOutput: true as const };
    if (iam.ending !== 'policy') return { ...grantPolicy(root, resource, surroundings, scope, iam), place };
    const document = documentIn(place, planned);
    return document
      ? fromDocument(document, { state: 'known', value: levelOfFamily(iam.family) }, iam.family, {
          ...scope,
          root: document.root,
        })
      : [];
  });
}

function asResource({ address, type, name, anchor, body }: PlannedResource, uri: string): TerraformResource {
  const folder = folderOf(uri);
  return { mode: 'resource', type, name, address, folder, body, anchor, siblings: undefined, repeated: false };
}

/** The policy that the resource puts in the place of what is there, which a plan has in a string. */
function documentIn(place: PolicyPlace, { body }: PlannedResource): PolicyPlace | undefined {
  const owner = entryOf(body, policyArgument)?.value;
  if (owner?.kind !== 'scalar' || typeof owner.value !== 'string') return undefined;
  const segments = place.root.format.segments(place.root, owner);
  const [inner] = jsonFormat.parse(owner.value);
  if (!segments || !inner || inner.offset > 0) return undefined;
  return { ...place, root: inner.root, toOuter: (range) => stretchInText(segments, range) ?? owner.range };
}
