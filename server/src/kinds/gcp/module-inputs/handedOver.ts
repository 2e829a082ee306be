import type { Root } from '../../../syntax/format';
import { terraform } from '../../dialect';
import { ownPlace } from '../../reading/roots';
import { levelOfFamily } from '../allow-policy/attachment';
import { type AllowPolicy, type Binding, noEtag } from '../allow-policy/policy';

/** A grant that somebody else makes of what stands here. */
export function handedOver(binding: Binding, family: string | undefined, root: Root, uri: string): AllowPolicy {
  return {
    kind: 'gcp.allowPolicy',
    form: 'input',
    node: binding.node,
    place: ownPlace(root, uri),
    dialect: terraform,
    attachment: family === undefined ? { state: 'unknown', node: undefined } : { state: 'known', value: levelOfFamily(family) },
    family,
    bindings: [binding],
    complete: true,
    readAlone: false,
    bindingList: undefined,
    anchor: binding.anchor,
    etag: noEtag,
    exemptedMembers: [],
  };
}
