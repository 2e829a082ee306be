import { lineTable } from '../../text/lines/lineTable';
import type { Way } from '../../workspace/terraform/names/ways';
import type { PlacedFinding } from '../places/placedFinding';
import { matchesRule } from '../ruleNames';
import { type Suppression, suppressionsIn } from './comments';

/**
 * The comments at arguments of calls that hide a finding in the module that is called: for each call that makes it, one at an argument
 * that passes the value. None where one of them has no such comment, or where the module writes the value itself.
 */
export function hidingAtCalls({ rule, origins, addresses }: PlacedFinding, isOver: (until: string | undefined) => boolean) {
  if (!origins.passed || addresses.length >= mostAddresses || origins.ways.length < addresses.length) return [];
  const found: Suppression[] = [];
  for (const ways of origins.ways) {
    const hiding = ways
      .flatMap(suppressionsAt)
      .find(({ rules, until }) => !isOver(until) && rules.some((pattern) => matchesRule(pattern, rule)));
    if (!hiding) return [];
    found.push(hiding);
  }
  return found;
}

/** Of more, not all are told. */
const mostAddresses = 100;

function suppressionsAt({ kind, at: { within, range } }: Way): readonly Suppression[] {
  if (kind !== 'call' || !within || within.root.comments.length === 0) return [];
  const line = lineTable(within.root.text).lineAt(range.start - within.start);
  return suppressionsIn(within.root).filter((one) => one.line === line);
}
