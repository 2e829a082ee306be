import { applications, type Binding, bindings, project } from './organization';
import { type Random, seeded } from './random';

/** What `gcloud projects get-iam-policy --format=json` prints; at least so many lines. */
export function policyDump(lines: number): string {
  return policyUntil(seeded(11), (text) => text.split('\n').length >= lines);
}

/** One policy with one long list of bindings; at least so many UTF-16 code units. */
export function longPolicy(length: number): string {
  return policyUntil(seeded(12), (text) => text.length >= length);
}

/** What `gcloud asset search-all-iam-policies --format=json` prints: a policy for each resource; at least so many code units. */
export function assetExport(length: number): string {
  const random = seeded(13);
  const items: string[] = [];
  for (let reached = 0; reached < length; reached += items.at(-1)?.length ?? 0) items.push(asset(random));
  return `[\n${items.join(',\n')}\n]\n`;
}

function asset(random: Random): string {
  const home = project(random);
  const bucket = `${home}-${random.pick(applications)}-${random.below(100_000)}`;
  const item = {
    assetType: 'storage.googleapis.com/Bucket',
    folders: [`folders/${100_000_000_000 + random.below(900_000)}`],
    name: `//storage.googleapis.com/${bucket}`,
    organization: 'organizations/482913377102',
    policy: { bindings: take(bindings(random), 2 + random.below(5)) },
    project: `projects/${700_000_000_000 + random.below(900_000)}`,
    resource: `//storage.googleapis.com/${bucket}`,
  };
  return JSON.stringify(item, null, 2).replace(/^/gm, '  ');
}

/** Grows by doubling, since only the whole text tells how long it is. */
function policyUntil(random: Random, enough: (text: string) => boolean): string {
  const source = bindings(random);
  const taken: Binding[] = take(source, 8);
  for (;;) {
    const text = `${JSON.stringify({ bindings: taken, etag: 'BwYh3kR1vXo=', version: 3 }, null, 2)}\n`;
    if (enough(text)) return text;
    taken.push(...take(source, Math.ceil(taken.length / 8)));
  }
}

function take(source: Iterator<Binding>, count: number): Binding[] {
  return Array.from({ length: count }, () => source.next().value as Binding);
}
