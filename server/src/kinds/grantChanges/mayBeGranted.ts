import type { GrantRow } from '../grantTable';
import type { Identified, IdentifiedUnknown } from './identity';

/**
 * Whether one of these may be the pair as well: what is known of it doesn't speak against that, and it is about the same thing or, where
 * it doesn't tell about which one, at the address of the pair or of a module around it.
 */
export function mayBeGrantedBy(unknown: readonly IdentifiedUnknown[]): (one: Identified) => boolean {
  const byTarget = new Map<string, Candidate[]>();
  const byAddress = new Map<string, Candidate[]>();
  for (const one of unknown) {
    // What isn't known of a condition is told with its pair.
    if (one.it.what === 'condition') continue;
    const candidate = { ...one, members: one.it.known.members && new Set(one.it.known.members) };
    if (one.target !== undefined) add(byTarget, one.target, candidate);
    add(byAddress, placeText(one.it.source, one.it.address), candidate);
  }
  return (one) =>
    holds(byTarget.get(one.target), (candidate) => fits(candidate, one.row)) ||
    around(one.row.address).some((address) =>
      holds(
        byAddress.get(placeText(one.row.source, address)),
        (candidate) => mayBeAbout(candidate, one) && fits(candidate, one.row),
      ),
    );
}

interface Candidate extends IdentifiedUnknown {
  /** All of them, where they are known. */
  readonly members: ReadonlySet<string> | undefined;
}

function fits({ it: { known }, members }: Candidate, row: GrantRow): boolean {
  return (known.role === undefined || known.role === row.role) && members?.has(row.member) !== false;
}

function mayBeAbout({ it, isTargetKnown }: Candidate, one: Identified): boolean {
  const { target } = it.known;
  return target === undefined || (target.kind === one.row.target.kind && !(isTargetKnown && one.isTargetKnown));
}

/** Of more than anybody looks through, one may be it. */
function holds(candidates: readonly Candidate[] = [], isIt: (candidate: Candidate) => boolean): boolean {
  return candidates.length > 1000 || candidates.some(isIt);
}

function add(map: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const others = map.get(key);
  if (others) others.push(candidate);
  else map.set(key, [candidate]);
}

function placeText(source: string, address: string | undefined): string {
  return JSON.stringify([source, address ?? null]);
}

/** `module.a["x"].t.n[0]`: itself, what it is an instance of, and the modules around it; undefined is the whole. */
function around(address = ''): readonly (string | undefined)[] {
  const ends = [...address.matchAll(/"(?:[^"\\]|\\.)*"|[.[]/g)].flatMap(({ 0: text, index }) => (text.length === 1 ? index : []));
  return [undefined, ...ends.map((end) => address.slice(0, end)), address];
}
