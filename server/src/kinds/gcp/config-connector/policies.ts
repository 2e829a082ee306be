import type { Root } from '../../../syntax/format';
import { entryOf, type MappingNode, type SyntaxNode } from '../../../syntax/tree';
import { emptyWorkspace } from '../../../workspace/index/workspace';
import { documentScope, type Scope } from '../../../workspace/terraform/names/scope';
import { noText } from '../../../workspace/terraform/names/text';
import type { Surroundings } from '../../kind';
import type { Field, ListValue } from '../../policy';
import { ownPlace } from '../../reading/roots';
import { isNull, listField, missing } from '../../reading/values';
import { levelOf } from '../allow-policy/attachment';
import { type AllowPolicy, noEtag } from '../allow-policy/policy';
import { type MembersReader, readBinding } from '../allow-policy/readBinding';
import { exemptedMembers, restAudit } from '../allow-policy/readExempted';
import { type Member, readMember } from '../members/member';
import { connector } from './dialect';
import { type ConnectorObject, connectorObjects } from './recognise';
import { specOf, targetLevel } from './target';

/** What the objects of a document grant. */
export function connectorPolicies(root: Root, surroundings: Surroundings): readonly AllowPolicy[] {
  return connectorObjects(root).flatMap((object) => {
    const grants = granting[object.kind as keyof typeof granting];
    return grants ? [policyOf(object, grants, root, surroundings)] : [];
  });
}

interface Granting {
  readonly form: 'document' | 'member';
  readonly readMembers?: MembersReader;
}

const granting = {
  IAMPolicy: { form: 'document' },
  IAMPartialPolicy: { form: 'document', readMembers: partialMembers },
  IAMPolicyMember: { form: 'member', readMembers: oneMember },
} as const satisfies Readonly<Record<string, Granting>>;

function policyOf(
  { node }: ConnectorObject,
  { form, readMembers }: Granting,
  root: Root,
  surroundings: Surroundings,
): AllowPolicy {
  const scope = documentScope(root, emptyWorkspace);
  const spec = specOf(node);
  const told = targetLevel(node);
  const isOne = form === 'member';
  const entry = spec && entryOf(spec, 'bindings');
  const list = !isOne && entry?.value.kind === 'sequence' ? entry.value : undefined;
  const specAnchor = entryOf(node, 'spec')?.keyRange ?? node.range;
  const mappings = isOne ? [] : (list?.items ?? []).filter((item) => item.kind === 'mapping');
  return {
    kind: 'gcp.allowPolicy',
    form,
    node,
    place: ownPlace(root, surroundings.uri),
    dialect: connector,
    attachment: told ? { state: 'known', value: told } : levelOf(surroundings),
    family: undefined,
    bindings: isOne
      ? spec
        ? [readBinding(spec, specAnchor, scope, readMembers)]
        : []
      : mappings.map((item) => readBinding(item, item.range, scope, readMembers)),
    complete: list ? list.complete : spec?.complete === true && (isOne || !entry || isNull(entry.value)),
    readAlone: true,
    bindingList: list?.editable ? list : undefined,
    anchor: entry?.keyRange ?? specAnchor,
    etag: noEtag,
    exemptedMembers: spec ? exemptedMembers(spec, restAudit, scope) : [],
  };
}

/** A list of objects, each with the member or with whom it is taken from. */
function partialMembers(node: MappingNode, scope: Scope): Field<ListValue<Member>> {
  return listField(node, 'members', scope, readEither);
}

function readEither(item: SyntaxNode, scope: Scope): Member {
  if (item.kind !== 'mapping') return readMember(item, scope);
  const [member, from] = [entryOf(item, 'member')?.value, entryOf(item, 'memberFrom')?.value];
  if (member) return readMember(member, scope);
  return from ? accountOf(from) : readMember(item, scope);
}

function oneMember(node: MappingNode, scope: Scope): Field<ListValue<Member>> {
  const value = (entryOf(node, 'member') ?? entryOf(node, 'memberFrom'))?.value;
  if (!value) return missing(node);
  const item = value.kind === 'mapping' ? accountOf(value) : readMember(value, scope);
  return { state: 'known', value: { node: value, literal: undefined, items: [item], complete: true } };
}

/** Whatever is referred to, it is an account of a service. */
function accountOf(node: SyntaxNode): Member {
  return { ...noText(node), prefix: 'serviceAccount:', kind: 'serviceAccount', id: undefined, written: undefined };
}
