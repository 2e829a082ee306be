import type { Place } from '../../workspace/index/facts';
import type { GrantRow, GrantTable, GrantTarget, Lack, UnknownGrant, UnknownGrantReason } from '../grantTable';

/** What somebody may do at one time, and the texts that tell it. */
export interface ToldGrants {
  readonly table: GrantTable;
  /** What stands at a place of those texts. */
  readonly textAt: (place: Place) => string;
}

/** A row by what tells it from others. */
export interface Identified {
  readonly row: GrantRow;
  /** What it is granted on. */
  readonly target: string;
  readonly isTargetKnown: boolean;
  /** Role, member and target. */
  readonly pair: string;
  /** Role, member, condition and the kind of the target. */
  readonly holder: string;
}

export interface IdentifiedUnknown {
  readonly it: UnknownGrant;
  /** Undefined where even its kind isn't known. */
  readonly target: string | undefined;
  readonly isTargetKnown: boolean;
}

/** All rows and unknowns of a time by their identities, those that are written several times once. */
export interface IdentifiedGrants {
  readonly rows: ReadonlyMap<string, Identified>;
  readonly unknown: ReadonlyMap<string, IdentifiedUnknown>;
  /** All that anything is granted on. */
  readonly targets: ReadonlySet<string>;
}

export function identified({ table, textAt }: ToldGrants): IdentifiedGrants {
  const rows = new Map<string, Identified>();
  const unknown = new Map<string, IdentifiedUnknown>();
  for (const row of table.grants) {
    const { role, member, address, unknownCondition } = row;
    const target = targetText(row.target, row, textAt);
    const condition = unknownCondition ? lackText(unknownCondition, address, textAt) : conditionText(row.condition);
    const pair = JSON.stringify([target, role, member]);
    const holder = JSON.stringify([row.target.kind, role, member, condition]);
    rows.set(JSON.stringify([pair, condition]), { row, target, isTargetKnown: isKnown(row.target), pair, holder });
  }
  for (const it of table.unknown) {
    const { what, why, because, from, address, source, known } = it;
    // It is told with the pairs that are granted on it.
    if (what === 'resource') continue;
    const lack = lackText({ why: { id: why, what: because }, from }, address, textAt);
    const target = known.target && targetText(known.target, it, textAt);
    unknown.set(JSON.stringify([what, lack, target ?? source, known.role ?? null, known.members ?? null]), {
      it,
      target,
      isTargetKnown: known.target !== undefined && isKnown(known.target),
    });
  }
  const targets = [...rows.values(), ...unknown.values()].flatMap(({ target }) => target ?? []);
  return { rows, unknown, targets: new Set(targets) };
}

/** As a lack, for any reason that a row may tell. */
interface UnknownLack {
  readonly why: { readonly id: UnknownGrantReason; readonly what: string };
  readonly from: readonly Place[];
}

function conditionText(condition: GrantRow['condition']): readonly string[] | null {
  return condition ? [condition.title, condition.expression] : null;
}

function targetText(
  target: GrantTarget,
  { source, address }: Pick<GrantRow, 'source' | 'address'>,
  textAt: ToldGrants['textAt'],
): string {
  const parts = target.parts.map((part) => (typeof part === 'object' ? lackText(part, address, textAt) : (part ?? null)));
  return JSON.stringify([target.kind, parts, isKnown(target) ? null : source]);
}

/** Whether it is one thing wherever it is named. A full name has all that may be left out. */
function isKnown({ parts: [first, ...others] }: GrantTarget): boolean {
  if (typeof first !== 'string') return false;
  return others.every((part) => typeof part === 'string' || (part === undefined && first.includes('/')));
}

/** A name alone is the same wherever it is used. What is put together of one can be told to be the same only at its own address. */
function lackText(
  { why, from }: Lack | UnknownLack,
  address: string | undefined,
  textAt: ToldGrants['textAt'],
): readonly unknown[] {
  const isName = why.what !== '' && from.length <= (why.id === 'variable' ? 1 : 0);
  return isName ? [why.id, why.what] : [why.id, why.what, address ?? null, from.map(textAt)];
}
