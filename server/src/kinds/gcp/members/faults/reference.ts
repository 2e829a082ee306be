import type { SyntaxNode } from '../../../../syntax/tree';
import { accountTypes, type Member } from '../member';
import { fault, type MemberFault } from './fault';

/**
 * An attribute of a service account that is no member: its address without a prefix, its name, its number, or its `member`, which has
 * the prefix already, behind another one.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_service_account#attributes-reference
 */
export function referenceFault(member: Member): MemberFault | undefined {
  const found = accountAttribute(member);
  if (!found) return undefined;
  const { prefix, attribute, isPlain } = found;
  const cures = (cure: 'same' | 'changes') => (isPlain ? [{ attribute: 'member', cure } as const] : []);
  if (attribute === 'member') return prefix === '' ? undefined : fault('prefixTwice', { prefix, attribute }, cures('same'));
  if (attribute === 'email') {
    if (prefix === '') return fault('noMember', { attribute }, cures('same'));
    const kind = prefix.replace(/:$/, '');
    return /^(?:user|group|domain)$/.test(kind) ? fault('accountAsPerson', { kind, id: attribute }, cures('changes')) : undefined;
  }
  return /^(?:name|id|unique_id|account_id)$/.test(attribute) ? fault('noMember', { attribute }, cures('changes')) : undefined;
}

interface AccountAttribute {
  /** What is written before it. */
  readonly prefix: string;
  readonly attribute: string;
  /** Nothing but the prefix and the reference stands there. */
  readonly isPlain: boolean;
}

/** As it is written, for the value may be known; else what the value is taken from. */
function accountAttribute({ node, literal, prefix, text, reference }: Member): AccountAttribute | undefined {
  const parts = node.kind === 'template' ? node.parts : [{ hole: node }];
  const [first, second, ...more] = parts;
  const hole = second ?? first;
  const before = second ? first : undefined;
  if (literal && hole && 'hole' in hole && more.length === 0 && (!before || 'literal' in before)) {
    const attribute = attributeOf(hole.hole);
    if (attribute !== undefined) return { prefix: before?.literal ?? '', attribute, isPlain: true };
  }
  if (text !== undefined || !reference || !accountTypes.test(reference.type)) return undefined;
  const attribute = /(?:^|\.)(\w+)$/.exec(reference.attribute)?.[1];
  return attribute === undefined ? undefined : { prefix, attribute, isPlain: false };
}

function attributeOf(node: SyntaxNode): string | undefined {
  if (node.kind !== 'reference') return undefined;
  const path = node.path[0] === 'data' ? node.path.slice(1) : node.path;
  const [type, , ...rest] = path;
  const attribute = rest.at(-1);
  const isAccount = typeof type === 'string' && accountTypes.test(type);
  return isAccount && typeof attribute === 'string' ? attribute : undefined;
}
