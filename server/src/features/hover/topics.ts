import type { Kind, MayHold, Topic } from '../../kinds/kind';
import type { PlacedPolicy, Policy } from '../../kinds/policy';
import { fieldOf, type ShapedObject, shapedObjects } from '../../kinds/shapedObjects';
import type { Speech } from '../../kinds/speech';
import type { Entry, SyntaxNode } from '../../syntax/tree';
import { fill } from '../../text/fill';
import { escapeMarkdown } from '../../text/markdown';
import { contains, shift, type TextRange } from '../../text/range';
import { objectsIn } from '../../workspace/terraform/resources';

/** The smallest part of a policy at `at` of the file that something can be said about. Its range counts in the file. */
export function topicAt(policies: readonly PlacedPolicy[], kinds: readonly Kind[], at: number): Topic | undefined {
  const found: Topic[] = [];
  for (const { policy, offset } of policies) {
    const kind = kinds.find(({ id }) => id === policy.kind);
    if (!kind) continue;
    const placed = { start: at - offset, end: at - offset };
    const mayHold = (range: TextRange) => {
      const outer = policy.place.toOuter(range);
      return !outer || contains(outer, placed);
    };
    for (const topic of topicsOf(kind, policy, mayHold)) {
      const outer = policy.place.toOuter(topic.range);
      if (outer && contains(outer, placed)) found.push({ ...topic, range: shift(outer, offset) });
    }
  }
  return found.sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))[0];
}

/** Keys and words of choices as the shapes tell, values as the kind does. */
function* topicsOf(kind: Kind, policy: Policy, mayHold: MayHold): Generator<Topic> {
  for (const object of shapedObjects(kind, policy)) yield* fieldTopics(object);
  if (kind.topics) yield* kind.topics(policy, mayHold);
}

function* fieldTopics({ node, shape }: ShapedObject): Generator<Topic> {
  for (const entry of node.entries) {
    const field = fieldOf(shape, entry.key);
    if (!field) continue;
    const { vocabulary, says, named, choices } = field;
    const say = (speech: Speech) => {
      const { fields } = speech.words(vocabulary);
      const sentence = fields[says];
      const remark = shape.remark === undefined ? undefined : fields[shape.remark];
      if (sentence === undefined) return undefined;
      const args = Object.entries(named?.(speech) ?? {}).map(([name, text]) => [name, escapeMarkdown(text)]);
      return [fill(sentence, Object.fromEntries(args)), ...(remark === undefined ? [] : [remark])].join('\n\n');
    };
    for (const range of rangesOfKey(entry)) yield { range, say };
    if (!choices) continue;
    for (const { value, range } of wordsIn(entry.value))
      if (choices.includes(value)) yield { range, say: (speech) => speech.words(vocabulary).values[value] };
  }
}

/** Each block of Terraform has the key before it; everything else has one key. */
function rangesOfKey({ keyRange, value }: Entry): readonly TextRange[] {
  return [keyRange, ...objectsIn(value).flatMap(({ header }) => header?.range ?? [])];
}

function wordsIn(node: SyntaxNode): readonly { readonly value: string; readonly range: TextRange }[] {
  if (node.kind === 'sequence') return node.items.flatMap(wordsIn);
  return node.kind === 'scalar' && typeof node.value === 'string' ? [{ value: node.value, range: node.range }] : [];
}
