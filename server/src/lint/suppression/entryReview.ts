import { rest } from '../../kinds/dialect';
import type { SuppressionReview } from '../../kinds/file/suppression/kind';
import { ownPlace } from '../../kinds/reading/roots';
import type { Rule } from '../../rules/rule';
import type { SourceFile } from '../../syntax/sourceFile';
import { type Entry, entryOf, type MappingNode } from '../../syntax/tree';
import { literalString } from '../../workspace/terraform/names/text';
import { matchesRule } from '../ruleNames';
import { isSettingsFile } from '../settings/file';

/** The entries of `ignore` as they are written, where the file is a `.leastwise.json`: what can be told of them there. */
export function reviewEntries({ uri, roots }: SourceFile, known: readonly Rule[]): readonly SuppressionReview[] {
  if (!isSettingsFile(uri)) return [];
  return roots.flatMap(({ root }) => {
    const value = root.node.kind === 'mapping' ? ignoresIn(root.node)?.value : undefined;
    const list = value?.kind === 'sequence' ? value : undefined;
    return (list?.items ?? []).flatMap((item): SuppressionReview[] => {
      const rule = item.kind === 'mapping' ? entryOf(item, 'rule')?.value : undefined;
      const text = literalString(rule);
      if (!list || !rule || text === undefined || item.kind !== 'mapping') return [];
      const id = { text, range: rule.range, known: known.some((one) => matchesRule(text, one)) };
      return [
        {
          kind: 'suppression',
          kept: 'entry',
          node: item,
          place: ownPlace(root, uri),
          dialect: rest,
          comment: undefined,
          entry: { list, item, id },
          reason: literalString(entryOf(item, 'reason')?.value) ?? '',
          until: literalString(entryOf(item, 'until')?.value),
          // What has become of it is told where its findings stand, or would.
          state: 'current',
          findings: [],
          hidesNothing: false,
        },
      ];
    });
  });
}

/** Both ways to write a setting are read there. Of several with one key, the last counts. */
export function ignoresIn(settings: MappingNode): Entry | undefined {
  return entryOf(settings, 'ignore') ?? entryOf(settings, 'leastwise.ignore');
}
