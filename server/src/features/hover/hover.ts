import type { Locale } from '../../kinds/speech';
import { localizeRule, message, speechOf } from '../../l10n/localize';
import type { PlacedFinding } from '../../lint/lint';
import { rangeInFile } from '../../lint/places/placedFinding';
import type { FileReading } from '../../lint/readings';
import { escapeMarkdown } from '../../text/markdown';
import { contains, type TextRange } from '../../text/range';
import { ruleAddress } from '../actions/openRuleDocumentation';
import { topicAt } from './topics';

export interface Hover {
  /** Markdown. */
  readonly contents: string;
  /** In offsets of the file. */
  readonly range: TextRange;
}

export interface HoverOptions {
  readonly locale: Locale;
  /** Where the page of a rule is; {@link ruleAddress} unless told otherwise. */
  readonly rulePage?: (ruleId: string) => string;
  /** The editor shows the messages of what was found in the same hover itself. */
  readonly messagesShown?: boolean;
  readonly reading?: FileReading | undefined;
  /** What the expression there comes to. */
  readonly value?: Hover | undefined;
}

/** What the part of a policy at `offset` is, and what was found there. */
export function hover(findings: readonly PlacedFinding[], offset: number, options: HoverOptions): Hover | undefined {
  const { locale, reading, value } = options;
  const at = { start: offset, end: offset };
  const topic = reading && topicAt(reading.policiesAt(offset), reading.kinds, offset);
  const said = topic?.say(speechOf(locale));
  const here = findings.filter((finding) => contains(rangeInFile(finding), at));
  const sections = [
    ...(value ? [value.contents] : []),
    ...(said ? [said] : []),
    ...new Set(here.map((finding) => findingSection(finding, options))),
  ];
  const ranges = [...(value ? [value.range] : []), ...(topic && said ? [topic.range] : []), ...here.map(rangeInFile)];
  const range = ranges.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  return range && { contents: sections.join('\n\n---\n\n'), range };
}

function findingSection({ rule, message: id, arguments: args }: PlacedFinding, options: HoverOptions): string {
  const { locale, rulePage = ruleAddress, messagesShown = false } = options;
  const [firstParagraph = ''] = localizeRule(rule, locale)
    .rationale.trim()
    .split(/\n\s*\n/, 1);
  const said = messagesShown ? [] : [`**${escapeMarkdown(message(rule, id, args, locale))}**`];
  return [...said, firstParagraph, `[${rule.id}](${rulePage(rule.id)})`].join('\n\n');
}
