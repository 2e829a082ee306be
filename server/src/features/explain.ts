import type { Explanation } from '../kinds/explaining/explanation';
import type { PlacedPolicy } from '../kinds/policy';
import type { Locale } from '../kinds/speech';
import { speechOf, wordsOf } from '../l10n/localize';
import { rangeInOuter } from '../lint/places/embedding';
import type { FileReading } from '../lint/readings';
import { fill } from '../text/fill';
import { lineTable } from '../text/lines/lineTable';
import { escapeMarkdown } from '../text/markdown';
import { shift, type TextRange } from '../text/range';
import { pathInside } from '../workspace/files/address';
import type { Workspace } from '../workspace/index/workspace';
import { folderOf } from '../workspace/terraform/resources';

export interface ExplainOptions {
  readonly locale: Locale;
  readonly workspace: Workspace;
}

/** What can be explained in a file, in the order of the text. */
export function explanations(reading: FileReading): readonly Explanation[] {
  const policies = reading.policies();
  return reading.kinds
    .flatMap((kind) => kind.explain?.(policies.filter(({ policy }) => policy.kind === kind.id)) ?? [])
    .sort((a, b) => rangeOf(a.at).start - rangeOf(b.at).start);
}

/** What these explanations of the file say, as a page of Markdown. */
export function explain({ file }: FileReading, explained: readonly Explanation[], { locale, workspace }: ExplainOptions): string {
  const speech = speechOf(locale);
  const words = wordsOf(locale);
  const titles = new Set(explained.map(({ title }) => title(speech)));
  const [only = words.explainTitle] = titles.size === 1 ? titles : [];
  const name = pathInside(file.uri, folderOf(file.uri));
  const title = `# ${escapeMarkdown(fill(only, { file: name }))}`;
  if (explained.length === 0) return `${title}\n\n${words.explainNothing}\n`;
  const lines = lineTable(file.text);
  const sections = explained.flatMap(({ at, heading, sections: tell }) => {
    const line = lines.positionAt(rangeOf(at).start).line + 1;
    return [
      ...(explained.length > 1 ? [`## ${heading(speech, line)}`] : []),
      ...tell(explained.length > 1 ? '###' : '##', { speech, workspace }),
    ];
  });
  return `${[title, ...sections].join('\n\n')}\n`;
}

/** From the resource's header where the policy is all of a Terraform resource; in offsets of the file. */
export function rangeOf({ policy: { node, place }, offset }: PlacedPolicy): TextRange {
  const header = place.resource && node === place.resource.body ? place.resource.anchor : undefined;
  return shift(rangeInOuter(place, header ?? node.range), offset);
}
