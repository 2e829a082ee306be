import { isUnfilled } from '../../../reading/values';
import { type Member, principalPrefixes } from '../member';
import { parseMember } from '../written';
import { addressIdFault, isAccountAddress, peopleCures } from './address';
import { fault, type MemberFault } from './fault';
import { poolFault } from './pool';
import { referenceFault } from './reference';

/** What an allow policy refuses of a member, wherever it stands; undefined for what is taken or can't be told. */
export function memberFault(member: Member): MemberFault | undefined {
  const { text } = member;
  const reference = referenceFault(member);
  if (reference) return reference;
  // In a template the beginning is enough to tell a misspelt prefix.
  if (text === undefined) return wrongCase(member.prefix) ?? unknownPrefix(member.prefix);
  if (member.kind === 'unknown') return undefined;
  const trimmed = text.trim();
  const inside = trimmed === text ? undefined : parseMember(trimmed);
  if (inside?.id && !/[\s,;]/.test(inside.id) && inside.kind !== 'deleted')
    return fault('spaces', { member: text }, [{ member: trimmed, cure: 'same' }]);
  const members = membersIn(text);
  if (members) return fault('several', { member: text }, [{ members }]);
  if (member.kind === 'invalid') return wrongCase(text) ?? withoutKnownPrefix(text);
  if (member.id === undefined) return undefined;
  const prefix = text.slice(0, text.length - member.id.length - 1);
  if (member.id.trim() === '') return fault('emptyId', { prefix });
  if (isUnfilled(member.id)) return undefined;
  if (member.kind === 'principal' || member.kind === 'principalSet') return poolFault(prefix, member.id);
  // Deleted members have a form of their own, which people do not write by hand.
  if (/\s/.test(member.id)) return fault('spaces', { member: text }, withoutSpaces(prefix, member.id));
  return addressIdFault(member.kind, member.id);
}

function wrongCase(text: string): MemberFault | undefined {
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const prefix = text.slice(0, colon);
  const right = principalPrefixes.find((known) => known.toLowerCase() === prefix.toLowerCase());
  if (!right || right === prefix) return undefined;
  return fault('wrongCase', { prefix, right }, [{ member: right + text.slice(colon), cure: 'same' }]);
}

/** Of a text whose end isn't known. */
function unknownPrefix(text: string): MemberFault | undefined {
  const prefix = /^([A-Za-z][\w-]*):/.exec(text)?.[1];
  if (prefix === undefined || parseMember(`${prefix}:x`).kind !== 'invalid') return undefined;
  return fault('unknownPrefix', { member: text, prefix });
}

/** The members that stand in one text with commas, semicolons or blanks between them; undefined where each of them isn't surely one. */
function membersIn(text: string): readonly string[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const isMember = (part: string) => everybody.includes(part) || /^(user|serviceAccount|group|domain):[^:]+$/.test(part);
  return parts.length > 1 && parts.every(isMember) ? parts : undefined;
}

export const everybody: readonly string[] = ['allUsers', 'allAuthenticatedUsers'];

function withoutKnownPrefix(text: string): MemberFault {
  const everyone = everybody.find((word) => word.toLowerCase() === text.trim().toLowerCase());
  if (everyone) return fault('withoutPrefix', { member: text }, [{ member: everyone, cure: 'same' }]);
  const colon = text.indexOf(':');
  const address = text.slice(colon + 1).trim();
  if (colon < 0 && /\s/.test(text.trim())) return fault('spaces', { member: text });
  return fault(
    colon < 0 ? 'withoutPrefix' : 'unknownPrefix',
    { member: text, prefix: text.slice(0, Math.max(0, colon)) },
    isAccountAddress(address)
      ? [{ member: `serviceAccount:${address}`, cure: colon < 0 ? 'same' : 'changes' }]
      : peopleCures(address),
  );
}

/** A blank between two addresses keeps them apart, and one in place of a letter would give another address. */
function withoutSpaces(prefix: string, id: string): MemberFault['cures'] {
  const member = `${prefix}:${id.trim()}`;
  return /[\s,;]/.test(id.trim()) ? [] : [{ member, cure: 'changes' }];
}
